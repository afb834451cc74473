/** What only the package for Windows has: resources of the program file, icon, size. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArchive } from '../harness/package/archive.ts';
import { packageBuilder } from '../harness/package/build-package.ts';
import { readResources, readVersionInformation, type ProgramResource } from '../harness/package/windows-resources.ts';
import { projectRoot } from '../support/test-host.ts';

const ICON = 3;
const ICON_GROUP = 14;
const VERSION = 16;
const MANIFEST = 24;

/**
 * Bytes of Electron's own files in the installed folder. The binary could not be had here, so this is calculated from
 * a published measurement of a Windows x64 program of 20 September 2026 (Electron 44 or a preview of 45, not named;
 * millions of bytes, docs "Lightweight releases and responsive startup" of a game editor): 354.96 in all, of these 13.00
 * its own archive, 25.74 dxcompiler.dll, 20.47 LICENSES.chromium.html (2.00 in a ZIP archive), nine languages. One
 * language takes 0.889 (audit of another program with Electron 43.0.0: 46.631 MiB for 55 languages). Not deducted:
 * dxil.dll. The release workflow measures the real folder with the same limit; correct this number from there.
 */
const ELECTRON_BYTES = Math.round((354.96 - 13.0 - 25.74 - 20.47 + 2.0 - 7 * 0.889) * 1e6);

const run = promisify(execFile);
const builder = packageBuilder();
let folder: string;
let resources: readonly ProgramResource[];

beforeAll(async () => {
  folder = await builder.build('win32');
  resources = readResources(join(folder, 'Stellwerk.exe'));
});

const resourcesOf = (type: number | string): readonly ProgramResource[] =>
  resources.filter((resource) => resource.type === type);

describe('Stellwerk.exe', () => {
  it('tells its name, publisher and version', () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    const found = resourcesOf(VERSION);
    expect(found).toHaveLength(1);
    const information = readVersionInformation(found[0]?.bytes ?? Buffer.alloc(0));
    expect(information.strings).toMatchObject({
      ProductName: 'Stellwerk',
      FileDescription: 'Stellwerk',
      InternalName: 'Stellwerk',
      CompanyName: 'Projekt Stellwerk',
      LegalCopyright: '© 2026 Projekt Stellwerk, EUPL-1.2',
      FileVersion: version,
      ProductVersion: `${version}.0`,
    });
    expect(JSON.stringify(information.strings)).not.toMatch(/GitHub|Electron/i);
    expect([information.fileNumbers, information.productNumbers]).toEqual([`${version}.0`, `${version}.0`]);
    // Electron's own table, neutral Unicode texts under US English: there is no second one that could differ.
    expect(information.tables.map((name) => name.toLowerCase())).toEqual(['040904b0']);
  });

  it('carries our icon in all its sizes', () => {
    const icon = readFileSync(join(projectRoot, 'assets', 'icons', 'stellwerk.ico'));
    const pictures = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
      const begin = icon.readUInt32LE(6 + 16 * index + 12);
      return icon.subarray(begin, begin + icon.readUInt32LE(6 + 16 * index + 8)).toString('base64');
    });
    expect(resourcesOf(ICON).map(({ bytes }) => bytes.toString('base64'))).toEqual(pictures);
    expect(resourcesOf(ICON_GROUP)).toHaveLength(1);
  });

  it('asks for no more rights than its user has', () => {
    const [manifest] = resourcesOf(MANIFEST);
    expect(manifest?.bytes.toString()).toMatch(/requestedExecutionLevel level="asInvoker"/);
  });

  it('knows the hash of its archive', () => {
    const [integrity] = resourcesOf('INTEGRITY');
    expect(integrity?.name).toBe('ELECTRONASAR');
    expect(JSON.parse(integrity?.bytes.toString() ?? '[]')).toContainEqual({
      file: 'resources\\app.asar',
      alg: 'SHA256',
      value: readArchive(join(folder, 'resources', 'app.asar')).headerHash,
    });
  });
});

describe('the installed folder', () => {
  const measure = (added: number): Promise<{ stdout: string }> =>
    run(process.execPath, [join(projectRoot, 'tools', 'packaging', 'check-size.mjs'), folder, String(added)]);

  it('takes at most 320 MB with a real Electron, by calculation', async () => {
    const { stdout } = await measure(ELECTRON_BYTES);
    console.info(`calculated size of the installation: ${stdout.trim()}`);
    expect(stdout).toMatch(/^\d+\.\d of 320 MB/);
  });

  it('is refused by the size check when it is larger', async () => {
    await expect(measure(ELECTRON_BYTES + 20e6)).rejects.toMatchObject({ code: 1 });
  });

  it('has no compiler for WebGPU, and the licences of Chromium in an archive', () => {
    expect(existsSync(join(folder, 'dxcompiler.dll'))).toBe(false);
    expect(existsSync(join(folder, 'dxil.dll'))).toBe(false);
    expect(existsSync(join(folder, 'd3dcompiler_47.dll'))).toBe(true);
    const archive = unzipSync(readFileSync(join(folder, 'LICENSES.chromium.html.zip')));
    expect(strFromU8(archive['LICENSES.chromium.html'] ?? new Uint8Array())).toContain('Stub of Electron');
  });
});
