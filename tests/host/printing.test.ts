/** What reaches the printer's side of a shell: the issued file byte for byte, and each copy as it goes out. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { Refusal } from '../../src-main/contract/shared/errors.ts';
import { USUAL_PRINT } from '../../src-main/contract/shell/printing.ts';
import type { PrintRequest } from '../../src-main/contract/shell/procedures.ts';
import type { PrintJob } from '../../src-main/host/shell.ts';
import { refusalOf } from '../support/builders.ts';
import {
  COUNCIL,
  distributionOffice,
  entry,
  external,
  FACTION,
  issue,
  known,
  REF,
} from '../support/distribution-office.ts';
import {
  addBody,
  addMeeting,
  addStatement,
  BODY,
  DAY,
  issueStatement,
  statementBefore,
} from '../support/meeting-office.ts';
import type { TestHost } from '../support/test-host.ts';
import { testShell } from '../support/test-shell.ts';
import { officeForEach } from '../support/office-for-each.ts';
import { handOver } from '../support/hand-over.ts';

let host: TestHost;
const original = entry(known('organization', COUNCIL, 'Stadtrat'), 'original', { copies: 2 });
const faction = entry(known('group', FACTION, 'Fraktion Neue Mitte'), 'copy');
const office = entry(external('Büro Vogel', ['Büro Vogel', 'Ring 5', '09999 Prüfingen']), 'copy', { copies: 3 });
const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex');

async function printed(request: PrintRequest): Promise<PrintJob> {
  const jobs: PrintJob[] = [];
  const shell = testShell({
    print: (job) => {
      jobs.push(job);
      return Promise.resolve({ kind: 'printed' });
    },
  });
  expect(await shell.print(host.app, request)).toEqual({ kind: 'printed' });
  const [job] = jobs;
  if (!job) throw new Error('nothing reached the port');
  return job;
}
const issuedPdf = async () => {
  const [newest] = (await host.app.issues.overview(REF)).issues;
  const file = newest?.files.find(({ kind }) => kind === 'form-sheet-pdf');
  if (!file) throw new Error('nothing was issued');
  return file;
};

async function prepared(folder: string): Promise<TestHost> {
  const fresh = await distributionOffice(folder);
  await fresh.app.distribution.save({ ref: REF, expectedRevision: 0, entries: [original, faction, office] });
  return fresh;
}
officeForEach(prepared, (fresh) => {
  host = fresh;
});

it('prints no copy of a draft', async () => {
  const shell = testShell();
  const request = { kind: 'copy', ref: REF, entryId: original.id, index: 0 } as const;
  expect((await refusalOf(() => shell.print(host.app, request))).code).toBe('issue-missing');
});

it('prints the original as it was issued, as often as the distribution says', async () => {
  await issue(host);
  const job = await printed({ kind: 'copy', ref: REF, entryId: original.id, index: 0, settings: USUAL_PRINT });
  expect(sha512(job.file.bytes)).toBe((await issuedPdf()).sha512);
  expect(job).toMatchObject({ times: 2, settings: USUAL_PRINT, isAwaited: true });
});

it('prints an issued file byte for byte', async () => {
  await issue(host);
  const { id, sha512: digest } = await issuedPdf();
  const job = await printed({ kind: 'issue-file', fileId: id });
  expect(sha512(job.file.bytes)).toBe(digest);
  expect(job).toMatchObject({ times: 1, isAwaited: false });
});

it('gives the browser of the local shell those very bytes', async () => {
  await issue(host);
  const shell = testShell();
  const outcome = await shell.print(host.app, { kind: 'copy', ref: REF, entryId: original.id, index: 0 });
  if (outcome.kind !== 'page') throw new Error(outcome.kind);
  expect(sha512(host.app.handoff.take(outcome.file.handle).bytes)).toBe((await issuedPdf()).sha512);
  expect(await shell.printers()).toEqual({ canChoose: false, printers: [] });
});

it('prints the copy of one member of a group, and the proof is of these bytes and of nobody else', async () => {
  await issue(host);
  const job = await printed({ kind: 'copy', ref: REF, entryId: faction.id, index: 1 });
  expect(job.file.fileName).toContain('Zeder');
  const { proofs } = await handOver(
    host.app.dispatch.send({
      ref: REF,
      channel: 'print',
      copy: { entryId: faction.id, index: 1 },
    }),
  );
  expect(proofs.map(({ recipient, sha512: digest }) => [recipient.name, digest])).toEqual([
    ['Cleo Zeder', sha512(job.file.bytes)],
  ]);
  expect((await host.app.distribution.get(REF)).copies.map(({ sent }) => sent?.channel ?? null)).toEqual([
    null,
    null,
    'print',
    null,
  ]);
});

it('prints what would else be a file: protocol, a letter that is then kept, lists, labels, envelopes', async () => {
  await issue(host);
  const protocol = await printed({ kind: 'protocol', ref: REF });
  const { content } = await host.app.letters.draft({ kind: 'cover-letter', ref: REF });
  const letter = await printed({ kind: 'letter', ref: REF, content });
  const [kept] = await host.app.letters.written(REF);
  const again = await printed({ kind: 'written-letter', letterId: kept?.id ?? '' });
  expect(sha512(again.file.bytes)).toBe(sha512(letter.file.bytes));
  const list = await printed({ kind: 'dispatch-list', ref: REF });
  const labels = await printed({ kind: 'labels', ref: REF, format: '70x37', start: 1 });
  const envelopes = await printed({ kind: 'envelopes', ref: REF, format: 'dl' });
  for (const { file, times, isAwaited } of [protocol, letter, list, labels, envelopes]) {
    expect(Buffer.from(file.bytes).subarray(0, 5).toString(), file.fileName).toBe('%PDF-');
    expect({ times, isAwaited }).toEqual({ times: 1, isAwaited: false });
  }
  expect(new Set([protocol, letter, list, labels, envelopes].map(({ file }) => file.fileName)).size).toBe(5);
});

it('prints all lists of a meeting, and its folder, as one piece each', async () => {
  await addBody(host);
  for (const reference of ['S0801/26', 'S0802/26']) {
    await addStatement(host, statementBefore(reference));
    await issueStatement(host, reference);
  }
  const { id: ref } = await addMeeting(host);
  const lists = await printed({ kind: 'meeting-lists', ref });
  const folder = await printed({ kind: 'meeting-folder', ref, withNonPublic: false });
  expect([lists, folder].map(({ file }) => file.fileName)).toEqual([
    `Verteiler-${BODY.replaceAll(' ', '-')}-${DAY}.pdf`,
    `Sitzungsmappe-${BODY.replaceAll(' ', '-')}-${DAY}.pdf`,
  ]);
});

it('refuses what is not there, and what has no pages', async () => {
  await issue(host);
  const shell = testShell();
  const missing = { kind: 'copy', ref: REF, entryId: faction.id, index: 7 } as const;
  expect((await refusalOf(() => shell.print(host.app, missing))).code).toBe('not-found');
  const [newest] = (await host.app.issues.overview(REF)).issues;
  const word = newest?.files.find(({ kind }) => kind === 'form-sheet-docx');
  expect(word).toBeDefined();
  const request = { kind: 'issue-file', fileId: word?.id ?? '' } as const;
  expect((await refusalOf(() => shell.print(host.app, request))).code).toBe('print-failed');
});

it('remembers how each kind is printed, and a setting nobody can read spoils no other', async () => {
  const { printing } = await host.app.settings.preferences();
  expect(printing.copy).toEqual(USUAL_PRINT);
  const copy = { printer: 'Poststelle', copies: 2, duplex: 'long-edge', silent: true } as const;
  await host.app.settings.setPreferences({ printing: { ...printing, copy } });
  expect((await host.app.settings.preferences()).printing.copy).toEqual(copy);
  const foreign = { ...printing, copy, draft: { printer: 7, duplex: 'booklet' }, original: null };
  await host.app.settings.setPreferences({ printing: foreign as unknown as typeof printing });
  const kept = (await host.app.settings.preferences()).printing;
  expect(kept.copy).toEqual(copy);
  expect([kept.draft, kept.original]).toEqual([USUAL_PRINT, USUAL_PRINT]);
});

it('keeps a letter whose printing nobody answered, and none whose printing was cancelled or failed', async () => {
  const { content } = await host.app.letters.draft({ kind: 'cover-letter', ref: REF });
  const request = { kind: 'letter', ref: REF, content } as const;
  const cancelling = testShell({ print: () => Promise.resolve({ kind: 'cancelled' }) });
  expect(await cancelling.print(host.app, request)).toEqual({ kind: 'cancelled' });
  const failing = testShell({ print: () => Promise.reject(new Refusal('printer-missing', {})) });
  expect((await refusalOf(() => failing.print(host.app, request))).code).toBe('printer-missing');
  expect(await host.app.letters.written(REF)).toEqual([]);
  const silent = testShell({ print: () => Promise.resolve({ kind: 'unknown' }) });
  expect(await silent.print(host.app, request)).toEqual({ kind: 'unknown' });
  expect(await host.app.letters.written(REF)).toHaveLength(1);
});
