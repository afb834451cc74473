/** The eight kinds of work a process is killed at, and what must hold afterwards. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { MIGRATIONS } from '../../src-main/adapters/sqlite/migrations/migrations.ts';
import { openFile } from '../../src-main/adapters/sqlite/open-file.ts';
import { personContentSchema } from '../../src-main/contract/settings.ts';
import { restoreDatabase } from '../../src-main/adapters/sqlite/restore.ts';
import { folderDelivery } from '../../src-main/adapters/files/folder-delivery.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { uuidv7 } from '../../src-main/host/ids.ts';
import type { Phase, Stage } from './kill-rounds.ts';
import { databaseIn, deskClock, fillOffice, inDatabase, isSound, nameOf, REF } from './survival-office.ts';
import { testHost } from './test-host.ts';

const HIDDEN = /^\.stellwerk-.*\.tmp(-journal|-wal|-shm)?$/;
const order = (call: string, ...args: readonly unknown[]): object => ({ call, args });
const rename = (value: string): object => order('statements.setField', { ref: REF, field: 'name', value });

/** An empty folder of that name. */
function folderIn(place: string, name: string): string {
  const folder = join(place, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function requireHealth(folder: string): Promise<void> {
  const host = testHost({ folder, clock: deskClock });
  try {
    const { findings } = await host.app.backup.doctor();
    assert.deepEqual(
      findings.filter((finding) => !finding.ok),
      [],
    );
  } finally {
    await host.dispose();
  }
}

/** Everything in all tables but what the search makes of it. */
function contentOf(path: string): string {
  return inDatabase(path, (db) => {
    const tables = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%' ORDER BY name")
      .pluck()
      .all() as string[];
    const hash = createHash('sha256');
    for (const table of tables) {
      hash.update(table);
      for (const row of db.prepare(`SELECT * FROM ${table}`).raw().iterate()) hash.update(JSON.stringify(row));
    }
    return hash.digest('hex');
  });
}

const all = <T>(path: string, query: string): T[] =>
  inDatabase(path, (db: Sqlite.Database) => db.prepare(query).all() as T[]);

/** Hidden leftovers as if the process had been killed long ago, so that the next one takes them away. */
function ageLeftovers(...folders: readonly string[]): void {
  const longAgo = new Date(Date.now() - 26 * 3_600_000);
  for (const path of leftoversIn(...folders)) utimesSync(path, longAgo, longAgo);
}
const leftoversIn = (...folders: readonly string[]): string[] =>
  folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith('.'))
        .map((name) => {
          assert.match(name, HIDDEN);
          return join(folder, name);
        }),
    );

/** The value a change left: the last one promised or the one that was under way. */
function requireLastOrNext(found: string, promised: number, values: readonly string[], before: string): void {
  const possible = [promised === 0 ? before : values[promised - 1], values[promised]].filter(Boolean);
  assert.ok(possible.includes(found), `found „${found}“, possible were ${possible.join(', ')}`);
}

const savePhase: Phase = {
  name: 'save',
  prepare: async (place) => {
    const folder = folderIn(place, 'Büro');
    await fillOffice(folder);
    const path = databaseIn(folder);
    return {
      work: (round, viaCommandLine) => {
        const orders = Array.from({ length: viaCommandLine ? 1 : 8 }, (_, n) => {
          const id = uuidv7();
          const created = order('statements.create', { id, answers: null, name: `Neu ${n}`, leadUnit: null, number: null });
          const change = rename(`Stand ${round}.${n}`);
          return viaCommandLine ? [change] : [change, created, order('statements.giveNumber', { id, reference: null })];
        }).flat();
        const before = [order('statements.get', REF)];
        return { folder, before, orders, command: ['set', REF, 'name', `Stand ${round}.0`, '--data', folder] };
      },
      check: async (acknowledged, { orders }) => {
        const isRename = (index: number): boolean => index % 3 === 0;
        const names = orders.filter((_, index) => isRename(index)).map((each) => valueOf(each));
        const promised = acknowledged.filter((_, index) => isRename(index)).length;
        const found = nameOf(path);
        if (promised > 0) requireLastOrNext(found, promised, names, '');
        type Paper = { id: string; reference: string | null; revision: number };
        const papers = new Map(all<Paper>(path, 'SELECT id, reference, revision FROM paper').map((row) => [row.id, row]));
        for (const { value } of acknowledged) {
          const draft = value as { id: string; reference: string | null; revision: number };
          const stored = papers.get(draft.id);
          assert.ok(stored && stored.revision >= draft.revision, `${draft.id} is missing or older than promised`);
          if (draft.reference !== null) assert.equal(stored.reference, draft.reference);
        }
        const given = all<{ n: number }>(path, "SELECT n FROM number_entry WHERE class = 'S' ORDER BY n");
        assert.deepEqual(
          given.map(({ n }) => n),
          given.map((_, index) => index + 1),
        );
        const references = [...papers.values()].flatMap((paper) => paper.reference ?? []);
        assert.equal(new Set(references).size, references.length);
        assert.equal(references.length, given.length);
        await requireHealth(folder);
      },
      end: () => requireHealth(folder),
    };
  },
};

