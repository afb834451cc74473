/** Bytes that were changed behind the program's back leave by no way: every output compares them with the digest they stand under. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { USUAL_PRINT } from '../../../src-main/contract/shell/printing.ts';
import type { DeliveryPort } from '../../../src-main/core/ports/ports.ts';
import { idNumber, refusalOf, tempFolder } from '../../support/builders.ts';
import { collect } from '../../support/collect.ts';
import { COUNCIL, distributionOffice, entry, external, issue, known, REF } from '../../support/distribution-office.ts';
import { databaseIn, inDatabase } from '../../support/survival-office.ts';
import type { TestHost } from '../../support/test-host.ts';
import { testShell } from '../../support/test-shell.ts';
import { filesOf, handOver } from '../../support/hand-over.ts';

const MOTION = 'A0007/26';
const original = entry(known('organization', COUNCIL, 'Stadtrat'), 'original');
let host: TestHost;
let letterId: string;
let fileIds: readonly string[];
/** What reached a person. */
const arrived: unknown[] = [];
const to: DeliveryPort = {
  deliver: (files) => {
    arrived.push(...files);
    return Promise.resolve({ kind: 'offered', files: [] });
  },
};

beforeAll(async () => {
  host = await distributionOffice();
  const { app } = host;
  await app.distribution.save({ ref: REF, expectedRevision: 0, entries: [original] });
  await app.attachments.add({ id: idNumber(81), ref: REF, fileName: 'Plan.txt', bytes: Buffer.from('Plan') });
  await app.attachments.settled();
  await issue(host);
  await app.statements.create({
    id: idNumber(82),
    answers: null,
    name: 'Entwurf',
    leadUnit: 'FB 1',
    number: 'S0009/26',
  });
  await app.attachments.add({
    id: idNumber(83),
    ref: 'S0009/26',
    fileName: 'Skizze.txt',
    bytes: Buffer.from('Skizze'),
  });
  await app.attachments.settled();
  const recipients = [external('Verein', ['Verein', 'Gasse 1', '09999 Prüfingen'])];
  await collect(app.serialLetters.run({ ref: REF, runId: idNumber(84), kind: 'cover-letter', recipients }));
  const { content } = await app.letters.draft({ kind: 'internal', ref: REF });
  await handOver(app.letters.deliver({ content, ref: REF, formats: ['pdf', 'docx'] }), to);
  letterId = (await app.letters.written(REF))[0]?.id ?? '';
  fileIds = (await app.issues.overview(REF)).issues[0]?.files.map(({ id }) => id) ?? [];
  arrived.length = 0;
});
afterAll(() => host.dispose());

const print = (request: Parameters<ReturnType<typeof testShell>['print']>[1]) =>
  testShell({
    print: (job) => {
      arrived.push(job);
      return Promise.resolve({ kind: 'printed' });
    },
  }).print(host.app, request);
const noted: string[] = [];
const WAYS: [string, () => Promise<unknown>][] = [
  [
    'the form sheet',
    () => handOver(host.app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['pdf', 'docx'] }), to),
  ],
  [
    'the distribution list',
    () => filesOf(host.app.documents.deliver({ ref: REF, kind: 'distribution-list', formats: ['docx'] })),
  ],
  [
    'a draft with its attachments',
    () =>
      handOver(
        host.app.documents.deliver({ ref: 'S0009/26', kind: 'form-sheet', formats: ['docx'], withAttachments: true }),
        to,
      ),
  ],
  ['files of an issue', () => handOver(host.app.issues.deliver({ ref: REF, fileIds }), to)],
  ['one file of an issue', () => host.app.issues.view(fileIds[0] ?? '')],
  ['all files of an issue', () => host.app.issues.files(REF)],
  ['an attachment', () => host.app.attachments.deliver(idNumber(83))],
  ['an attachment that is looked at', () => host.app.attachments.view(idNumber(83))],
  ['a letter that was kept', () => handOver(host.app.letters.deliverWritten(letterId), to)],
  ['letters to many', () => handOver(host.app.serialLetters.deliver({ ref: REF, runId: idNumber(84) }), to)],
  ['copies', () => handOver(host.app.distribution.deliverCopies({ ref: REF, form: 'files', duplex: false }), to)],
  [
    'copies into a folder',
    () => handOver(host.app.dispatch.send({ ref: REF, channel: 'folder', folder: noted[0] ?? '' })),
  ],
  ['e-mails', () => handOver(host.app.dispatch.send({ ref: REF, channel: 'email' }), to)],
  ['a printed file of an issue', () => print({ kind: 'issue-file', fileId: fileIds[0] ?? '', settings: USUAL_PRINT })],
  ['a printed letter', () => print({ kind: 'written-letter', letterId, settings: USUAL_PRINT })],
  ['a later time stamp', () => host.app.issues.addTimestamp(REF)],
];

function past(guards: readonly string[], sql: string): void {
  inDatabase(databaseIn(host.dataFolder), (db) => {
    db.pragma('foreign_keys = OFF');
    const kept = guards.map(
      (name) => db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name) as string,
    );
    for (const name of guards) db.exec(`DROP TRIGGER ${name}`);
    db.exec(sql);
    for (const text of kept) db.exec(text);
  });
}
function emptyHanded(): void {
  expect(arrived).toEqual([]);
  expect(readdirSync(noted[0] ?? '')).toEqual([]);
}

