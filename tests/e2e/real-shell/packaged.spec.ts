/** The packaged program over a real Electron: what lies in its folder, what its fuses say, and which doors stay shut. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { findElectron } from '../../support/real-electron/binary.ts';
import { AS_PERSON, giveToPerson } from '../../support/real-electron/person.ts';
import { environmentOf } from '../programs/electron-folder.ts';
import { root, runCli } from '../programs/program.ts';
import { expect, REAL_SHELL, test as base } from './real-shell.ts';

const run = promisify(execFile);

/** Packaged once for the tests of the file. */
const test = base.extend<object, { packaged: string }>({
  packaged: [
    async ({ electron }, use) => {
      const found = electron && findElectron();
      if (!found?.addon) {
        await use('');
        return;
      }
      const output = mkdtempSync(join(tmpdir(), 'stellwerk-packaged-'));
      const settings = [`electronDist=${dirname(found.binary)}`, `directories.output=${output}`];
      const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
      const target = ['--linux', 'dir', '--x64', '--publish', 'never', ...settings.map((setting) => `-c.${setting}`)];
      await run(process.execPath, [builder, ...target], { cwd: root });
      const folder = join(output, 'linux-unpacked');
      // This Electron is older than the one that people get, and its addon is another one.
      const addon = ['resources', 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds', 'linux-x64.node'];
      copyFileSync(found.addon, join(folder, ...addon));
      giveToPerson(output);
      await use(folder);
      rmSync(output, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});
test.beforeEach(({ packaged, fits: _fits }) =>
  test.skip(packaged === '', 'only with the Electron of tools/electron-test'),
);

const program = (packaged: string): string => join(packaged, 'stellwerk');

test('nothing of Electron’s own is left over, and the fuses are set', REAL_SHELL, async ({ packaged }) => {
  expect(['version', join('resources', 'default_app.asar')].filter((name) => existsSync(join(packaged, name)))).toEqual(
    [],
  );
  expect(readdirSync(join(packaged, 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked']);
  const wire = await getCurrentFuseWire(program(packaged));
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  const on = [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation];
  expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE));
  expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE));
});

test('it starts, and not with a door for other programs', REAL_SHELL, async ({ packaged, electron, folder }) => {
  runCli(folder, ['init', '--example']);
  giveToPerson(dirname(folder));
  const environment = {
    ...environmentOf(folder),
    ...electron?.desktop?.environment,
    STELLWERK_TEST_PROGRAM: program(packaged),
  };
  const start = (...switches: string[]) =>
    spawn(AS_PERSON, switches, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  for (const door of ['--remote-debugging-port=0', '--remote-debugging-pipe']) {
    const refused = start(door);
    let said = '';
    refused.stderr.on('data', (data: Buffer) => (said += data.toString()));
    const [code] = (await once(refused, 'close')) as [number | null];
    expect(code, door).toBe(1);
    expect(said).toContain(`Stellwerk startet nicht mit „${door.split('=')[0] ?? ''}“`);
    expect(said).not.toContain('DevTools listening');
  }
  const started = start();
  try {
    await expect
      .poll(() => electron?.desktop?.titles().filter((title) => title.endsWith('Stellwerk')), { timeout: 30_000 })
      .toEqual(['Register – Stellwerk']);
    expect(started.exitCode).toBeNull();
    expect(existsSync(join(folder, 'profil'))).toBe(true);
  } finally {
    started.kill('SIGKILL');
  }
});

test('--cli says what the command line says, without a screen', REAL_SHELL, async ({ packaged, folder }) => {
  runCli(folder, ['init', '--example']);
  giveToPerson(dirname(folder));
  const { DISPLAY: _display, ...environment } = environmentOf(folder);
  const args = ['list', '--json', '--data', folder];
  const { stdout } = await run(AS_PERSON, ['--cli', ...args], {
    env: { ...environment, STELLWERK_TEST_PROGRAM: program(packaged) },
  });
  expect(stdout).toBe(runCli(folder, ['list', '--json']));
});
