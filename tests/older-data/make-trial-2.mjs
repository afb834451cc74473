/**
 * Makes the data of an older version that `older-data.test.ts` opens: run by hand with the path of a built work tree of commit 367e8b9.
 * Its own services fill the folder, with a clock of ours; all names are invented.
 *
 *   node tests/older-data/make-trial-2.mjs OLD_WORK_TREE
 *
 * Beside this script then lie `trial-2.db.gz`, the database, and `trial-2.json`, what that version said of its own data.
 */
import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const [old] = process.argv.slice(2);
const from = (path) => import(pathToFileURL(join(old, path)).href);
const { testHost } = await from('tests/support/test-host.ts');

const folder = mkdtempSync(join(tmpdir(), 'trial-2-'));

let seconds = 0;
const instant = () => new Date(Date.UTC(2026, 8, 1, 8, 0, (seconds += 1))).toISOString();
const host = testHost({ folder, clock: { now: instant, today: () => '2026-09-01' } });
const { app } = host;
const run = async (steps) => {
  for await (const step of steps) if (step.problem) throw new Error(step.problem);
};
let ids = 0;
const newId = () => `01990000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`;
const set = (ref, fields) =>
  Object.entries(fields).reduce(
    (last, [field, value]) => last.then(() => app.statements.setField({ ref, field, value })),
    Promise.resolve(),
  );
const release = async (ref) => {
  const { check } = await app.issues.desk(ref);
  const acceptances = check.findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ key }) => ({ key, reason: 'geprüft und so gewollt' }));
  return app.releases.release({ ref, expectedRevision: null, acceptances });
};

await app.system.initialise({ kind: 'example' });

// The office changed its texts, and a signature is seen on the page.
const office = await app.settings.office();
await app.settings.saveOffice({
  expectedRevision: office.revision,
  profile: {
    ...office.profile,
    labels: { ...office.profile.labels, telephone: 'Durchwahl', reference: 'Nummer' },
    signing: { ...office.profile.signing, visibleField: true },
  },
});

// A public attachment and one that is not.
const utf8 = new TextEncoder();
const attach = (ref, fileName, publicity) =>
  app.attachments.add({
    id: newId(),
    ref,
    fileName,
    bytes: utf8.encode(`${fileName}: Zahlen der Zählstelle.`),
    publicity,
  });
await attach('S0021/26', 'Zählung.txt', 'public');
await attach('S0021/26', 'Eigentümer.txt', 'non-public');
await app.attachments.settled();

// Marks, lists, a table, a placeholder's former place.
const p = (...content) => ({ type: 'paragraph', content });
const w = (text, ...marks) => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
await set('S0027/26', {
  reply: JSON.stringify({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [w('Sachstand')] },
      p(
        w('Am '),
        w('Uferweg', 'bold'),
        w(' stehen '),
        w('42', 'italic', 'underline'),
        w(' Linden.'),
        { type: 'hardBreak' },
        w('Zwei fallen.'),
      ),
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [
          { type: 'listItem', content: [p(w('Ersatz'))] },
          { type: 'listItem', content: [p(w('Pflege'))] },
        ],
      },
      { type: 'blockquote', content: [p(w('Bäume sind zu erhalten.'))] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [p(w('Jahr'))] },
              { type: 'tableHeader', content: [p(w('Bäume'))] },
            ],
          },
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [p(w('2025'))] },
              { type: 'tableCell', content: [p(w('44'))] },
            ],
          },
        ],
      },
      { type: 'pageBreak' },
      p(
        w('Siehe '),
        { type: 'text', text: 'A0012/26', marks: [{ type: 'paperReference', attrs: { reference: 'A0012/26' } }] },
        w('.'),
      ),
    ],
  }),
});

// The council's agenda in an order of its own.
const council = (await app.meetings.list()).find(({ start }) => start.startsWith('2026-06-25'));
const agenda = await app.meetings.papers(council.id);
await app.meetings.order({
  ref: council.id,
  papers: agenda.papers.toReversed().map(({ id }, index) => ({ paperId: id, number: `7.${index + 1}` })),
});
await app.meetings.save({
  id: newId(),
  organization: 'Stadtrat',
  start: '2026-11-19T16:00',
  location: null,
  state: 'cancelled',
});

// Issued with a signature, corrected, issued again; another one issued and withdrawn.
const passphrase = 'nur zum Ausprobieren';
let key;
await app.signatures.createTestKey(
  { name: 'Mareike Holtgrewe', passphrase },
  { deliver: ([file]) => Promise.resolve((key = { fileName: file.fileName, bytes: file.bytes })) },
);
const opened = await app.signatures.openKey(key, passphrase);
await release('S0021/26');
await app.issues.issue({ ref: 'S0021/26', keyId: opened.keyId });
await app.issues.correct({ ref: 'S0021/26', reason: 'Zahl der Stellplätze berichtigt' });
await set('S0021/26', { name: 'Durchgängiger Radweg in der Mühlenstraße (Neufassung)' });
await release('S0021/26');
await app.issues.issue({ ref: 'S0021/26', keyId: null });
await release('S0027/26');
await app.issues.issue({ ref: 'S0027/26', keyId: null });
await release('S0044/26');
await app.issues.issue({ ref: 'S0044/26', keyId: null });
await app.issues.withdraw({ ref: 'S0044/26', reason: 'an die falsche Fraktion gerichtet' });

