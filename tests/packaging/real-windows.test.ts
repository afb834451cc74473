/**
 * The package for Windows over a real Electron for Windows, and installer and portable program of it, compiled by NSIS. The Electron is older
 * than the one that people get: proof for how it is packed, not for how it runs.
 */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nsisCompiler, type Compiler } from '../harness/package/nsis/installers.ts';
import { codeSigning, type CodeSigning } from '../harness/package/nsis/signing.ts';
import { sha256 } from '../harness/package/archive.ts';
import { packageBuilder } from '../harness/package/build-package.ts';
import { readResources, readVersionInformation, type ProgramResource } from '../harness/package/windows-resources.ts';
import { projectRoot } from '../support/test-host.ts';
import {
  configurationForOldElectron,
  windowsElectron,
  windowsPackageSkipReason,
  type WindowsElectron,
} from '../harness/package/windows-electron.ts';
import { windowsPc, type WindowsPc } from '../harness/package/wine.ts';

const ICON = 3;
const ICON_GROUP = 14;
const VERSION = 16;
const MANIFEST = 24;
const NOTHING = Buffer.alloc(0);

/** Electron 22 has seven; the eighth came with Electron 29. */
const MISSING_FUSES = ['grantFileProtocolExtraPrivileges'];

type Program = 'installer' | 'portable';

const run = promisify(execFile);
const reason = windowsPackageSkipReason();

