import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { chainHash, FIRST_HASH, firstBrokenEntry } from '../../../src-main/adapters/sqlite/log-chain.ts';
import { DATABASE_FILE } from '../../../src-main/adapters/sqlite/open-file.ts';
import type { ChangeLogTable } from '../../../src-main/adapters/sql/tables.ts';
import { tempFolder } from '../../support/builders.ts';
import { fixedClock } from '../../support/test-host.ts';

function chain(length: number): ChangeLogTable[] {
  const entries: ChangeLogTable[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const prev_hash = entries.at(-1)?.hash ?? FIRST_HASH;
    const entry = {
      seq,
      at: '2026-01-01',
      actor: 'ada',
      action: 'saved',
      entity: 'paper',
      entity_id: `p${seq}`,
      revision: seq,
      prev_hash,
      row_digest: seq % 2 === 0 ? 'd'.repeat(64) : null,
      state_digest: seq % 3 === 0 ? 'e'.repeat(64) : null,
    };
    entries.push({ ...entry, hash: chainHash(entry) });
  }
  return entries;
}

describe('the chain of the log', () => {
  it('is whole when nobody touched it', () => {
    expect(firstBrokenEntry(chain(20))).toBeNull();
    expect(firstBrokenEntry([])).toBeNull();
  });

  it.each([
    'at',
    'actor',
    'action',
    'entity',
    'entity_id',
    'revision',
    'prev_hash',
    'hash',
    'row_digest',
    'state_digest',
  ] as const)('shows an entry whose %s was changed', (field) => {
    const entries = chain(5);
    const changed = entries.map((entry) =>
      entry.seq === 3 ? { ...entry, [field]: field === 'revision' ? 99 : 'anders' } : entry,
    );
    expect(firstBrokenEntry(changed)).toBe(3);
  });

  it('shows an entry that is missing, doubled or in a wrong place', () => {
    const [one, two, three, four] = chain(4) as [ChangeLogTable, ChangeLogTable, ChangeLogTable, ChangeLogTable];
    expect(firstBrokenEntry([one, three, four])).toBe(2);
    expect(firstBrokenEntry([one, two, two, three])).toBe(3);
    expect(firstBrokenEntry([one, three, two, four])).toBe(2);
    expect(firstBrokenEntry([two, three])).toBe(1);
  });

  it('shows an entry that was changed together with its own hash', () => {
    const entries = chain(4).map((entry) => {
      if (entry.seq !== 2) return entry;
      const forged = { ...entry, actor: 'eve' };
      return { ...forged, hash: chainHash(forged) };
    });
    expect(firstBrokenEntry(entries)).toBe(3);
  });
});

describe('the log in the file', () => {
  const append = (database: OpenDatabase, entityId: string): Promise<void> =>
    database.write((stores) => stores.log.append({ action: 'saved', entity: 'paper', entityId, revision: 1 }));
  const logFinding = async (database: OpenDatabase) =>
    (await database.examine()).find((finding) => finding.area === 'Protokoll');

  async function folderWithLog(): Promise<string> {
    const folder = tempFolder();
    const database = openDatabase({ folder, actor: () => 'ada', clock: fixedClock });
    for (const id of ['a', 'b', 'c']) await append(database, id);
    expect(await logFinding(database)).toEqual({
      area: 'Protokoll',
      ok: true,
      detail: '3 Einträge, Kette geschlossen',
      repair: null,
    });
    await database.close();
    return folder;
  }

  it('lets nobody change or delete an entry', async () => {
    const file = new Sqlite(join(await folderWithLog(), DATABASE_FILE));
    expect(() => file.exec("UPDATE change_log SET actor = 'eve' WHERE seq = 2")).toThrow('the log is append-only');
    expect(() => file.exec('DELETE FROM change_log')).toThrow('the log is append-only');
    file.close();
  });

  it('shows what was changed with the triggers gone', async () => {
    const folder = await folderWithLog();
    const file = new Sqlite(join(folder, DATABASE_FILE));
    file.exec("DROP TRIGGER change_log_no_update; UPDATE change_log SET actor = 'eve' WHERE seq = 2");
    file.close();
    const database = openDatabase({ folder, actor: () => 'ada', clock: fixedClock });
    expect(await logFinding(database)).toMatchObject({ ok: false, detail: 'Eintrag 2 passt nicht zur Kette' });
    await database.close();
  });

  it('writes no entry when the action fails', async () => {
    const database = openDatabase({ folder: await folderWithLog(), actor: () => 'ada', clock: fixedClock });
    const work = database.write(async (stores) => {
      await stores.log.append({ action: 'saved', entity: 'paper', entityId: 'd', revision: 1 });
      throw new Error('failed');
    });
    await expect(work).rejects.toThrow('failed');
    expect(await logFinding(database)).toMatchObject({ ok: true, detail: '3 Einträge, Kette geschlossen' });
    await database.close();
  });
});
