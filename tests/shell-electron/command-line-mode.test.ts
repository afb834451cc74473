/** `Stellwerk --cli …` over the double of the electron module: the built program, the built command line. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../harness/desk/cli.ts';
import { projectRoot } from '../support/test-host.ts';

let folder: string;
const double = join(projectRoot, 'tests', 'harness', 'electron', 'double', 'register.ts');
const program = join(projectRoot, 'dist', 'electron-main.mjs');

function stellwerk(...args: string[]) {
  const environment = { ...process.env, XDG_DATA_HOME: join(folder, 'home') };
  return spawnSync(process.execPath, ['--no-warnings', '--import', double, program, '--cli', ...args], {
    encoding: 'utf8',
    env: environment,
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stellwerk-cli-mode-'));
  stellwerk('init', '--example', '--data', folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line of the packaged program', () => {
  it('says the same as the command line itself, to the last byte, and opens no window', async () => {
    const here = stellwerk('list', '--json', '--data', folder);
    const there = await runCli(['list', '--json', '--data', folder]);
    expect(here.status).toBe(0);
    expect(here.stdout).toBe(there.stdout);
    expect(JSON.stringify(JSON.parse(here.stdout))).toContain('S0044/26');
    expect(existsSync(join(folder, 'home'))).toBe(false);
  });

  it('ends with the exit code of the command', () => {
    const missing = stellwerk('show', 'S9999/26', '--json', '--data', folder);
    expect(missing.status).toBe(1);
    expect(JSON.parse(missing.stdout)).toMatchObject({ status: 'not-found' });
    expect(stellwerk('gibt-es-nicht').status).toBe(2);
    expect(stellwerk('help').stdout).toContain('Befehle:');
  });

  it('refuses to serve with a sentence', () => {
    const refused = stellwerk('serve', '--data', folder);
    expect(refused.status).toBe(2);
    expect(JSON.parse(refused.stderr).message).toContain('„serve“ gibt es nur');
  });
});