const valueOf = (each: object): string => {
  const [first] = (each as { args: [{ value?: string }] }).args;
  return first.value ?? '';
};

const importPhase: Phase = {
  name: 'import',
  prepare: async (place) => {
    const folder = folderIn(place, 'Büro');
    const files = folderIn(place, 'Dateien');
    await fillOffice(folder);
    const host = testHost({ folder });
    const record = await host.app.statements.record(REF);
    await host.dispose();
    const path = databaseIn(folder);
    let count = 0;
    const nextFile = (): string => {
      const n = (count += 1);
      const file = join(files, `vorlage ${n}.json`);
      const reference = `S${String(n % 10_000).padStart(4, '0')}/${20 - Math.floor(n / 10_000)}`;
      const text = Array.from({ length: 20 }, () => `Absatz über Bänke zu ${reference}, lang genug.`);
      writeFileSync(file, JSON.stringify({ ...record, reference, name: `Aus Datei ${n}`, replyText: text }));
      return file;
    };
    // Taken over already: it stays unchanged.
    const known = join(files, 'bekannt.json');
    writeFileSync(known, JSON.stringify(record));
    let waiting: string[] = [];
    return {
      work: (_, viaCommandLine) => {
        // What was under way goes first: taking it over again is no harm.
        while (waiting.length < (viaCommandLine ? 3 : 12)) waiting.push(nextFile());
        const orders = viaCommandLine ? [{}] : waiting.map((file) => order('imports.importFile', { file }));
        const before = [order('imports.importFile', { file: known })];
        return { folder, before, orders, command: ['import', ...waiting, '--data', folder] };
      },
      check: async (acknowledged, _, viaCommandLine) => {
        const results = (viaCommandLine ? acknowledged.flatMap(({ value }) => value) : acknowledged.map(({ value }) => value)) as {
          reference: string;
        }[];
        type Row = { reference: string; name: string; state: string | null };
        const query = 'SELECT reference, name, state FROM paper LEFT JOIN statement ON paper_id = paper.id';
        const rows = all<Row>(path, query);
        assert.deepEqual(
          rows.filter((row) => row.state === null),
          [],
        );
        const stored = new Set(rows.map((row) => row.reference));
        for (const { reference } of results) assert.ok(stored.has(reference), `${reference} is missing`);
        assert.ok(rows.length <= count + 1);
        waiting = waiting.slice(results.length);
        await requireHealth(folder);
      },
      end: () => requireHealth(folder),
    };
  },
};

