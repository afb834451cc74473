/** Two users of the operating system on one PC: a data folder shared by choice, and one that is not. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { builtFolder } from '../harness/desk/cli.ts';
import { deskAt, startDesk, type Desk } from '../harness/desk/desk.ts';
import { databaseIn, inDatabase, REF, STATEMENT } from '../support/survival-office.ts';
import { folderOf, GROUP, twoUsers, type NamedUser } from '../harness/desk/users.ts';

const SHARED = 0o2770;
const modeOf = (path: string): number => statSync(path).mode & 0o7777;

function usersFor(test: TestContext): readonly [NamedUser, NamedUser] {
  const users = twoUsers();
  if (typeof users === 'string') return test.skip(users);
  return users;
}

async function setUp(desk: Desk): Promise<void> {
  await desk.call('system.initialise', { kind: 'own', bodyName: 'Stadt Auental' });
  await desk.call('statements.create', { id: STATEMENT, answers: null, name: 'A', leadUnit: null, number: REF });
}
const rename = (desk: Desk, value: string): Promise<unknown> =>
  desk.call('statements.setField', { ref: REF, field: 'name', value });
const nameAt = async (desk: Desk): Promise<string> =>
  (await desk.call<{ content: { name: string } }>('statements.get', STATEMENT)).content.name;

describe('two users in one folder that their group may write', () => {
  it('both write at the same time, see each other’s changes, and the log names each', async (test) => {
    const [anna, bert] = usersFor(test);
    const folder = folderOf(anna, SHARED);
    const desk = await deskAt(folder, anna);
    await setUp(desk);
    const other = await deskAt(folder, bert);
    await rename(other, 'von nebenan');
    expect(await nameAt(desk)).toBe('von nebenan');
    await rename(desk, 'von hier');
    expect(await nameAt(other)).toBe('von hier');
    for (const file of readdirSync(folder).filter((name) => name.startsWith('stellwerk.db'))) {
      expect([file, modeOf(join(folder, file)) & 0o660, statSync(join(folder, file)).gid]).toEqual([
        file,
        0o660,
        GROUP,
      ]);
    }
    await Promise.all([desk.end(), other.end()]);
    const actors = inDatabase(databaseIn(folder), (db) =>
      db.prepare("SELECT actor FROM change_log WHERE action = 'statement-saved' ORDER BY seq").pluck().all(),
    );
    expect(actors).toEqual([bert.name, anna.name]);
  });

  it('go on in turns: what one leaves behind, closed or killed, the other can write', async (test) => {
    const [anna, bert] = usersFor(test);
    const folder = folderOf(anna, SHARED);
    const first = await deskAt(folder, anna);
    await setUp(first);
    first.child.kill('SIGKILL');
    await first.ended;
    for (const [n, user] of [bert, anna, bert].entries()) {
      const desk = await deskAt(folder, user);
      await rename(desk, `Runde ${n}`);
      if (n % 2 === 0) desk.child.kill('SIGKILL');
      else await desk.end();
      await desk.ended;
    }
    const last = await deskAt(folder, anna);
    expect(await nameAt(last)).toBe('Runde 2');
    const { findings } = await last.call<{ findings: { ok: boolean }[] }>('backup.doctor');
    expect(findings.filter((finding) => !finding.ok)).toEqual([]);
    await last.end();
  });

  it('share backups: either makes them, rotates them and restores from them', async (test) => {
    const [anna, bert] = usersFor(test);
    const folder = folderOf(anna, SHARED);
    const desk = await deskAt(folder, anna);
    await setUp(desk);
    const first = await desk.call<{ problem: null; files: unknown[] }>('backup.run');
    const other = await deskAt(folder, bert);
    await rename(other, 'später');
    const second = await other.call<{ problem: null; files: { path: string }[] }>('backup.run');
    expect([first.problem, second.problem, second.files.length]).toEqual([null, null, 1]);
    await rename(desk, 'noch später');
    await other.call('backup.restore', second.files[0]?.path);
    expect(await nameAt(desk)).toBe('später');
    await rename(desk, 'danach');
    expect(await nameAt(other)).toBe('danach');
    await desk.call('backup.run');
    await Promise.all([desk.end(), other.end()]);
  });

  it('can share a folder that was used alone before, once the owner has opened it again', async (test) => {
    const [anna, bert] = usersFor(test);
    const folder = folderOf(anna, 0o755);
    const alone = await deskAt(folder, anna);
    await setUp(alone);
    await alone.end();
    expect(modeOf(databaseIn(folder)) & 0o020).toBe(0);
    chmodSync(folder, SHARED);
    const desk = await deskAt(folder, anna);
    const other = await deskAt(folder, bert);
    await rename(other, 'nun gemeinsam');
    expect(await nameAt(desk)).toBe('nun gemeinsam');
    await Promise.all([desk.end(), other.end()]);
  });
});

describe('a folder that is not shared', () => {
  it.for([
    ['readable for others', 0o755],
    ['closed for others', 0o700],
  ] as const)('is refused to another user with a sentence and stays as it was (%s)', async ([, mode], test) => {
    const [anna, bert] = usersFor(test);
    const folder = folderOf(anna, mode);
    const desk = await deskAt(folder, anna);
    await setUp(desk);
    await desk.end();
    const before = readdirSync(folder);
    const other = startDesk(bert);
    await other.ready;
    expect(await other.order({ open: folder })).toMatchObject({
      ok: false,
      code: 'data-folder-not-writable',
      details: { folder },
    });
    await other.end();
    expect(readdirSync(folder)).toEqual(before);
    expect(modeOf(databaseIn(folder)) & 0o022).toBe(0);
  });
});

interface Shell {
  readonly address: string;
  readonly end: () => Promise<void>;
}

/** The local shell until it has said its address or ended. */
async function startShell(folder: string, user: NamedUser): Promise<Shell | { readonly refused: string }> {
  const child = spawn(process.execPath, [join(builtFolder, 'local.mjs'), '--no-window', '--data', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'close');
  for (;;) {
    const chunk = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended.then(() => null)]);
    if (chunk === null) return { refused: output };
    output += String(chunk[0]);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (address === undefined) continue;
    const end = async (): Promise<void> => {
      child.kill('SIGTERM');
      await ended;
    };
    return { address, end };
  }
}

describe('the windows of two users in one folder', () => {
  it('have a host each, and a second start of a user finds the own one again', async (test) => {
    const [anna, bert] = usersFor(test);
    const folder = folderOf(anna, SHARED);
    const first = await startShell(folder, anna);
    const second = await startShell(folder, bert);
    const again = await startShell(folder, anna);
    if (!('address' in first && 'address' in second && 'address' in again)) throw new Error(JSON.stringify(second));
    expect(second.address).not.toBe(first.address);
    expect(again.address).toBe(first.address);
    const locks = readdirSync(folder).filter((name) => name.startsWith('host'));
    expect(locks).toHaveLength(2);
    for (const lock of locks) expect(modeOf(join(folder, lock))).toBe(0o600);
    await second.end();
    expect(readdirSync(folder).filter((name) => name.startsWith('host'))).toHaveLength(1);
    await first.end();
    expect(readdirSync(folder).filter((name) => name.startsWith('host'))).toEqual([]);
  });

  it('open nothing in the folder of another who does not share it', async (test) => {
    const [anna, bert] = usersFor(test);
    const folder = folderOf(anna, 0o755);
    const refused = await startShell(folder, bert);
    expect(refused).toMatchObject({ refused: expect.stringContaining(folder) as unknown });
    expect(readdirSync(folder)).toEqual([]);
  });
});
