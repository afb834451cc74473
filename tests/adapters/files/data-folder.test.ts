import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultDataFolder } from '../../../src-main/adapters/files/data-folder.ts';

it('lives in the local application data, never in the roaming profile', () => {
  const windows = { LOCALAPPDATA: 'C:\\Users\\amt\\AppData\\Local', APPDATA: 'C:\\Users\\amt\\AppData\\Roaming' };
  expect(defaultDataFolder('win32', windows, 'C:\\Users\\amt')).toBe(
    join('C:\\Users\\amt\\AppData\\Local', 'Stellwerk'),
  );
  expect(defaultDataFolder('win32', {}, '/home/amt')).toContain(join('AppData', 'Local', 'Stellwerk'));
  expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/daten' }, '/home/amt')).toBe('/daten/stellwerk');
  expect(defaultDataFolder('linux', { XDG_DATA_HOME: '' }, '/home/amt')).toBe('/home/amt/.local/share/stellwerk');
});