describe.skipIf(reason !== undefined)(`a real Electron${reason === undefined ? '' : ` [${reason}]`}`, () => {
  const builder = packageBuilder();
  let electron: WindowsElectron;
  let compiler: Compiler;
  let folder: string;
  let pc: WindowsPc;
  let signing: CodeSigning;
  let programs: Readonly<Record<Program, string>>;

  beforeAll(async () => {
    electron = windowsElectron();
    compiler = nsisCompiler(builder);
    // electron-builder starts a program that writes the uninstaller.
    pc = windowsPc(join(builder.folder, 'pc'));
    const configuration = join(builder.folder, 'configuration.json');
    configurationForOldElectron(configuration, MISSING_FUSES);
    signing = codeSigning(builder.folder);
    // Packed as for people it would take two minutes; what is packed and how it is unpacked is the same.
    const settings = ['compression=store', `electronVersion=${electron.version}`, 'forceCodeSigning=true'];
    const written = settings.map((setting) => `-c.${setting}`);
    folder = await builder.build('win32', written, {
      electron: electron.folder,
      targets: ['nsis', 'portable'],
      configuration,
      environment: { ...pc.environment, ...compiler.environment, ...signing.environment },
    });
    const output = join(folder, '..');
    const named = (part: string): string => join(output, readdirSync(output).find((name) => name.includes(part)) ?? '');
    programs = { installer: named('-Installation-x64.exe'), portable: named('-portabel-x64.exe') };
  });
  afterAll(() => pc.shutDown());

  const filesIn = (place: string): string[] =>
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(place, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  const resourcesOf = (type: number): readonly ProgramResource[] =>
    readResources(join(folder, 'Stellwerk.exe')).filter((resource) => resource.type === type);

  it('lies in the folder with everything that it needs, unchanged', () => {
    const changed = new Set([
      'electron.exe',
      'version',
      'LICENSE',
      'LICENSES.chromium.html',
      'dxcompiler.dll',
      'dxil.dll',
    ]);
    const kept = filesIn(electron.folder).filter(
      (name) => !changed.has(name) && !/^(?:locales\/(?!de\.pak|en-US\.pak)|resources\/)/.test(name),
    );
    expect(kept).toContain('locales/de.pak');
    for (const name of kept) {
      expect(sha256(readFileSync(join(folder, name))), name).toBe(sha256(readFileSync(join(electron.folder, name))));
    }
    const ours = [
      'LICENSE.electron.txt',
      'LICENSE.stellwerk.txt',
      'LICENSES.chromium.html.zip',
      'LICENSES.third-party.txt',
      'Stellwerk.exe',
    ];
    const beside = filesIn(folder).filter((name) => !name.startsWith('resources/'));
    expect(beside).toEqual([...new Set([...kept, ...ours])].sort());
    expect(readdirSync(join(folder, 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked']);
  });

  it('takes the room of its Electron and not much more', async () => {
    const { stdout } = await run(process.execPath, [join(projectRoot, 'tools', 'packaging', 'check-size.mjs'), folder]);
    console.info(`packaged with Electron ${electron.version}: ${stdout.trim()}`);
    expect(stdout).toMatch(/^\d+\.\d of 320 MB/);
    const electronBytes = statSync(join(electron.folder, 'electron.exe')).size;
    expect(statSync(join(folder, 'Stellwerk.exe')).size - electronBytes).toBeLessThan(1e6);
  });

  it('has its switches set to the safe side', async () => {
    const wire = await getCurrentFuseWire(join(folder, 'Stellwerk.exe'));
    const { ENABLE, DISABLE } = FuseState;
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableCookieEncryption]: ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
    });
  });

  it('is called Stellwerk, with our pictures and nobody else’s', () => {
    const [version] = resourcesOf(VERSION);
    const { strings, fileNumbers } = readVersionInformation(version?.bytes ?? NOTHING);
    expect(strings).toMatchObject({
      ProductName: 'Stellwerk',
      FileDescription: 'Stellwerk',
      InternalName: 'Stellwerk',
      CompanyName: 'Projekt Stellwerk',
      LegalCopyright: '© 2026 Projekt Stellwerk, EUPL-1.2',
    });
    expect(fileNumbers).toMatch(/^\d+\.\d+\.\d+\.0$/);
    const icon = readFileSync(join(projectRoot, 'assets', 'icons', 'stellwerk.ico'));
    const pictures = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
      const begin = icon.readUInt32LE(6 + 16 * index + 12);
      return sha256(icon.subarray(begin, begin + icon.readUInt32LE(6 + 16 * index + 8)));
    });
    expect(resourcesOf(ICON).map(({ bytes }) => sha256(bytes))).toEqual(pictures);
    expect(resourcesOf(ICON_GROUP)).toHaveLength(1);
  });

  it('tells nowhere of the program that it was taken from', () => {
    for (const name of filesIn(folder)) {
      const bytes = readFileSync(join(folder, name));
      for (const encoding of ['latin1', 'utf16le'] as const) {
        expect(electron.formerProgram.test(bytes.toString(encoding)), `${name} ${encoding}`).toBe(false);
      }
    }
  });

  it('is signed by the certificate that the release is given, and so is all that is made of it', async () => {
    const work = join(builder.folder, 'uninstaller');
    await run('7z', ['e', `-o${work}`, programs.installer, '-r', 'Uninstall Stellwerk.exe']);
    const signed = [join(folder, 'Stellwerk.exe'), join(work, 'Uninstall Stellwerk.exe'), ...Object.values(programs)];
    for (const program of signed) expect(signing.verify(program), program).toEqual(['SHA256']);
    expect(() => signing.verify(join(electron.folder, 'electron.exe'))).toThrow();
  });

  describe.each(['installer', 'portable'] as const)('made of it, the %s program', (name) => {
    it('is compiled for every Windows without a warning', () => {
      const log = compiler.log(name);
      expect(/writing output \(([\w-]+)\)/.exec(log)?.[1]).toBe('x86-unicode');
      expect(log.split('\n').filter((line) => /^warning|\d warnings?:/.test(line))).toEqual([]);
    });

    it('is called Stellwerk and asks for no more rights than its user has', () => {
      const resources = readResources(programs[name]);
      const bytesOf = (type: number): Buffer => resources.find((resource) => resource.type === type)?.bytes ?? NOTHING;
      expect(readVersionInformation(bytesOf(VERSION)).strings).toMatchObject({
        ProductName: 'Stellwerk',
        CompanyName: 'Projekt Stellwerk',
      });
      expect(bytesOf(MANIFEST).toString()).toMatch(/requestedExecutionLevel level="asInvoker"/);
    });

    it('holds exactly the files of the folder', async () => {
      const work = join(builder.folder, name);
      await run('7z', ['x', `-o${work}`, programs[name], '$PLUGINSDIR/app-64.7z']);
      const { stdout } = await run('7z', ['l', '-slt', join(work, '$PLUGINSDIR', 'app-64.7z')], { maxBuffer: 1e8 });
      const listed = stdout.split('\n\n').flatMap((entry) => {
        const [path = ''] = /(?<=^Path = ).*$/m.exec(entry) ?? [];
        const [size] = /(?<=^Size = )\d+$/m.exec(entry) ?? [];
        return size === undefined || /^Attributes = D/m.test(entry) ? [] : [`${path} ${size}`];
      });
      const expected = filesIn(folder).map((path) => `${path} ${statSync(join(folder, path)).size}`);
      expect(listed.sort()).toEqual(expected.sort());
    });
  });
});