const exportPhase: Phase = {
  name: 'export',
  prepare: async (place) => {
    const folder = folderIn(place, 'Büro');
    await fillOffice(folder);
    const target = folderIn(place, 'Ausgang');
    const host = testHost({ folder });
    const states = ['alt', 'neu'];
    const files = new Map<string, string[]>();
    for (const state of states) {
      const ready = folderIn(place, state);
      await host.app.statements.setField({ ref: REF, field: 'reply', value: `Stand ${state}. `.repeat(400) });
      await host.app.documents.deliver(
        { ref: REF, kind: 'form-sheet', formats: ['pdf', 'docx'], withAttachments: false },
        folderDelivery(ready),
      );
      files.set(state, readdirSync(ready).map((name) => join(ready, name)));
    }
    await host.dispose();
    const names = (files.get('neu') ?? []).map((path) => basename(path)).sort();
    assert.equal(names.length, 2);
    const wholeFiles = (): void => {
      const found = readdirSync(target).filter((name) => !name.startsWith('.'));
      for (const name of found) {
        assert.ok(names.includes(name), `${name} is no name of an export`);
        const bytes = readFileSync(join(target, name));
        const isWhole = states.some((state) => readFileSync(join(place, state, name)).equals(bytes));
        assert.ok(isWhole, `${name} is neither the old nor the new file`);
      }
    };
    const deliver = (state: string): object => ({ deliver: { files: files.get(state), folder: target } });
    return {
      work: (round, viaCommandLine) => {
        // Half the rounds begin in an empty folder.
        if (round % 2 === 0) for (const name of names) rmSync(join(target, name), { force: true });
        const orders = viaCommandLine ? [{}] : Array.from({ length: 6 }, (_, n) => deliver(states[n % 2] ?? ''));
        return { folder, orders, command: ['export', REF, '--to', target, '--data', folder] };
      },
      check: async (acknowledged) => {
        wholeFiles();
        if (acknowledged.length > 0) {
          assert.deepEqual(readdirSync(target).filter((name) => !name.startsWith('.')).sort(), names);
        }
        ageLeftovers(target);
        await requireHealth(folder);
      },
      end: async () => {
        const [first] = states;
        const contents = (files.get(first ?? '') ?? []).map((path) => ({
          fileName: basename(path),
          mimeType: '',
          bytes: readFileSync(path),
        }));
        await folderDelivery(target).deliver(contents);
        assert.deepEqual(leftoversIn(target), []);
        wholeFiles();
      },
    };
  },
};

const ATTACHED = 4;
const ATTACHED_BYTES = 2 * 1024 * 1024;

const attachPhase: Phase = {
  name: 'attach',
  prepare: async (place) => {
    const template = folderIn(place, 'Vorlage');
    await fillOffice(template);
    const files = Array.from({ length: ATTACHED }, (_, n) => {
      const file = join(place, `Plan ${n}.bin`);
      writeFileSync(file, randomBytes(ATTACHED_BYTES));
      return file;
    });
    const folder = join(place, 'Büro');
    return {
      work: () => {
        rmSync(folder, { recursive: true, force: true });
        cpSync(template, folder, { recursive: true });
        const orders = files.map((file) => order('attachments.add', { file, id: uuidv7(), ref: REF }));
        const before = [order('attachments.list', REF)];
        return { folder, before, orders, command: ['attach', REF, ...files, '--data', folder] };
      },
      check: async (acknowledged, _, viaCommandLine) => {
        const promised = viaCommandLine ? acknowledged.length * ATTACHED : acknowledged.length;
        const path = databaseIn(folder);
        const query =
          'SELECT file_name, size, length(bytes) AS kept FROM file LEFT JOIN blob ON blob.sha512 = file.sha512 ORDER BY seq';
        const rows = all<{ file_name: string; size: number; kept: number | null }>(path, query);
        assert.ok(rows.length >= promised, `${promised} were promised, ${rows.length} are there`);
        assert.deepEqual(
          rows,
          files.slice(0, rows.length).map((file) => ({ file_name: basename(file), size: ATTACHED_BYTES, kept: ATTACHED_BYTES })),
        );
        assert.equal(all(path, 'SELECT sha512 FROM blob').length, rows.length);
        await requireHealth(folder);
      },
      end: () => requireHealth(folder),
    };
  },
};

const PERSONS = 60;

