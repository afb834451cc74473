import { expect, it } from 'vitest';
import { windowOptions } from '../../src-main/shell-electron/window-options.ts';

it('keeps Node out of the page', () => {
  expect(windowOptions('/preload.cjs').webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
  });
});
