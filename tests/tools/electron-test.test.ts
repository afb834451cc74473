/** Where the Electron of the tests is kept: outside of the repository, one folder for each state of what it is made of. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/test-host.ts';

interface Surroundings {
  readonly root: string;
  readonly platform: string;
  readonly arch: string;
  readonly env: Readonly<Record<string, string>>;
  readonly isRoot: boolean;
  readonly home: string;
}
const { PACKAGE, testElectronFolder } = createRequire(import.meta.url)(
  join(projectRoot, 'tools', 'electron-test', 'pinned.cjs'),
) as {
  readonly PACKAGE: { readonly version: string; readonly sha256: string; readonly electron: string };
  readonly testElectronFolder: (surroundings: Surroundings) => string | undefined;
};

const machine: Surroundings = {
  root: projectRoot,
  platform: 'linux',
  arch: 'x64',
  env: {},
  isRoot: false,
  home: '/home/erika',
};
const folderFor = (part: Partial<Surroundings>): string | undefined => testElectronFolder({ ...machine, ...part });

describe('the Electron of the tests', () => {
  it('is fixed by version and checksum', () => {
    expect(PACKAGE.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(PACKAGE.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(PACKAGE.electron).toBe('33.2.1');
  });

  it.each<[string, Partial<Surroundings>, string]>([
    ['in the person’s cache', {}, '/home/erika/.cache/stellwerk-electron/'],
    ['where caches were put', { env: { XDG_CACHE_HOME: '/platz' } }, '/platz/stellwerk-electron/'],
    ['where it is told', { env: { STELLWERK_ELECTRON_CACHE: '/anderswo' }, isRoot: true }, '/anderswo/'],
    ['not in root’s own folder, which nobody else can read', { isRoot: true, home: '/root' }, '/var/cache/'],
  ])('is kept %s', (_where, part, place) => {
    const folder = folderFor(part);
    expect(folder?.startsWith(place)).toBe(true);
    expect(folder).toMatch(/\/electron-33\.2\.1-[0-9a-f]{16}$/);
  });

  it('is there for Linux on x64 only', () => {
    expect(folderFor({ platform: 'win32' })).toBeUndefined();
    expect(folderFor({ arch: 'arm64' })).toBeUndefined();
  });
});