// A blackened version, copies to many, proofs, letters to one and to many, unfinished work.
const { passages } = await app.redactions.suggest('S0027/26');
const passage = passages.find(({ text }) => text.includes('Linden'));
const start = passage.text.indexOf('Linden');
const mark = {
  field: passage.field,
  blockId: passage.blockId,
  start,
  end: start + 6,
  words: 'Linden',
  reason: 'Probe',
};
await app.redactions.make({ ref: 'S0027/26', marks: [mark] });
const copies = await app.distribution.get('S0027/26');
await app.distribution.save({
  ref: 'S0027/26',
  expectedRevision: copies.revision,
  entries: [
    ...copies.entries,
    {
      id: newId(),
      recipient: { kind: 'external', name: 'Heimatverein', lines: ['Am Markt 1', '01234 Auenfurt'], email: '' },
      copyKind: 'draft',
      copies: 2,
      followUp: null,
    },
    {
      id: newId(),
      recipient: { kind: 'external', name: 'Registratur', lines: [], email: '' },
      copyKind: 'follow-up',
      copies: 1,
      followUp: '2026-12-01',
    },
  ],
});
await app.dispatch.send({ ref: 'S0027/26', channel: 'print' });
const draft = await app.letters.draft({ kind: 'interim-reply', ref: 'A0024/26', newDeadline: '2026-10-01' });
await app.letters.deliver({ ref: 'A0024/26', content: draft.content, formats: ['pdf', 'docx'] });
await run(
  app.serialLetters.run({
    ref: 'S0027/26',
    runId: newId(),
    kind: 'citizen-reply',
    recipients: [
      { kind: 'external', name: 'Heimatverein', lines: ['Am Markt 1', '01234 Auenfurt'], email: '' },
      { kind: 'external', name: 'Naturfreunde', lines: ['Lange Zeile 2', '01234 Auenfurt'], email: '' },
    ],
  }),
);
await app.unfinished.keep('letter', '{"typed":"Entwurf eines Briefes"}');

// What it says of itself.
const references = ['S0021/26', 'S0027/26', 'S0044/26', 'S0049/26'];
const records = {};
for (const ref of references) {
  const desk = await app.issues.desk(ref);
  records[ref] = {
    state: desk.state,
    edition: desk.edition,
    release: desk.release && {
      rules: desk.release.protocol.rules.length,
      findings: desk.release.protocol.findings.length,
    },
    issues: desk.issues.map(({ edition, withdrawn, corrected, signature, files }) => ({
      edition,
      withdrawn: withdrawn?.reason ?? null,
      corrected: corrected?.reason ?? null,
      signer: signature?.signer ?? null,
      files: files.map(({ kind, fileName, sha512, publicity }) => ({ kind, fileName, sha512, publicity })),
    })),
    dispatched: (await app.dispatch.list(ref)).map(({ channel, copyKind, recipient, sha512 }) => ({
      channel,
      copyKind,
      name: recipient.name,
      sha512,
    })),
    letters: (await app.letters.written(ref)).map(({ kind, subject }) => ({ kind, subject })),
    runs: (await app.serialLetters.runs(ref)).map(({ kind, written, total }) => ({ kind, written, total })),
  };
}
const expected = {
  version: '367e8b9',
  papers: (await app.papers.list({ text: '', limit: 500 })).items.map(({ reference, name, date }) => ({
    reference,
    name,
    date,
  })),
  records,
  meetings: await Promise.all(
    (await app.meetings.list()).map(async ({ id, start, organizationName, state }) => ({
      start,
      organizationName,
      state,
      papers: (await app.meetings.papers(id)).papers.map(({ reference, name, number }) => ({
        reference,
        name,
        number,
      })),
    })),
  ),
  letters: (await app.letters.written('A0024/26')).map(({ kind, subject }) => ({ kind, subject })),
};
await host.close();
const file = join(folder, 'stellwerk.db');
const db = new DatabaseSync(file);
db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; VACUUM;');
db.close();
writeFileSync(join(import.meta.dirname, 'trial-2.db.gz'), gzipSync(readFileSync(file), { level: 9 }));
writeFileSync(join(import.meta.dirname, 'trial-2.json'), `${JSON.stringify(expected, null, 2)}\n`);
rmSync(folder, { recursive: true });