describe.each([
  ['one sign more', ['blob_no_update'], "UPDATE blob SET bytes = CAST(bytes || x'00' AS BLOB)", 'stored-file-altered'],
  ['nothing', ['blob_no_delete'], 'DELETE FROM blob', 'stored-file-missing'],
] as const)('stored bytes that became %s', (_, guards, sql, code) => {
  let former: readonly { sha512: string; bytes: Uint8Array }[];
  beforeAll(() => {
    former = inDatabase(databaseIn(host.dataFolder), (db) => db.prepare('SELECT * FROM blob').all()) as typeof former;
    past(guards, sql);
    return () => {
      past(['blob_no_delete'], 'DELETE FROM blob');
      inDatabase(databaseIn(host.dataFolder), (db) => {
        for (const row of former) db.prepare('INSERT INTO blob VALUES (@sha512, @bytes)').run(row);
      });
    };
  });

  it.each(WAYS)('do not leave as %s', async (_way, work) => {
    noted[0] = tempFolder();
    const refusal = await refusalOf(work);
    expect(refusal).toMatchObject({ code, details: { file: expect.stringMatching(/.\.\w+$/) as unknown } });
    emptyHanded();
  });
});

/** Whatever is made from an issue or handed out of it. */
const OF_THE_ISSUE = WAYS.filter(([way]) =>
  ['the form sheet', 'all files of an issue', 'copies', 'copies into a folder', 'e-mails'].includes(way),
);
const RECORD = `S0001/26, Datensatz`;
describe.each([
  [
    'whose frozen words were changed',
    ['issue_no_update'],
    "UPDATE issue SET snapshot_json = replace(snapshot_json, 'Verein', 'Gesellschaft')",
    'stored-file-altered',
    RECORD,
  ],
  [
    'whose form sheet is missing',
    ['issue_file_no_delete'],
    "DELETE FROM issue_file WHERE kind = 'form-sheet-pdf'",
    'stored-file-missing',
    'S0001/26, Stellungnahme (PDF)',
  ],
  [
    'whose record is missing',
    ['issue_file_no_delete'],
    "DELETE FROM issue_file WHERE kind = 'record'",
    'stored-file-missing',
    RECORD,
  ],
] as const)('an issue %s', (what, guards, sql, code, file) => {
  let former: Record<string, unknown>[];
  const table = sql.includes('issue_file') ? 'issue_file' : 'issue';
  beforeAll(() => {
    const changed = what.includes('words')
      ? sql.replace("'Verein', 'Gesellschaft'", '\'"name":"\', \'"name":"anders \'')
      : sql;
    former = inDatabase(databaseIn(host.dataFolder), (db) =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    ) as typeof former;
    past(guards, changed);
    return () => {
      past([`${table}_no_delete`], `DELETE FROM ${table}`);
      inDatabase(databaseIn(host.dataFolder), (db) => {
        db.pragma('foreign_keys = OFF');
        for (const row of former) {
          const columns = Object.keys(row);
          db.prepare(
            `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((name) => `@${name}`).join()})`,
          ).run(row);
        }
      });
    };
  });

  it.each(OF_THE_ISSUE)('does not become %s', async (_way, work) => {
    noted[0] = tempFolder();
    expect(await refusalOf(work)).toMatchObject({ code, details: { file } });
    emptyHanded();
  });
});

it('a row that names the digest of another file hands out neither', async () => {
  const path = databaseIn(host.dataFolder);
  const digests = inDatabase(path, (db) =>
    db.prepare("SELECT kind, sha512 FROM issue_file WHERE kind LIKE '%-pdf'").all(),
  ) as { kind: string; sha512: string }[];
  const of = (kind: string): string => digests.find((row) => row.kind === kind)?.sha512 ?? '';
  const put = (sha512: string): void =>
    past(['issue_file_no_update'], `UPDATE issue_file SET sha512 = '${sha512}' WHERE kind = 'form-sheet-pdf'`);
  put(of('distribution-pdf'));
  onTestFinished(() => put(of('form-sheet-pdf')));
  const refusal = await refusalOf(() =>
    handOver(host.app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['pdf'] }), to),
  );
  expect(refusal).toMatchObject({ code: 'stored-file-altered', details: { file: 'S0001-26.pdf' } });
});

it('what was not changed leaves', async () => {
  const target = tempFolder();
  expect(await handOver(host.app.issues.deliver({ ref: REF, fileIds }), to)).toEqual({ kind: 'offered', files: [] });
  expect(arrived).toHaveLength(fileIds.length);
  await handOver(host.app.dispatch.send({ ref: REF, channel: 'folder', folder: target }));
  expect(readdirSync(target)).toContain('S0001-26 Anlage 1 – Plan.txt');
});

it(`is not searched for words: the search finds nothing that was never attached (${MOTION})`, async () => {
  const { app } = host;
  await app.papers.register({
    id: idNumber(90),
    content: {
      paperType: 'motion',
      reference: MOTION,
      name: 'Antrag',
      date: null,
      receivedOn: null,
      publicity: 'public',
      originators: [],
      consultations: [],
      text: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: null } }] },
    },
  });
  await app.attachments.add({ id: idNumber(91), ref: MOTION, fileName: 'a.txt', bytes: Buffer.from('Kiebitz') });
  await app.attachments.settled();
  inDatabase(databaseIn(host.dataFolder), (db) => db.exec('DELETE FROM file_text'));
  past(['blob_no_update'], "UPDATE blob SET bytes = CAST('Habicht' AS BLOB) WHERE length(bytes) = 7");
  app.attachments.readWaiting();
  await app.attachments.settled();
  expect((await app.papers.list({ text: 'Habicht', limit: 5 })).total).toBe(0);
  expect((await app.attachments.list(MOTION)).attachments[0]?.text).toBe('refused');
});
