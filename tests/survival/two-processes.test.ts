/** Two windows at one database: backup, restore and migration while the other one reads and writes. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src-main/adapters/sqlite/migrations/migrations.ts';
import { openFile } from '../../src-main/adapters/sqlite/open-file.ts';
import { uuidv7 } from '../../src-main/host/ids.ts';
import { tempFolder } from '../support/builders.ts';
import { deskAt, startDesk, type Answer, type Desk } from '../harness/desk/desk.ts';
import {
  databaseIn,
  fillOffice,
  inDatabase,
  isSound,
  nameOf,
  paperIds,
  REF,
  STATEMENT,
} from '../support/survival-office.ts';

interface Restored {
  readonly former: string;
}

async function backupOf(desk: Desk, to: string): Promise<string> {
  mkdirSync(to, { recursive: true });
  const { lastGood } = await desk.call<{ lastGood: { path: string } }>('backup.setFolder', to);
  return lastGood.path;
}

const rename = (name: string): object => ({
  call: 'statements.setField',
  args: [{ ref: REF, field: 'name', value: name }],
});
const create = (id: string): object => ({
  call: 'statements.create',
  args: [{ id, answers: null, name: 'Neu', leadUnit: null, number: null }],
});

describe('a restore while another window works', () => {
  it('loses nothing that was acknowledged: it is in the new state or in the copy of the former one', async () => {
    const folder = tempFolder();
    await fillOffice(folder, 6);
    const desk = await deskAt(folder);
    const other = await deskAt(folder);
    const backup = await backupOf(desk, join(tempFolder(), 'Stick'));
    for (let round = 0; round < 5; round += 1) {
      const stop = new AbortController();
      const writing = (async () => {
        const kept: string[] = [];
        while (!stop.signal.aborted) {
          const id = uuidv7();
          const answer = await other.order(create(id));
          if (answer.ok) kept.push(id);
          else expect(answer.code).toBe('database-busy');
        }
        return kept;
      })();
      // The other one is at work before the restore begins.
      await other.call('system.status');
      const { former } = await desk.call<Restored>('backup.restore', backup);
      stop.abort();
      const acknowledged = await writing;
      const [now, before] = [paperIds(databaseIn(folder)), paperIds(former)];
      expect(
        acknowledged.filter((id) => !now.has(id) && !before.has(id)),
        `round ${round}`,
      ).toEqual([]);
      expect(isSound(former)).toBe(true);
    }
    await Promise.all([desk.end(), other.end()]);
  });

  it('shows the other one the old state or the new one, and refuses nothing but for being busy', async () => {
    const folder = tempFolder();
    await fillOffice(folder, 6);
    const desk = await deskAt(folder);
    const reader = await deskAt(folder);
    const states = ['alt', 'neu'];
    const write = (state: string): Promise<unknown> =>
      desk.call('statements.save', { id: STATEMENT, ...content(state) });
    let revision = 1;
    const content = (state: string): object => {
      const record = { name: state, bodyName: state, hinge: state };
      return { expectedRevision: revision++, content: { ...base, ...record } };
    };
    const { content: base } = await desk.call<{ content: object }>('statements.get', STATEMENT);
    await write('alt');
    const backup = await backupOf(desk, join(tempFolder(), 'Stick'));
    await write('neu');
    const stop = new AbortController();
    const reading = (async () => {
      const seen: Answer<{ content: { name: string; bodyName: string; hinge: string } }>[] = [];
      while (!stop.signal.aborted) seen.push(await reader.order({ call: 'statements.get', args: [STATEMENT] }));
      return seen;
    })();
    let file = backup;
    for (let round = 0; round < 6; round += 1) {
      const { former } = await desk.call<Restored>('backup.restore', file);
      file = former;
    }
    stop.abort();
    const seen = await reading;
    expect(seen.length).toBeGreaterThan(6);
    for (const { ok, code, value } of seen) {
      if (!ok) expect(code).toBe('database-busy');
      else
        expect(states.map((state) => [state, state, state])).toContainEqual([
          value?.content.name,
          value?.content.bodyName,
          value?.content.hinge,
        ]);
    }
    expect(new Set(seen.map(({ value }) => value?.content.name)).size).toBe(2);
    await Promise.all([desk.end(), reader.end()]);
  });

  it('says that the database is busy when the other one keeps its change open, and restores nothing', async () => {
    const folder = tempFolder();
    await fillOffice(folder);
    const [desk, other] = [await deskAt(folder), await deskAt(folder)];
    const backup = await backupOf(desk, join(tempFolder(), 'Stick'));
    await desk.order(rename('nach der Sicherung'));
    await other.order({ hold: 'immediate' });
    const answer = await desk.order({ call: 'backup.restore', args: [backup] });
    expect(answer).toMatchObject({ ok: false, code: 'database-busy' });
    expect(nameOf(databaseIn(folder))).toBe('nach der Sicherung');
    await other.order({ release: true });
    await desk.call('backup.restore', backup);
    expect(nameOf(databaseIn(folder))).toBe('Bänke am Weiher');
    await Promise.all([desk.end(), other.end()]);
  });
});

describe('a backup while another window writes without pause', () => {
  it('comes to an end and holds one state', async () => {
    const folder = tempFolder();
    await fillOffice(folder, 24);
    const [desk, other] = [await deskAt(folder), await deskAt(folder)];
    const stop = new AbortController();
    let changes = 0;
    const writing = (async () => {
      while (!stop.signal.aborted) {
        await other.call('statements.setField', { ref: REF, field: 'name', value: `Stand ${(changes += 1)}` });
      }
    })();
    const path = await backupOf(desk, join(tempFolder(), 'Stick'));
    const during = changes;
    stop.abort();
    await writing;
    expect(isSound(path)).toBe(true);
    const kept = /^Stand (\d+)$/.exec(nameOf(path))?.[1] ?? '0';
    expect(Number(kept)).toBeLessThanOrEqual(during + 1);
    await Promise.all([desk.end(), other.end()]);
  });
});

describe('several programs that meet a database of the first version', () => {
  it('all open it, and the copy from before is whole and of the first version', async () => {
    const old = tempFolder();
    const db = openFile(old, MIGRATIONS.slice(0, 1));
    const insert = db.prepare("INSERT INTO external_ref VALUES ('alt', ?, 'paper', ?)");
    db.transaction(() => {
      for (let n = 0; n < 20_000; n += 1) insert.run(`fremde Nummer ${n}`, `hier ${n}`.repeat(20));
    })();
    db.close();
    for (let round = 0; round < 4; round += 1) {
      const folder = tempFolder();
      copyFileSync(databaseIn(old), databaseIn(folder));
      const desks = [startDesk(), startDesk(), startDesk()];
      await Promise.all(desks.map((desk) => desk.ready));
      const answers = await Promise.all(desks.map((desk) => desk.order({ open: folder })));
      expect(answers).toEqual(desks.map(() => ({ ok: true, value: null })));
      await Promise.all(desks.map((desk) => desk.end()));
      const copies = readdirSync(join(folder, 'backups'));
      expect(copies).toEqual(['before-version-2.db']);
      inDatabase(join(folder, 'backups', 'before-version-2.db'), (copy) => {
        expect(copy.pragma('user_version', { simple: true })).toBe(1);
        expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
        expect(copy.prepare('SELECT count(*) FROM external_ref').pluck().get()).toBe(20_000);
      });
      expect(isSound(databaseIn(folder))).toBe(true);
    }
  });
});
