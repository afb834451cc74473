/** The packaged program over a real Electron: what lies in its folder, what its fuses say, and which doors stay shut. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { findElectron } from '../../harness/electron/real/binary.ts';
import { AS_PERSON, giveToPerson } from '../../harness/electron/real/person.ts';
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

/** Its command line, without a screen; what the test made in the folder is the person's. */
async function packagedCli(packaged: string, folder: string, args: readonly string[]): Promise<string> {
  giveToPerson(dirname(folder));
  const { DISPLAY: _display, ...environment } = environmentOf(folder);
  const { stdout } = await run(AS_PERSON, ['--cli', ...args, '--data', folder], {
    env: { ...environment, STELLWERK_TEST_PROGRAM: program(packaged) },
  });
  return stdout;
}

test('--cli says what the command line says, without a screen', REAL_SHELL, async ({ packaged, folder }) => {
  runCli(folder, ['init', '--example']);
  const args = ['list', '--json'];
  expect(await packagedCli(packaged, folder, args)).toBe(runCli(folder, args));
});

test('key files of others open in it, and its own open elsewhere', REAL_SHELL, async ({ packaged, folder }) => {
  runCli(folder, ['init', '--example']);
  const at = (name: string): string => join(folder, '..', name);
  const openssl = (...args: string[]) => run('openssl', args, { cwd: dirname(folder) });
  writeFileSync(at('passwort.txt'), 'geheim\n');
  runCli(folder, ['export', 'S0021/26', '--to', dirname(folder), '--format', 'pdf']);
  const own = ['--passphrase-file', at('passwort.txt')];
  // A signature that nobody trusts ends with 1 and says so.
  const verdictOf = (file: string): unknown =>
    JSON.parse(
      spawnSync(process.execPath, [join(root, 'dist', 'cli.mjs'), 'verify', at(file), '--json', '--data', folder], {
        encoding: 'utf8',
      }).stdout,
    );
  const usual = ['-newkey', 'rsa:2048'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'];
  for (const [index, [newKey, wrapping]] of [
    [usual, []],
    [usual, ['-legacy']],
    [curve, ['-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC', '-macalg', 'sha512']],
  ].entries()) {
    const [key, signed] = [`fremd-${index}.p12`, `fremd-${index}.pdf`];
    await openssl(
      'req',
      '-x509',
      ...(newKey ?? []),
      '-nodes',
      '-keyout',
      'k',
      '-out',
      'c',
      '-subj',
      '/CN=Ida Beispiel',
    );
    await openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'k',
      '-in',
      'c',
      '-out',
      key,
      '-passout',
      'pass:geheim',
      ...(wrapping ?? []),
    );
    await packagedCli(packaged, folder, ['sign', at('S0021-26.pdf'), '--key', at(key), ...own, '--to', at(signed)]);
    expect(verdictOf(signed)).toMatchObject({
      verdict: 'untrusted',
      signatures: [{ signer: 'Ida Beispiel', valid: true, coversWholeFile: true }],
    });
  }
  await packagedCli(packaged, folder, ['test-key', '--name', 'Mara Muster', ...own, '--to', at('eigen.p12')]);
  const { stdout } = await openssl('pkcs12', '-in', 'eigen.p12', '-passin', 'pass:geheim', '-nodes');
  expect(stdout).toContain('-----BEGIN PRIVATE KEY-----');
  runCli(folder, ['sign', at('S0021-26.pdf'), '--key', at('eigen.p12'), ...own, '--to', at('eigen.pdf')]);
  expect(verdictOf('eigen.pdf')).toMatchObject({ signatures: [{ signer: 'TEST – Mara Muster', valid: true }] });
});
