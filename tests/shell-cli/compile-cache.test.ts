import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileCacheFolder } from '../../src-main/shell-cli/compile-cache.ts';
import { tempFolder } from '../support/builders.ts';
import { builtFolder } from '../harness/desk/cli.ts';

const help = (cache: string): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, [join(builtFolder, 'cli.mjs'), 'help'], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });

describe('compiled code', () => {
  it('is kept in a folder of the user’s own on every system', () => {
    expect(compileCacheFolder('linux', {}, '/home/anna')).toBe(join('/home/anna', '.cache', 'stellwerk'));
    expect(compileCacheFolder('linux', { XDG_CACHE_HOME: '/c' }, '/home/anna')).toBe(join('/c', 'stellwerk'));
    expect(compileCacheFolder('win32', { LOCALAPPDATA: 'L' }, 'H')).toBe(join('L', 'Stellwerk', 'Zwischenspeicher'));
    expect(compileCacheFolder('darwin', {}, '/Users/anna')).toBe(join('/Users/anna', 'Library', 'Caches', 'Stellwerk'));
  });

  it.skipIf(process.platform !== 'linux')('is kept where nobody else may look', { timeout: 60_000 }, () => {
    const cache = tempFolder();
    expect(help(cache)).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(cache, 'stellwerk')).length).toBeGreaterThan(0);
    expect(statSync(join(cache, 'stellwerk')).mode & 0o777).toBe(0o700);
  });

  it('is done without where it cannot be kept', { timeout: 60_000 }, () => {
    const file = join(tempFolder(), 'keine Mappe');
    writeFileSync(file, '');
    expect(help(file)).toMatchObject({ status: 0, stderr: '' });
  });
});