const settingsPhase: Phase = {
  name: 'settings',
  prepare: async (place) => {
    const folder = folderIn(place, 'Büro');
    await fillOffice(folder);
    const host = testHost({ folder });
    await host.app.settings.exportFile(folderDelivery(place));
    await host.dispose();
    const [name = ''] = readdirSync(place).filter((each) => each.endsWith('.json'));
    const exported = JSON.parse(readFileSync(join(place, name), 'utf8')) as object;
    const ids = Array.from({ length: PERSONS }, () => uuidv7());
    const rooms: string[] = [];
    const fileOf = (room: string): string => {
      const file = join(place, `${room}.json`);
      const persons = ids.map((id, n) => ({
        id,
        ...personContentSchema.parse({ givenName: 'Ada', familyName: `Beispiel ${n}`, reach: { room } }),
      }));
      writeFileSync(file, JSON.stringify({ ...exported, persons }));
      return file;
    };
    const path = databaseIn(folder);
    let before = '';
    return {
      work: (round, viaCommandLine) => {
        rooms.length = 0;
        for (let n = 0; n < (viaCommandLine ? 1 : 4); n += 1) rooms.push(`Zimmer ${round}.${n}`);
        const files = rooms.map(fileOf);
        const orders = files.map((file) => order('takeOver.applySettings', { file }));
        const before = [order('takeOver.planSettings', { file: files[0] })];
        return { folder, before, orders, command: ['settings', 'import', files[0] ?? '', '--data', folder] };
      },
      check: async (acknowledged) => {
        const found = all<{ room: string; n: number }>(path, 'SELECT room, count(*) AS n FROM person GROUP BY room');
        if (found.length > 0) {
          assert.deepEqual(
            found.map(({ n }) => n),
            [PERSONS],
          );
        }
        requireLastOrNext(found[0]?.room ?? '', acknowledged.length, rooms, before);
        before = found[0]?.room ?? '';
        const batches = all<{ n: number }>(
          path,
          "SELECT count(*) AS n FROM setting_version WHERE area = 'person' AND batch IS NOT NULL AND batch <> 'found' GROUP BY batch",
        );
        for (const { n } of batches) assert.equal(n, PERSONS);
        for (const room of rooms) rmSync(join(place, `${room}.json`), { force: true });
        await requireHealth(folder);
      },
      end: () => requireHealth(folder),
    };
  },
};

const OLD_ROWS = 4000;

/** A database as the first version left it, with papers, texts and foreign numbers. */
function fillFirstVersion(folder: string): void {
  const db = openFile(folder, MIGRATIONS.slice(0, 1));
  db.prepare("INSERT INTO office VALUES (1, 'own', ?)").run(JSON.stringify(builtInProfile('Stadt Auental')));
  const text = db.prepare("INSERT INTO rich_text VALUES (?, 1, ?)");
  const foreign = db.prepare("INSERT INTO external_ref VALUES ('alt', ?, 'paper', ?)");
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Die Bänke werden aufgestellt. '.repeat(30) }] };
  const json = JSON.stringify({ type: 'doc', content: [paragraph] });
  db.transaction(() => {
    for (let n = 0; n < OLD_ROWS; n += 1) {
      text.run(`text ${n}`, json);
      foreign.run(`fremd ${n}`, `text ${n}`);
    }
  })();
  db.close();
}

const migrationPhase: Phase = {
  name: 'migration',
  prepare: (place) => {
    const template = folderIn(place, 'Vorlage');
    fillFirstVersion(template);
    const folder = join(place, 'Büro');
    const copies = join(folder, 'backups');
    const oldRows = (path: string): readonly number[] =>
      inDatabase(path, (db) =>
        ['rich_text', 'external_ref'].map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number),
      );
    const version = (path: string): unknown => inDatabase(path, (db) => db.pragma('user_version', { simple: true }));
    const stage: Stage = {
      work: () => {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder);
        copyFileSync(databaseIn(template), databaseIn(folder));
        return { folder: null, orders: [{ open: folder }], command: ['list', '--data', folder] };
      },
      check: (acknowledged) => {
        const path = databaseIn(folder);
        const found = version(path);
        assert.ok(found === MIGRATIONS.length || (found === 1 && acknowledged.length === 0), `version ${String(found)}`);
        assert.ok(isSound(path));
        const kept = existsSync(copies) ? readdirSync(copies).filter((name) => !name.startsWith('.')) : [];
        if (found === MIGRATIONS.length) assert.deepEqual(kept, ['before-version-2.db']);
        for (const name of kept) {
          const copy = join(copies, name);
          assert.deepEqual([version(copy), isSound(copy), oldRows(copy)], [1, true, [OLD_ROWS, OLD_ROWS]]);
        }
        ageLeftovers(copies);
        // The next start finishes what was begun and takes away what was left.
        openFile(folder).close();
        assert.deepEqual([version(path), isSound(path), oldRows(path)], [MIGRATIONS.length, true, [OLD_ROWS, OLD_ROWS]]);
        if (found === 1) assert.deepEqual(leftoversIn(copies), []);
        return Promise.resolve();
      },
      end: () => Promise.resolve(),
    };
    return Promise.resolve(stage);
  },
};

