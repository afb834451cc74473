/**
 * What the installer and the portable program do, seen under Wine: the script that electron-builder writes, compiled for 64 bits, with
 * stand-ins for foreign plugins and Node in place of Electron. Without a window: its pages are read from the script.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nsisCompiler, type Compiler } from '../harness/package/nsis/installers.ts';
import { sha256 } from '../harness/package/archive.ts';
import { packageBuilder, type BuildOptions, type PackageBuilder } from '../harness/package/build-package.ts';
import { readResources } from '../harness/package/windows-resources.ts';
import { writeNodeDistribution } from '../harness/package/stub-electron/node-as-electron.ts';
import { projectRoot } from '../support/test-host.ts';
import { nodeForWindows, onDriveZ, windowsPc, type WindowsPc } from '../harness/package/wine.ts';
import { windowsPackageSkipReason } from '../harness/package/windows-electron.ts';

const reason = windowsPackageSkipReason();
const OLDER = '0.0.9';
const UNINSTALLER = 'Uninstall Stellwerk.exe';

describe.skipIf(reason !== undefined)(`an installer${reason === undefined ? '' : ` [${reason}]`}`, () => {
  const root = mkdtempSync(join(tmpdir(), 'stellwerk-installer-'));
  const [newBuilder, oldBuilder] = [packageBuilder(), packageBuilder()];
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  let pc: WindowsPc;
  let compiler: Compiler;
  /** The packaged folder of the newer one, and the programs made of both. */
  let packaged: string;
  let installer: string;
  let newProgram: string;
  let olderInstaller: string;
  let portable: string;

  beforeAll(async () => {
    pc = windowsPc(root);
    // They say "found" to everything that Wine's own versions are asked, so Stellwerk would always be open.
    for (const name of ['findstr.exe', join('WindowsPowerShell', 'v1.0', 'powershell.exe')])
      rmSync(pc.here('windows', 'system32', name), { force: true });
    const electron = join(root, 'electron');
    await writeNodeDistribution(electron, nodeForWindows() ?? '');
    const make = async (
      builder: PackageBuilder,
      targets: readonly string[],
      settings: readonly string[],
      options: BuildOptions,
    ) => {
      const itsCompiler = nsisCompiler(builder);
      const environment = { ...pc.environment, ...itsCompiler.environment, STELLWERK_NSIS_64: '1' };
      const all = ['-c.compression=store', ...settings];
      const folder = await builder.build('win32', all, { ...options, targets, environment });
      const output = join(folder, '..');
      const program = (name: RegExp): string => join(output, readdirSync(output).find((file) => name.test(file)) ?? '');
      return { folder, itsCompiler, program };
    };
    const [newer, older] = await Promise.all([
      make(newBuilder, ['nsis', 'portable'], [], { electron }),
      // Never started: the stub does.
      make(oldBuilder, ['nsis'], [`-c.extraMetadata.version=${OLDER}`], {}),
    ]);
    [packaged, compiler] = [newer.folder, newer.itsCompiler];
    installer = onDriveZ(newer.program(/-Installation-x64\.64\.exe$/));
    newProgram = newer.program(/-Installation-x64\.exe$/);
    portable = newer.program(/-portabel-x64\.64\.exe$/);
    olderInstaller = onDriveZ(older.program(/-Installation-x64\.64\.exe$/));
  });
  afterAll(() => {
    pc.shutDown();
    rmSync(root, { recursive: true, force: true });
  });

  const filesIn = (place: string): string[] =>
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(place, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  const expectAllFiles = (place: string): void => {
    // The picture of our files comes with the installer.
    expect(filesIn(place)).toEqual([...filesIn(packaged), UNINSTALLER, 'resources/stellwerk.ico'].sort());
    for (const name of filesIn(packaged))
      expect(sha256(readFileSync(join(place, name))), name).toBe(sha256(readFileSync(join(packaged, name))));
  };
  const user = (): string => pc.here('users', readdirSync(pc.here('users')).find((name) => name !== 'Public') ?? '');
  const local = (...names: string[]): string => join(user(), 'AppData', 'Local', ...names);
  /** Several folders of the user are one and the same in Wine. */
  const shortcuts = (): string[] => {
    const all = [join(root, 'home'), pc.here('users'), pc.here('ProgramData')].flatMap((place) => filesIn(place));
    const ours = all.filter((name) => name.endsWith('Stellwerk.lnk'));
    return [...new Set(ours.map((name) => name.split('/').at(-2) ?? ''))].sort();
  };
  /** What stands below a key of the registry, empty where there is none. */
  const registered = async (key: string): Promise<string> => {
    const file = join(root, 'exported.reg');
    rmSync(file, { force: true });
    await pc.start('reg', ['export', key, onDriveZ(file), '/y']);
    return existsSync(file) ? readFileSync(file, 'utf16le') : '';
  };
  const entries = (context: 'HKCU' | 'HKLM'): Promise<string> =>
    registered(`${context}\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall`);
  const quietly = async (program: string, ...args: string[]): Promise<void> => {
    const { exitCode, stderr } = await pc.start(program, args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  };
  /** The uninstaller goes on as a copy of itself after its own end; the registry comes last. */
  const uninstall = async (folder: string, context: 'HKCU' | 'HKLM', ...args: string[]): Promise<void> => {
    await pc.start(join(folder, UNINSTALLER), ['/S', ...args]);
    for (let tries = 0; existsSync(folder) && tries < 1200; tries += 1) await wait(100);
    expect(existsSync(folder)).toBe(false);
    for (let tries = 0; (await entries(context)).includes('Stellwerk') && tries < 100; tries += 1) await wait(100);
    expect(await entries(context)).not.toContain('Stellwerk');
  };

  describe('its script', () => {
    const SCRIPTS = ['installer', 'uninstaller', 'portable'] as const;
    /** Texts by name as they hold at the end: a later one replaces an earlier one. */
    const texts = (of: 'installer' | 'uninstaller'): ReadonlyMap<string, string> =>
      new Map(
        [...compiler.log(of).matchAll(/^LangString: "(\w+)" 1031 "([^"]*)"/gm)].map(([, name = '', text = '']) => [
          name,
          text,
        ]),
      );
    const partOf = (log: string, begin: string): string =>
      log.slice(log.indexOf(begin), log.indexOf('\nFunctionEnd', log.indexOf(begin)));

    it.each(SCRIPTS)('%s is compiled for every Windows, warnings being errors', (of) => {
      const log = compiler.log(of);
      expect(/writing output \(([\w-]+)\)/.exec(log)?.[1]).toBe('x86-unicode');
      expect(log.split('\n').filter((line) => /^warning|\d warnings?:/.test(line))).toEqual([]);
      expect(compiler.script(of).length).toBeGreaterThan(1000);
    });

    it('speaks German and nothing else, and to a grown-up', () => {
      for (const of of ['installer', 'uninstaller'] as const) {
        expect(compiler.log(of)).toMatch(/, 1 language table \(/);
        expect([...compiler.script(of).matchAll(/MUI_LANGUAGE "(\w+)"/g)].map(([, name]) => name)).toEqual(['German']);
        const all = texts(of);
        expect(all.size).toBeGreaterThan(20);
        for (const [name, text] of all) {
          expect(text, name).not.toMatch(/\b(?:du|dein|klicke|versuche|schließ) |\\n|\b(?:the|is|Closing|Please)\b/i);
        }
        expect(all.get('appRunning')).toContain('Klicken Sie auf „OK“');
        expect(all.get('forAll')).toBe('Für alle Benutzer dieses Computers (&alle Benutzer)');
      }
    });

    it('shows the licence, asks for whom, installs, and offers to start', () => {
      expect(compiler.log('installer')).toMatch(/^Install: 4 pages /m);
      const pages = /!insertmacro (?:MUI_PAGE_LICENSE|PAGE_INSTALL_MODE|MUI_PAGE_INSTFILES|MUI_PAGE_FINISH)\b/g;
      expect(compiler.script('installer')).toMatch(/MUI_PAGE_LICENSE ".*licence-page\.txt"/);
      const assisted = readFileSync(
        join(projectRoot, 'node_modules', 'app-builder-lib', 'templates', 'nsis', 'assistedInstaller.nsh'),
        'utf8',
      );
      expect(assisted.split('!else\n  !ifndef removeDefault')[0]?.match(pages)).toHaveLength(3);
      const page = readFileSync(join(projectRoot, 'tools', 'packaging', 'licence-page.txt'), 'utf8');
      // Without the mark NSIS reads the letters of its own country, without the line ends of DOS it shows one line.
      expect(page.startsWith('\ufeff')).toBe(true);
      expect(page.match(/\r?\n/g)?.filter((end) => end === '\n')).toEqual([]);
      expect(page.replaceAll('\r', '').endsWith(readFileSync(join(projectRoot, 'LICENSE'), 'utf8'))).toBe(true);
      const compiled = readFileSync(newProgram).indexOf(
        Buffer.from('Die Lizenz gilt in allen Amtssprachen', 'utf16le'),
      );
      expect(compiled).toBeGreaterThan(0);
    });

    it('asks for administrator rights only when it is for everyone', () => {
      const manifest = readResources(newProgram).find(({ type }) => type === 24);
      expect(manifest?.bytes.toString()).toMatch(/requestedExecutionLevel level="asInvoker"/);
      const log = compiler.log('installer');
      expect(log).toContain('StrCpy $installMode "CurrentUser"');
      expect(log).toContain('StrCpy $installMode "all"');
    });

    it('deletes nothing but the program, its shortcuts and empty folders of its own', () => {
      const deleted = (of: (typeof SCRIPTS)[number]): string[] =>
        [...compiler.log(of).matchAll(/^(?:RMDir|Delete): (.*)$/gm)].map(([, what = '']) => what);
      expect(new Set(deleted('uninstaller'))).toEqual(
        new Set([
          '/r "$INSTDIR"',
          '"$oldDesktopLink"',
          '"$oldStartMenuLink"',
          '"$SMPROGRAMS\\$R1"',
          // Where other programs on Electron keep data, and only when the uninstaller is asked by a switch.
          '/r "$APPDATA\\Stellwerk"',
          '/r "$APPDATA\\stellwerk"',
        ]),
      );
      expect(new Set(deleted('portable'))).toEqual(new Set(['/r "$INSTDIR"', '/r "$PLUGINSDIR\\7z-out"']));
    });

    it('has the folder of the portable program before it empties it', () => {
      const log = compiler.log('portable');
      expect(log).toContain('StrCpy $INSTDIR "$PLUGINSDIR\\app"');
      expect(log).not.toContain('StrCpy $INSTDIR "$TEMP');
      // NSIS makes $PLUGINSDIR with the first call of a plugin; without one it would be empty, and the folder "\\app".
      expect(partOf(log, 'Function: ".onInit"')).toMatch(/^Plugin command: /m);
    });
  });

  it('puts the program where it belongs for one person, without a word', async () => {
    await quietly(olderInstaller, '/S');
    const folder = local('Programs', 'Stellwerk');
    expect(filesIn(folder)).toContain('resources/app.asar');
    expect(shortcuts()).toEqual(['Desktop', 'Programs']);
    const listed = await entries('HKCU');
    expect(listed).toContain(`Stellwerk ${OLDER}`);
    expect(listed).toContain('Projekt Stellwerk');
    const kind = await registered('HKCU\\Software\\Classes\\Stellwerk-Paket');
    expect(kind).toContain('Mit Stellwerk öffnen');
    const program = `C:\\users\\${basename(user())}\\AppData\\Local\\Programs\\Stellwerk\\Stellwerk.exe`;
    expect(kind).toContain(String.raw`@=${JSON.stringify(`"${program}" "%1"`)}`);
  });

  it('leaves no copy of itself for an update program that is not there', () => {
    expect(readdirSync(local()).filter((name) => /updater/i.test(name))).toEqual([]);
  });

  it('replaces an older version and leaves the data alone', async () => {
    const folder = local('Programs', 'Stellwerk');
    mkdirSync(local('Stellwerk'), { recursive: true });
    writeFileSync(local('Stellwerk', 'stellwerk.db'), 'Papiere');
    writeFileSync(join(folder, 'nur in der älteren.dll'), '');
    await quietly(installer, '/S');
    expectAllFiles(folder);
    const listed = await entries('HKCU');
    expect(listed).toContain(`Stellwerk ${version}`);
    expect(listed).not.toContain(OLDER);
    expect(listed.match(/DisplayName/g)).toHaveLength(1);
    expect(shortcuts()).toEqual(['Desktop', 'Programs']);
    expect(readFileSync(local('Stellwerk', 'stellwerk.db'), 'utf8')).toBe('Papiere');
    expect(readdirSync(local()).filter((name) => /updater/i.test(name))).toEqual([]);
  });

  it('removes the program and never the data, whatever the uninstaller is asked', async () => {
    await uninstall(local('Programs', 'Stellwerk'), 'HKCU', '--delete-app-data');
    expect(shortcuts()).toEqual([]);
    expect(await registered('HKCU\\Software\\Classes\\Stellwerk-Paket')).toBe('');
    expect(filesIn(local('Stellwerk'))).toEqual(['stellwerk.db']);
  });

  it('puts the program where everyone finds it when that is asked, and takes it from there again', async () => {
    await quietly(installer, '/S', '/allusers');
    const folder = pc.here('Program Files', 'Stellwerk');
    expectAllFiles(folder);
    expect(await entries('HKLM')).toContain(`Stellwerk ${version}`);
    expect(await entries('HKCU')).not.toContain('Stellwerk');
    expect(existsSync(local('Programs', 'Stellwerk'))).toBe(false);
    await uninstall(folder, 'HKLM', '/allusers');
    expect(filesIn(local('Stellwerk'))).toEqual(['stellwerk.db']);
  });

  describe('the portable program', () => {
    interface Seen {
      readonly folder: string;
      readonly portable: string;
      readonly args: readonly string[];
      readonly files: readonly string[];
      readonly filesAtTheEnd?: readonly string[];
    }
    const report = (name: string): string => join(root, `${name}.json`);
    const seen = (name: string): Seen => JSON.parse(readFileSync(report(name), 'utf8')) as Seen;
    const start = (name: string, args: readonly string[], added: NodeJS.ProcessEnv = {}) =>
      pc.start(onDriveZ(portable), args, {
        NODE_OPTIONS: `--require=${onDriveZ(join(import.meta.dirname, 'look-around.cjs')).replaceAll('\\', '/')}`,
        NODE_SKIP_PLATFORM_CHECK: '1',
        LOOK_REPORT: onDriveZ(report(name)),
        ...added,
      });
    const packagedNames = (): string[] => filesIn(packaged).map((name) => name.replaceAll('/', '\\'));

    it('unpacks itself, hands over what it was asked, ends as the program ends, and leaves nothing', async () => {
      const { exitCode } = await start('once', ['list', 'Ämter und Straßen'], { LOOK_CODE: '7' });
      const { folder, portable: itself, args, files, filesAtTheEnd } = seen('once');
      expect(files).toEqual(packagedNames());
      expect(filesAtTheEnd).toEqual(files);
      expect(args.slice(-2).map((arg) => arg.split('\\').at(-1))).toEqual(['list', 'Ämter und Straßen']);
      expect(itself).toBe(onDriveZ(portable));
      expect(exitCode).toBe(7);
      expect(existsSync(pc.here(...folder.split('\\').slice(1)))).toBe(false);
      expect(existsSync(pc.here('app'))).toBe(false);
    });

    it('does not lose its files when it is started a second time', async () => {
      const until = join(root, 'go on');
      const first = start('first', [], { LOOK_UNTIL: onDriveZ(until) });
      for (let tries = 0; !existsSync(report('first')) && tries < 600; tries += 1) await wait(100);
      await start('second', []);
      writeFileSync(until, '');
      await first;
      expect(seen('second').folder).not.toBe(seen('first').folder);
      expect(seen('first').filesAtTheEnd).toEqual(packagedNames());
    });
  });
});
