/** Work inside the database that a process is killed at: save, import, attach, settings. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { folderDelivery } from '../../../src-main/adapters/files/folder-delivery.ts';
import { personContentSchema } from '../../../src-main/contract/settings/shapes.ts';
import { uuidv7 } from '../../../src-main/host/ids.ts';
import { order, rename, folderIn, requireHealth, all, requireLastOrNext } from './kill-checks.ts';
import type { Phase } from './kill-rounds.ts';
import { databaseIn, fillOffice, nameOf, REF } from '../../support/survival-office.ts';
import { testHost } from '../../support/test-host.ts';
import { handOver } from '../../support/hand-over.ts';

export const savePhase: Phase = {
  name: 'save',
  prepare: async (place) => {
    const folder = folderIn(place, 'Büro');
    await fillOffice(folder);
    const path = databaseIn(folder);
    return {
      work: (round, viaCommandLine) => {
        const orders = Array.from({ length: viaCommandLine ? 1 : 8 }, (_, n) => {
          const id = uuidv7();
          const created = order('statements.create', {
            id,
            answers: null,
            name: `Neu ${n}`,
            leadUnit: null,
            number: null,
          });
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
        const papers = new Map(
          all<Paper>(path, 'SELECT id, reference, revision FROM paper').map((row) => [row.id, row]),
        );
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

export const importPhase: Phase = {
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
        const results = (
          viaCommandLine ? acknowledged.flatMap(({ value }) => value) : acknowledged.map(({ value }) => value)
        ) as {
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

const ATTACHED = 3;
const ATTACHED_BYTES = 2 * 1024 * 1024;

export const attachPhase: Phase = {
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
          files
            .slice(0, rows.length)
            .map((file) => ({ file_name: basename(file), size: ATTACHED_BYTES, kept: ATTACHED_BYTES })),
        );
        assert.equal(all(path, 'SELECT sha512 FROM blob').length, rows.length);
        await requireHealth(folder);
      },
      end: () => requireHealth(folder),
    };
  },
};

const PERSONS = 40;

export const settingsPhase: Phase = {
  name: 'settings',
  prepare: async (place) => {
    const folder = folderIn(place, 'Büro');
    await fillOffice(folder);
    const host = testHost({ folder });
    await handOver(host.app.settings.exportFile(), folderDelivery(place));
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
        const orders = files.map((file) => order('setupImports.applySettings', { file }));
        const before = [order('setupImports.planSettings', { file: files[0] })];
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
