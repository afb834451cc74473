/** Work on whole files that a process is killed at: export, migration, backup, restore. */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { folderDelivery } from '../../../src-main/adapters/files/folder-delivery.ts';
import { MIGRATIONS } from '../../../src-main/adapters/sqlite/migrations/migrations.ts';
import { openFile } from '../../../src-main/adapters/sqlite/open-file.ts';
import { restoreDatabase } from '../../../src-main/adapters/sqlite/restore.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { order, rename, folderIn, requireHealth, contentOf, ageLeftovers, leftoversIn } from './kill-checks.ts';
import type { Phase, Stage } from './kill-rounds.ts';
import { databaseIn, deskClock, fillOffice, inDatabase, isSound, nameOf, REF } from '../../support/survival-office.ts';
import { testHost } from '../../support/test-host.ts';
import { handOver } from '../../support/hand-over.ts';

export const exportPhase: Phase = {
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
      await handOver(
        host.app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['pdf', 'docx'], withAttachments: false }),
        folderDelivery(ready),
      );
      files.set(
        state,
        readdirSync(ready).map((name) => join(ready, name)),
      );
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
        return { folder, orders, watched: target, command: ['export', REF, '--to', target, '--data', folder] };
      },
      check: async (acknowledged) => {
        wholeFiles();
        if (acknowledged.length > 0) {
          assert.deepEqual(
            readdirSync(target)
              .filter((name) => !name.startsWith('.'))
              .sort(),
            names,
          );
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

const OLD_ROWS = 4000;

/** A database as the first version left it, with papers, texts and foreign numbers. */
function fillFirstVersion(folder: string): void {
  const db = openFile(folder, MIGRATIONS.slice(0, 1));
  db.prepare("INSERT INTO office VALUES (1, 'own', ?)").run(JSON.stringify(builtInProfile('Stadt Auental')));
  const text = db.prepare('INSERT INTO rich_text VALUES (?, 1, ?)');
  const foreign = db.prepare("INSERT INTO external_ref VALUES ('alt', ?, 'paper', ?)");
  const paragraph = {
    type: 'paragraph',
    content: [{ type: 'text', text: 'Die Bänke werden aufgestellt. '.repeat(30) }],
  };
  const json = JSON.stringify({ type: 'doc', content: [paragraph] });
  db.transaction(() => {
    for (let n = 0; n < OLD_ROWS; n += 1) {
      text.run(`text ${n}`, json);
      foreign.run(`fremd ${n}`, `text ${n}`);
    }
  })();
  db.close();
}

export const migrationPhase: Phase = {
  name: 'migration',
  prepare: (place) => {
    const template = folderIn(place, 'Vorlage');
    fillFirstVersion(template);
    const folder = join(place, 'Büro');
    const copies = join(folder, 'backups');
    const oldRows = (path: string): readonly number[] =>
      inDatabase(path, (db) =>
        ['rich_text', 'external_ref'].map(
          (table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
        ),
      );
    const version = (path: string): unknown => inDatabase(path, (db) => db.pragma('user_version', { simple: true }));
    const stage: Stage = {
      work: () => {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder);
        copyFileSync(databaseIn(template), databaseIn(folder));
        mkdirSync(copies);
        return { folder: null, orders: [{ open: folder }], watched: copies, command: ['list', '--data', folder] };
      },
      check: (acknowledged) => {
        const path = databaseIn(folder);
        const found = version(path);
        assert.ok(
          found === MIGRATIONS.length || (found === 1 && acknowledged.length === 0),
          `version ${String(found)}`,
        );
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
        assert.deepEqual(
          [version(path), isSound(path), oldRows(path)],
          [MIGRATIONS.length, true, [OLD_ROWS, OLD_ROWS]],
        );
        if (found === 1) assert.deepEqual(leftoversIn(copies), []);
        return Promise.resolve();
      },
      end: () => Promise.resolve(),
    };
    return Promise.resolve(stage);
  },
};

export const backupPhase: Phase = {
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
        return {
          folder,
          before: [order('backup.state')],
          orders,
          watched: stick,
          command: ['backup', '--data', folder],
        };
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

export const restorePhase: Phase = {
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
        return { folder, before, orders, watched: copies, command: ['restore', backup, '--data', folder] };
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
