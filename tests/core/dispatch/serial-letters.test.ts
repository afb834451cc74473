/** Letters to many: own salutation and address each, stored one by one, going on where a run stopped or was killed. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { SerialLettersInput } from '../../../src-main/contract/letter/serial-letters.ts';
import { letterContentSchema } from '../../../src-main/contract/letter/shapes.ts';
import type { LetterProgress } from '../../../src-main/core/dispatch/serial-letters.ts';
import { idNumber, refusalOf, tempFolder } from '../../support/builders.ts';
import { collect } from '../../support/collect.ts';
import { deskAt } from '../../harness/desk/desk.ts';
import { distributionOffice, external, FACTION, known, REF } from '../../support/distribution-office.ts';
import type { TestHost } from '../../support/test-host.ts';
import { workSeconds } from '../../support/work-seconds.ts';
import { officeForEach } from '../../support/office-for-each.ts';
import { filesOf, stopWhen } from '../../support/hand-over.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    external(`Verein ${n}`, [`Verein ${n}`, `Gasse ${n}`, '09999 Prüfingen'], `verein${n}@example.org`),
  );
const input = (changes: Partial<SerialLettersInput> = {}): SerialLettersInput => ({
  ref: REF,
  runId: idNumber(900),
  kind: 'cover-letter',
  recipients: [known('group', FACTION, 'Fraktion Neue Mitte'), ...many(1)],
  ...changes,
});
const runAll = (host: TestHost, wanted: SerialLettersInput): Promise<LetterProgress[]> =>
  collect(host.app.serialLetters.run(wanted));

function inLetters<T>(folder: string, work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(join(folder, 'stellwerk.db'), { readonly: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}
const countIn = (folder: string, runId: string): number =>
  inLetters(folder, (db) => db.prepare('SELECT count(*) FROM letter WHERE run_id = ?').pluck().get(runId) as number);

describe('a run', () => {
  let host: TestHost;
  officeForEach(distributionOffice, (fresh) => {
    host = fresh;
  });

  it('greets everybody by name and writes to where they are reached', async () => {
    const progress = await runAll(host, input());
    expect(progress.map(({ done, total, recipient, problem }) => [done, total, recipient, problem])).toEqual([
      [1, 3, 'Dr. Ada Ahorn', null],
      [2, 3, 'Cleo Zeder', null],
      [3, 3, 'Verein 0', null],
    ]);
    const stored = inLetters(host.dataFolder, (db) =>
      db.prepare('SELECT content_json FROM letter ORDER BY rowid').pluck().all(),
    ).map((json) => letterContentSchema.parse(JSON.parse(String(json))));
    expect(stored.map(({ salutation }) => salutation)).toEqual([
      'Sehr geehrte Frau Dr. Ahorn,',
      'Guten Tag Cleo Zeder,',
      'Sehr geehrte Damen und Herren,',
    ]);
    expect(stored.map(({ recipient }) => recipient.lines[0])).toEqual([
      'Fraktion Neue Mitte',
      'Fraktion Neue Mitte',
      'Verein 0',
    ]);
    const files = await filesOf(host.app.serialLetters.deliver({ ref: REF, runId: idNumber(900) }));
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'S0001-26-Anschreiben-Dr. Ada Ahorn.pdf',
      'S0001-26-Anschreiben-Cleo Zeder.pdf',
      'S0001-26-Anschreiben-Verein 0.pdf',
    ]);
    expect(files.every(({ bytes }) => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-')).toBe(true);
  });

  it('stops when cancelled and goes on with the same id, writing nobody twice', async () => {
    const wanted = input({ runId: idNumber(901), recipients: many(8) });
    let seen = 0;
    for await (const step of host.app.serialLetters.run(wanted, { signal: stopWhen(() => seen >= 3) }))
      seen = step.done;
    expect(countIn(host.dataFolder, wanted.runId)).toBe(3);
    const rest = await runAll(host, wanted);
    expect(rest.map(({ wasThere }) => wasThere)).toEqual([true, true, true, false, false, false, false, false]);
    expect(countIn(host.dataFolder, wanted.runId)).toBe(8);
  });

  it('refuses a letter with a hole in it, and writes the others', async () => {
    const recipients = [external('Ohne Anschrift'), ...many(1)];
    const progress = await runAll(host, input({ runId: idNumber(902), recipients }));
    expect(progress[0]?.problem).toMatch(/es fehlt noch: Anschrift/);
    expect(progress[1]?.problem).toBeNull();
    const open = await runAll(host, input({ runId: idNumber(903), kind: 'interim-reply', recipients: many(1) }));
    expect(open[0]?.problem).toMatch(/neue Frist/);
    expect(countIn(host.dataFolder, idNumber(903))).toBe(0);
    const dated = {
      runId: idNumber(903),
      kind: 'interim-reply',
      recipients: many(1),
      newDeadline: '2026-05-01',
    } as const;
    expect((await runAll(host, input(dated)))[0]).toMatchObject({ problem: null, wasThere: false });
  });

  it('refuses a run for nobody and files of a run there never was', async () => {
    const nobody = input({ recipients: [known('person', idNumber(999), 'Niemand')] });
    expect((await refusalOf(() => runAll(host, nobody))).code).toBe('nothing-to-send');
    expect(
      (await refusalOf(() => filesOf(host.app.serialLetters.deliver({ ref: REF, runId: idNumber(998) })))).code,
    ).toBe('not-found');
  });

  it('is listed with what is missing, and goes on without anybody remembering what was asked for', async () => {
    const wanted = input({ runId: idNumber(910), recipients: many(4) });
    let seen = 0;
    for await (const _ of host.app.serialLetters.run(wanted, { signal: stopWhen(() => seen === 2) })) seen += 1;
    const [run] = await host.app.serialLetters.runs(REF);
    expect(run).toMatchObject({ runId: wanted.runId, kind: 'cover-letter', written: 2, total: 4 });
    const rest = await collect(host.app.serialLetters.goOn({ ref: REF, runId: wanted.runId }));
    expect(rest.map(({ wasThere, problem }) => [wasThere, problem])).toEqual([
      [true, null],
      [true, null],
      [false, null],
      [false, null],
    ]);
    expect((await host.app.serialLetters.runs(REF))[0]).toMatchObject({ written: 4, total: 4 });
    const unknown = { ref: REF, runId: idNumber(911) };
    expect((await refusalOf(() => collect(host.app.serialLetters.goOn(unknown)))).code).toBe('not-found');
  });

  it('keeps the letters when files are tidied', async () => {
    await runAll(host, input({ runId: idNumber(901) }));
    const before = await filesOf(host.app.serialLetters.deliver({ ref: REF, runId: idNumber(901) }));
    await host.app.backup.daily();
    expect(await filesOf(host.app.serialLetters.deliver({ ref: REF, runId: idNumber(901) }))).toEqual(before);
  });

  it('writes a hundred letters in ten seconds of work', async () => {
    let progress: readonly LetterProgress[] = [];
    const seconds = await workSeconds(async () => {
      progress = await runAll(host, input({ runId: idNumber(904), recipients: many(100) }));
    });
    expect(progress.filter(({ problem }) => problem === null)).toHaveLength(100);
    expect(seconds).toBeLessThan(10);
  });
});

describe('kill -9 during a run', () => {
  it('keeps whole letters only, and the next start writes the rest without doubles', async () => {
    const folder = tempFolder();
    await (await distributionOffice(folder)).dispose();
    const wanted = input({ runId: idNumber(905), recipients: many(40) });
    let known = 0;
    for (const until of [3, 8, 14, 20]) {
      const desk = await deskAt(folder);
      void desk.order({ call: 'serialLetters.run', args: [wanted] });
      while (countIn(folder, wanted.runId) < until) await pause(5);
      desk.child.kill('SIGKILL');
      await desk.ended;
      const found = countIn(folder, wanted.runId);
      expect(found).toBeGreaterThanOrEqual(Math.max(until, known));
      expect(found).toBeLessThan(40);
      known = found;
      const whole = inLetters(folder, (db) =>
        db
          .prepare(
            'SELECT count(*) FROM letter JOIN letter_file ON letter_id = letter.id JOIN blob ON blob.sha512 = letter_file.sha512 AND length(bytes) = size WHERE run_id = ?',
          )
          .pluck()
          .get(wanted.runId),
      );
      expect(whole).toBe(found);
    }
    const desk = await deskAt(folder);
    const progress = await desk.call<LetterProgress[]>('serialLetters.run', wanted);
    await desk.end();
    expect(progress.filter(({ wasThere }) => wasThere)).toHaveLength(known);
    const keys = inLetters(folder, (db) =>
      db.prepare('SELECT recipient_key FROM letter WHERE run_id = ?').pluck().all(wanted.runId),
    );
    expect(keys).toHaveLength(40);
    expect(new Set(keys).size).toBe(40);
  });
});
