import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startCli, withDatabase, workspace } from '../harness/desk/cli.ts';
import { qpdfCheck, skipReason } from '../harness/judges/judges.ts';

const space = workspace();
const REF = 'S0021/26';
const ROUNDS = 16;

/** Starts a command and kills it when `moment` comes. False when the command was quicker. */
async function killedAt(args: readonly string[], moment: () => Promise<void>): Promise<boolean> {
  const child = startCli(args);
  const ended = new Promise<boolean>((resolve) => child.on('exit', (_code, signal) => resolve(signal === 'SIGKILL')));
  await Promise.race([moment(), ended]);
  child.kill('SIGKILL');
  return ended;
}

/** The moment a little after the first byte is written to the folder: the files are on their way. */
async function whenWriting(folder: string, furtherMs: number): Promise<void> {
  const before = readdirSync(folder).length;
  while (readdirSync(folder).length === before) await pause(1);
  await pause(furtherMs);
}

const finalNames = (folder: string): string[] => readdirSync(folder).filter((name) => !name.startsWith('.stellwerk-'));

describe('kill -9 during export', () => {
  it('leaves whole files or none under the final names, and a sound register', async () => {
    const office = await space.office('example');
    const used = space.folder();
    const started = Date.now();
    await office.json('export', REF, '--to', used);
    const takesMs = Date.now() - started;
    const older = new Map(finalNames(used).map((name) => [name, readFileSync(join(used, name))]));
    await office.json('set', REF, 'name', 'Neue Bezeichnung');
    const whole = space.folder();
    await office.json('export', REF, '--to', whole);
    const newer = new Map(finalNames(whole).map((name) => [name, readFileSync(join(whole, name))]));
    expect([...newer.keys()].sort()).toEqual(['S0021-26.docx', 'S0021-26.pdf']);

    let killed = 0;
    let leftovers = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const isUsed = round % 2 === 1;
      const target = isUsed ? used : space.folder();
      const anywhere = (): Promise<void> => pause(Math.random() * takesMs * 0.8);
      const writing = (): Promise<void> => whenWriting(target, Math.random() * 12);
      const args = ['export', REF, '--to', target, '--data', office.data];
      if (await killedAt(args, round % 4 < 2 ? writing : anywhere)) killed += 1;
      if (readdirSync(target).length > finalNames(target).length) leftovers += 1;
      for (const name of finalNames(target)) {
        const bytes = readFileSync(join(target, name));
        const isNew = newer.get(name)?.equals(bytes) === true;
        const isOld = isUsed && older.get(name)?.equals(bytes) === true;
        expect(isNew || isOld, `${name} after round ${round}`).toBe(true);
      }
    }
    expect(killed).toBeGreaterThanOrEqual(ROUNDS / 2);
    // Some rounds must have hit the writing itself, or the test proves nothing.
    expect(leftovers).toBeGreaterThan(0);
    expect((await office.run('doctor')).exitCode).toBe(0);
    await office.json('export', REF, '--to', used);
    for (const [name, bytes] of newer) expect(readFileSync(join(used, name)).equals(bytes), name).toBe(true);
  });

  it('leaves only PDFs that qpdf finds sound', async (test) => {
    const reason = skipReason(['qpdf']);
    test.skip(reason !== undefined, reason);
    const office = await space.office('example');
    const target = space.folder();
    for (let round = 0; round < 4; round += 1) {
      const args = ['export', REF, '--to', target, '--format', 'pdf', '--data', office.data];
      await killedAt(args, () => whenWriting(target, round * 4));
      for (const name of finalNames(target)) {
        expect(await qpdfCheck(join(target, name))).toEqual({ sound: true, problems: [] });
      }
      await office.json('export', REF, '--to', target, '--format', 'pdf');
      expect(await qpdfCheck(join(target, 'S0021-26.pdf'))).toEqual({ sound: true, problems: [] });
    }
  });
});

describe('kill -9 during a change', () => {
  it('leaves the old or the new state, never a mixture', async () => {
    const office = await space.office('example');
    const started = Date.now();
    await office.json('set', REF, 'name', 'Stand 0');
    const takesMs = Date.now() - started;
    for (let round = 1; round <= 8; round += 1) {
      const before = await office.show(REF);
      const moment = (): Promise<void> => pause(takesMs * (0.4 + round / 14));
      await killedAt(['set', REF, 'name', `Stand ${round}`, '--data', office.data], moment);
      const after = await office.show(REF);
      expect([before.name, `Stand ${round}`]).toContain(after.name);
      expect({ ...after, name: '' }).toEqual({ ...before, name: '' });
    }
    expect((await office.run('doctor')).exitCode).toBe(0);
    withDatabase(office.data, (database) => {
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    });
  });
});
