/** What lies in the installed folder, on both systems. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArchive, sha256, type Archive } from '../harness/package/archive.ts';
import { packageBuilder } from '../harness/package/build-package.ts';
import { projectRoot } from '../support/test-host.ts';

const builder = packageBuilder();

/** All files below a folder, with slashes, sorted. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

const SYSTEMS = [
  { platform: 'win32', program: 'Stellwerk.exe', native: 'win32-x64.node', magic: 'MZ' },
  { platform: 'linux', program: 'stellwerk', native: 'linux-x64.node', magic: '\u007fELF' },
] as const;

describe.each(SYSTEMS)('the package for $platform', ({ platform, program, native, magic }) => {
  let folder: string;
  let archive: Archive;
  beforeAll(async () => {
    folder = await builder.build(platform);
    archive = readArchive(join(folder, 'resources', 'app.asar'));
  });

  const unpackedFolder = (): string => join(folder, 'resources', 'app.asar.unpacked');
  const paths = (): string[] => archive.files.map(({ path }) => path).sort();

  it('holds exactly what was built, without source maps', () => {
    const dist = join(projectRoot, 'dist');
    // The engine travels packed only.
    const leftOut = (path: string): boolean => path.endsWith('.map') || /^assets\/typst\/.*\.wasm$/.test(path);
    const built = filesIn(dist).filter((path) => !leftOut(path) && path !== 'third-party-licences.txt');
    const packed = paths().filter((path) => path.startsWith('dist/'));
    expect(packed).toEqual(built.map((path) => `dist/${path}`));
    for (const { path, bytes } of archive.files) {
      if (!path.startsWith('dist/')) continue;
      const found = bytes ?? readFileSync(join(unpackedFolder(), path));
      expect(sha256(found), path).toBe(sha256(readFileSync(join(projectRoot, path))));
    }
  });

  it('holds one package besides, the database, with the binary of this system alone', () => {
    const others = paths().filter((path) => !path.startsWith('dist/') && path !== 'package.json');
    expect(others.filter((path) => !path.startsWith('node_modules/better-sqlite3/lib/'))).toEqual([
      'node_modules/better-sqlite3/package.json',
      `node_modules/better-sqlite3/prebuilds/${native}`,
    ]);
    expect(filesIn(folder).filter((path) => path.endsWith('.node'))).toEqual([
      `resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/${native}`,
    ]);
    const binary = readFileSync(join(unpackedFolder(), 'node_modules', 'better-sqlite3', 'prebuilds', native));
    expect(binary.toString('latin1', 0, magic.length)).toBe(magic);
    expect(sha256(binary)).toBe(
      sha256(readFileSync(join(projectRoot, 'node_modules', 'better-sqlite3', 'prebuilds', native))),
    );
  });

  it('keeps outside the archive only what the system or a thread opens itself', () => {
    const unpacked = paths().filter((path) => archive.files.some((file) => file.path === path && file.unpacked));
    expect(unpacked).toEqual(filesIn(unpackedFolder()));
    const folders = new Set(unpacked.map((path) => path.split('/').slice(0, 3).join('/')));
    expect([...folders].sort()).toEqual([
      'dist/assets/example',
      'dist/assets/fonts',
      'dist/assets/spelling',
      'dist/assets/templates',
      'dist/assets/typst',
      'dist/typst-worker.mjs',
      'node_modules/better-sqlite3/prebuilds',
    ]);
    expect(unpacked).toContain('dist/assets/typst/typst_ts_web_compiler_bg.wasm.gz');
    expect(unpacked).not.toContain('dist/assets/typst/typst_ts_web_compiler_bg.wasm');
    expect(unpacked.filter((path) => path.endsWith('.ttf'))).toHaveLength(5);
    // A thread that needs another file of ours would look for it outside the archive, where it is not.
    const worker = readFileSync(join(unpackedFolder(), 'dist', 'typst-worker.mjs'), 'utf8');
    expect(worker).not.toMatch(/from\s*["']\.{1,2}\/|import\(["']\.{1,2}\//);
  });

  it('names in package.json what runs, and nothing of the development', () => {
    const file = archive.files.find(({ path }) => path === 'package.json');
    const description = JSON.parse(String(file?.bytes)) as Record<string, unknown>;
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    expect(description).toMatchObject({ name: 'stellwerk', version, main: 'dist/electron-main.mjs', type: 'module' });
    expect(description).not.toHaveProperty('devDependencies');
    expect(description).not.toHaveProperty('scripts');
  });

  it('has nothing left of Electron’s own folder that starts other programs', () => {
    expect(filesIn(folder).filter((path) => /default_app|^version$/.test(path))).toEqual([]);
  });

  it('has no settings, sources, tests, notes or update server anywhere', () => {
    const unwanted = /(?:^|\/)(?:\.env|\.git|\.npmrc|tests?|src-main|src-renderer|docs|tools|app-update\.yml|elevate)/;
    const odd = [...paths(), ...filesIn(folder)].filter((path) => unwanted.test(path) || /\.(?:map|tsx?)$/.test(path));
    expect(odd).toEqual([]);
  });

  it('shows the hash of every archived file, so that a change is noticed when it is read', () => {
    for (const { path, bytes, promisedHash } of archive.files) {
      if (bytes !== null) expect(promisedHash, path).toBe(sha256(bytes));
    }
  });

  it('speaks German and English only', () => {
    expect(readdirSync(join(folder, 'locales')).sort()).toEqual(['de.pak', 'en-US.pak']);
  });

  it('brings the licences of the program, of everything built in and of Electron', () => {
    const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
    expect(text('LICENSE.stellwerk.txt')).toBe(readFileSync(join(projectRoot, 'LICENSE'), 'utf8'));
    const others = text('LICENSES.third-party.txt');
    for (const name of ['better-sqlite3', 'react', 'docx', '@expo-google-fonts/arimo', '@libpdf/core', 'zod']) {
      expect(others).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
    expect(text('LICENSE.electron.txt')).toContain('Stub of Electron');
    expect(statSync(join(folder, `LICENSES.chromium.html${platform === 'win32' ? '.zip' : ''}`)).size).toBeGreaterThan(
      0,
    );
  });

  it('has the switches of Electron set to the safe side', async () => {
    const wire = await getCurrentFuseWire(join(folder, program));
    const states = (fuses: readonly FuseV1Options[]): unknown[] => fuses.map((fuse) => wire[fuse]);
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    expect(states(on)).toEqual(on.map(() => FuseState.ENABLE));
    expect(states(off)).toEqual(off.map(() => FuseState.DISABLE));
  });

  it('starts from the archive, not from a folder beside it', () => {
    expect(existsSync(join(folder, 'resources', 'app'))).toBe(false);
    expect(paths()).toContain('dist/electron-main.mjs');
    expect(paths()).toContain('dist/preload.cjs');
  });
});