const backupPhase: Phase = {
  name: 'backup',
  prepare: async (place) => {
    const folder = folderIn(place, 'Büro');
    const stick = folderIn(place, 'Stick ü');
    await fillOffice(folder, 3);
    const first = testHost({ folder });
    await first.app.backup.setFolder(stick);
    await first.dispose();
    const nameIn = (path: string): number => Number(/^Stand (\d+)$/.exec(nameOf(path))?.[1] ?? 0);
    const places = [stick, join(folder, 'backups'), join(folder, 'backups', 'daily')];
    let [told, kept, toldBefore] = [0, 0, 0];
    return {
      work: (_, viaCommandLine) => {
        toldBefore = told;
        const orders = Array.from({ length: viaCommandLine ? 1 : 2 }, () =>
          viaCommandLine ? [{}] : [rename(`Stand ${(told += 1)}`), order('backup.run')],
        ).flat();
        return { folder, before: [order('backup.state')], orders, command: ['backup', '--data', folder] };
      },
      check: async (acknowledged, _, viaCommandLine) => {
        const states = acknowledged.flatMap(({ value }, index) =>
          viaCommandLine || index % 2 === 1 ? [value as { problem: string | null }] : [],
        );
        for (const state of states) assert.equal(state.problem, null);
        const promised = viaCommandLine ? nameIn(databaseIn(folder)) : toldBefore + states.length;
        if (states.length > 0) kept = promised;
        const host = testHost({ folder, clock: deskClock });
        const { files } = await host.app.backup.state();
        await host.dispose();
        assert.ok(files.length > 0);
        for (const file of files) assert.ok(isSound(file.path), `${file.fileName} is not sound`);
        const newest = nameIn(files[0]?.path ?? '');
        assert.ok(newest >= kept, `the newest backup holds ${newest}, promised was ${kept}`);
        kept = newest;
        ageLeftovers(...places);
        await requireHealth(folder);
      },
      end: async () => {
        const host = testHost({ folder, clock: deskClock });
        await host.app.backup.run();
        await host.dispose();
        assert.deepEqual(leftoversIn(...places), []);
      },
    };
  },
};

const restorePhase: Phase = {
  name: 'restore',
  prepare: async (place) => {
    const folder = folderIn(place, 'Büro');
    await fillOffice(folder, 3);
    const host = testHost({ folder, clock: deskClock });
    const backups = await Promise.all(
      ['alt', 'neu'].map(async (state) => join(folderIn(place, state), 'Sicherung.db')),
    );
    for (const [n, backup] of backups.entries()) {
      await host.app.statements.setField({ ref: REF, field: 'name', value: `Stand ${n}` });
      const { lastGood } = await host.app.backup.run();
      copyFileSync(lastGood?.path ?? '', backup);
    }
    await host.dispose();
    await restoreDatabase(backups[1] ?? '', folder, 'anfang');
    const contents = backups.map(contentOf);
    const path = databaseIn(folder);
    const copies = join(folder, 'backups');
    let state = 1;
    let wanted = 0;
    return {
      work: () => {
        wanted = 1 - state;
        const backup = backups[wanted] ?? '';
        const before = [order('backup.inspect', backup)];
        const orders = [order('backup.restore', backup)];
        return { folder, before, orders, command: ['restore', backup, '--data', folder] };
      },
      check: async (acknowledged) => {
        const found = contents.indexOf(contentOf(path));
        assert.ok(found >= 0, 'neither the old nor the new state');
        if (acknowledged.length > 0) assert.equal(found, wanted);
        if (found !== state) {
          // What was replaced lies beside it.
          const former = readdirSync(copies).filter((name) => name.startsWith('before-restore-'));
          const held = former.map((name) => contentOf(join(copies, name)));
          assert.ok(held.includes(contents[state] ?? ''), 'the former state is kept nowhere');
        }
        for (const name of readdirSync(copies).filter((each) => each.endsWith('.db') && !each.startsWith('.'))) {
          const copy = join(copies, name);
          assert.ok(isSound(copy), `${name} is not sound`);
          rmSync(copy);
        }
        state = found;
        ageLeftovers(folder, copies);
        await requireHealth(folder);
      },
      end: async () => {
        await restoreDatabase(backups[0] ?? '', folder, 'ende');
        assert.deepEqual(leftoversIn(folder, copies), []);
        assert.equal(contentOf(path), contents[0]);
      },
    };
  },
};

export const PHASES: readonly Phase[] = [
  savePhase,
  importPhase,
  exportPhase,
  attachPhase,
  settingsPhase,
  migrationPhase,
  backupPhase,
  restorePhase,
];
