/** A data folder in which every kind of row stands: as after some weeks of work. All names are invented. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { consultation, idNumber, paragraph, richText, statementContent } from './builders.ts';
import { collect } from './collect.ts';
import { COUNCIL, distributionOffice, entry, FACTION, issue, known, REF } from './distribution-office.ts';
import { testAuthority } from './signing-keys.ts';
import type { TestHost } from './test-host.ts';
import { handOver } from './hand-over.ts';

async function printLetter({ app }: TestHost): Promise<void> {
  const { content } = await app.letters.draft({ kind: 'cover-letter', ref: REF });
  await handOver(app.letters.deliver({ ref: REF, content, formats: ['pdf'] }));
}

/** Distributed to two, released, returned once, released again and issued. */
export async function issueAfterReturn(host: TestHost): Promise<void> {
  const { app } = host;
  const entries = [
    entry(known('organization', COUNCIL, 'Stadtrat'), 'original'),
    entry(known('organization', COUNCIL, 'Stadtrat'), 'copy'),
  ];
  await app.distribution.save({ ref: REF, expectedRevision: 0, entries });
  const { check } = await app.issues.overview(REF);
  const acceptances = check.findings.map(({ key }) => ({ key, reason: 'für den Test' }));
  await app.releases.release({ ref: REF, expectedRevision: check.revision, acceptances });
  await app.releases.returnToDraft({ ref: REF, reason: 'Zahl fehlt' });
  await issue(host);
}

/** One more that is issued and of which nothing went out. */
async function issuedOnly({ app }: TestHost): Promise<void> {
  const ref = 'S0003/26';
  await app.statements.create({ id: idNumber(312), answers: null, name: 'Wege', leadUnit: 'FB 61', number: ref });
  const answers = [{ reference: 'A0003/26', paperType: 'motion', originators: [], printedOriginators: '' }];
  const fields = {
    date: '3.2.2026',
    answers: JSON.stringify(answers),
    reply: 'Die Wege werden gefegt.',
    'signatory.name': 'Erika Muster',
  };
  for (const [field, value] of Object.entries(fields)) await app.statements.setField({ ref, field, value });
  const { findings } = (await app.issues.overview(ref)).check;
  const acceptances = findings.map(({ key }) => ({ key, reason: 'gewollt' }));
  await app.releases.release({ ref, expectedRevision: null, acceptances });
  await app.issues.issue({ ref, keyId: null });
}

/** `REF` saved several times, returned once, issued, dispatched, withdrawn; a second draft, one in the bin, letters, a meeting, a key; another one issued. */
export async function fillWholeOffice(folder: string): Promise<void> {
  const host = await distributionOffice(folder);
  const { app } = host;
  const draft = await app.statements.create({
    id: idNumber(310),
    answers: null,
    name: 'Zäune',
    leadUnit: 'FB 61',
    number: null,
  });
  const unread = statementContent({
    name: 'Zäune',
    unreadDate: '31.04.2023',
    date: null,
    consultations: [consultation({ id: idNumber(510), organization: 'Stadtrat' })],
  });
  await app.statements.save({ id: idNumber(310), expectedRevision: draft.revision, content: unread });
  await app.statements.create({
    id: idNumber(311),
    answers: null,
    name: 'Versehen',
    leadUnit: 'FB 61',
    number: 'S0002/26',
  });
  await app.bin.discard('S0002/26');
  const bytes = new TextEncoder().encode('Lageplan der Bänke');
  await app.attachments.add({ id: idNumber(70), ref: REF, fileName: 'Plan.txt', bytes });
  await app.attachments.settled();
  for (const value of ['eins', 'zwei']) await app.statements.setField({ ref: REF, field: 'contact.room', value });
  await issueAfterReturn(host);
  const target = join(folder, 'versand');
  mkdirSync(target);
  await handOver(app.dispatch.send({ ref: REF, channel: 'folder', folder: target }));
  await printLetter(host);
  const group = known('group', FACTION, 'Fraktion Neue Mitte');
  await collect(app.serialLetters.run({ ref: REF, runId: idNumber(900), kind: 'cover-letter', recipients: [group] }));
  await issuedOnly(host);
  await app.imports.importFile({ fileName: 'notiz.txt', bytes: Buffer.from('Die Bänke am Weiher') });
  await app.papers.register({
    id: idNumber(960),
    content: {
      paperType: 'motion',
      reference: 'A0009/26',
      name: 'Wiese',
      date: null,
      receivedOn: null,
      publicity: 'public',
      originators: [],
      consultations: [],
      text: richText('Der Stadtrat möge beschließen: Die Wiese wird gemäht.'),
    },
  });
  await app.statements.create({ id: idNumber(961), answers: 'A0009/26', name: null, leadUnit: 'FB 61', number: null });
  const { papers } = await app.points.list(idNumber(961));
  const pointId = papers[0]?.points[0]?.id ?? '';
  await app.points.answer({ ref: idNumber(961), answers: [{ pointId, change: { position: 'reject' } }] });
  const start = '2026-03-20 17:00';
  const { id } = await app.meetings.save({
    id: idNumber(950),
    organization: 'Stadtrat',
    start,
    location: 'Rathaus',
    state: 'planned',
  });
  await app.meetings.order({ ref: id, papers: [{ paperId: idNumber(301), number: '7' }] });
  const authority = testAuthority();
  await app.signatures.trust({ fileName: 'ca.pem', bytes: Buffer.from(authority.pem) });
  authority.remove();
  await app.settings.setPreferences({ theme: 'dark' });
  const { content } = await app.statements.setField({
    ref: idNumber(310),
    field: 'reply',
    value: 'Die Zäune bleiben.',
  });
  const block = content.reply.content[0]?.attrs.id ?? '';
  const place = { block, start: 0, end: 3 };
  const words = richText(paragraph('Die Verwaltung dankt.', 'm1'));
  const module = {
    title: 'Dank',
    code: '',
    scope: 'office',
    unit: '',
    place: 'closing',
    paperTypes: [],
    validUntil: null,
    text: words,
  } as const;
  await app.modules.save({ id: idNumber(975), expectedRevision: 0, content: { ...module, paperTypes: [] } });
  await app.comments.add({ id: idNumber(970), ref: idNumber(310), field: 'reply', place, words: 'Die', text: 'Alle?' });
  const { files } = await app.proposals.copy({ ref: idNumber(310), withFindings: false, withComments: true });
  const [copy] = files;
  if (copy) await app.proposals.read({ ...copy, ref: idNumber(310) });
  await app.unfinished.keep({ place: 'letter:1', text: 'angefangen', read: null });
  await host.dispose();
}
