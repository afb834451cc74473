/** A paper that came in without saying whether it is public: seen and edited, but nothing of it goes out before a person decides. */
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { Refusal } from '../../../src-main/contract/shared/errors.ts';
import { sentenceFor } from '../../../src-main/contract/shared/errors-de.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { printedRecord, printedSheet, toRecord } from '../../../src-main/core/statement/statement-record.ts';
import type { DeliveryPort } from '../../../src-main/core/ports/ports.ts';
import { consultation, idNumber, paperContent, refusalOf, statementContent } from '../../support/builders.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';
import { filesOf, handOver } from '../../support/hand-over.ts';

const REF = 'S0021/26';
const MOTION = 'A0012/26';
const MEETING = idNumber(900);
const TEXT = [
  'Stadt Auental',
  'Stellungnahme der Verwaltung',
  'Stadtamt\tStellungnahme-Nr.\tDatum',
  `FB 7\t${REF}\t12.03.2026`,
  'zum/zur',
  `${MOTION} – Fraktion Weiher`,
  'Bezeichnung',
  'Bänke am Weiher',
  'Verteiler\tTag',
  'Stadtrat\t09.04.2026',
  '',
  'Bitte Bänke.',
  '',
  `Die Verwaltung nimmt zum Antrag ${MOTION} wie folgt Stellung:`,
  '',
  'Die Bänke kommen.',
  '',
  'Eva Muster',
  '',
  'Anlagen',
  'Anlage 1 – Lageplan',
].join('\n');

let host: TestHost;
beforeEach(async () => {
  host = testHost();
  onTestFinished(() => host.dispose());
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  await host.app.settings.saveOrganization({
    id: idNumber(901),
    expectedRevision: 0,
    content: { ...EMPTY_ORGANIZATION, name: 'Stadtrat', organizationType: 'council' },
  });
  const meeting = { id: MEETING, organization: 'Stadtrat', start: '09.04.2026 17:00', location: null };
  await host.app.meetings.save({ ...meeting, state: 'planned' });
});
const EMPTY_ORGANIZATION = {
  shortName: '',
  reach: { street: '', postalCode: '', city: '', country: '', room: '', telephone: '', email: '' },
  startDate: null,
  endDate: null,
};

const importText = (text = TEXT) =>
  host.app.imports.importFile({ fileName: 'a.txt', bytes: new TextEncoder().encode(text) });
const set = (publicity: string) => host.app.statements.setField({ ref: REF, field: 'publicity', value: publicity });
const handed: string[] = [];
/** Nothing may reach it before the decision. */
const out: DeliveryPort = {
  deliver: (files) => {
    handed.push(...files.map(({ fileName }) => fileName));
    return Promise.resolve({ kind: 'saved', paths: files.map(({ fileName }) => fileName) });
  },
};
const recipient = {
  kind: 'external' as const,
  name: 'Bo Muster',
  lines: ['Bo Muster', '1 Weg', '00816 Auental'],
  email: 'a@b.de',
};

const waysOut = (): Record<string, () => Promise<unknown>> => {
  const { app } = host;
  const letter = async (ref: string, kind: 'cover-letter' | 'interim-reply', publicity?: DraftPublicity) => {
    const { content } = await app.letters.draft({ ref, kind, recipient: { lines: recipient.lines } });
    return handOver(
      app.letters.deliver({ ref, content: { ...content, ...(publicity && { publicity }) }, formats: ['pdf'] }),
      out,
    );
  };
  const draftLetter = async () => (await app.letters.draft({ ref: REF, kind: 'cover-letter' })).content;
  const run = async () => {
    const asked = { ref: REF, runId: idNumber(950), kind: 'cover-letter' as const, recipients: [recipient] };
    for await (const { problem } of app.serialLetters.run(asked)) if (problem !== null) throw new Error(problem);
  };
  return {
    record: () => app.statements.record(REF),
    'form sheet': () =>
      handOver(app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['pdf', 'docx'] }), out),
    'form sheet with attachments': () =>
      handOver(app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['docx'], withAttachments: true }), out),
    'distribution list': () =>
      filesOf(app.documents.deliver({ ref: REF, kind: 'distribution-list', formats: ['pdf'] })),
    release: () => app.releases.release({ ref: REF, expectedRevision: null, acceptances: [] }),
    issue: () => app.issues.issue({ ref: REF, keyId: null }),
    copies: () => handOver(app.distribution.deliverCopies({ ref: REF, form: 'files', duplex: false }), out),
    'combined copies': () =>
      handOver(app.distribution.deliverCopies({ ref: REF, form: 'combined', duplex: false }), out),
    labels: () => handOver(app.distribution.deliverLabels({ ref: REF, format: 'avery-3475', start: 1 } as never), out),
    'dispatch on paper': () => handOver(app.dispatch.send({ ref: REF, channel: 'print' }), out),
    'dispatch by e-mail': () => handOver(app.dispatch.send({ ref: REF, channel: 'email' }), out),
    'dispatch to a folder': () => handOver(app.dispatch.send({ ref: REF, channel: 'folder', folder: '/nowhere' }), out),
    'dispatch list': () => filesOf(app.dispatch.deliverList({ ref: REF, formats: ['pdf'] })),
    'letter with the statement': () => letter(REF, 'cover-letter'),
    'letter that says it is public': () => letter(REF, 'cover-letter', 'public'),
    'printed letter': async () => app.letters.deliver({ ref: REF, content: await draftLetter(), formats: ['pdf'] }),
    'letter on the motion': () => letter(MOTION, 'interim-reply', 'public'),
    'letters to many': run,
    'folder of the meeting': () => handOver(app.meetings.deliverFolder({ ref: MEETING, withNonPublic: false }), out),
    'inner folder of the meeting': () =>
      handOver(app.meetings.deliverFolder({ ref: MEETING, withNonPublic: true }), out),
    'lists of the meeting': () => handOver(app.meetings.deliverLists({ ref: MEETING }), out),
    'blackened version': () => handOver(app.redactions.deliver({ ref: REF, marks: [] }), out),
    'blackened version that stays': () => app.redactions.make({ ref: REF, marks: [] }),
  };
};
const WAYS = [
  ...['record', 'form sheet', 'form sheet with attachments', 'distribution list', 'release', 'issue', 'copies'],
  ...['combined copies', 'labels', 'dispatch on paper', 'dispatch by e-mail', 'dispatch to a folder', 'dispatch list'],
  ...['letter with the statement', 'letter that says it is public', 'printed letter', 'letter on the motion'],
  ...['letters to many', 'folder of the meeting', 'inner folder of the meeting', 'lists of the meeting'],
  ...['blackened version', 'blackened version that stays'],
];

describe('an undecided paper', () => {
  it.each(WAYS)('does not leave as: %s', async (way) => {
    await importText();
    handed.length = 0;
    const refusal = await refusalOf(() => waysOut()[way]?.());
    expect(refusal.code).toBe('publicity-unknown');
    expect(sentenceFor('publicity-unknown', refusal.details)).toMatch(/entschieden.*Bitte.*„Öffentlichkeit“/);
    expect(handed).toEqual([]);
  });

  it('is listed above with every way out that there is', () => {
    expect(Object.keys(waysOut())).toEqual(WAYS);
  });

  it('is shown as a draft under a schema of its own, and that is no record', async () => {
    const { id, notes } = await importText();
    expect(notes.map(({ code }) => code)).toContain('publicity-unknown');
    const shown = await host.app.statements.show(REF);
    expect(shown).toMatchObject({ schema: 'stellwerk.draft/1', publicity: 'unknown', name: 'Bänke am Weiher' });
    const again = await refusalOf(() => importText(JSON.stringify(shown)));
    expect(again.code).toBe('record-foreign');
    expect((await host.app.papers.find(id)).publicity).toBe('unknown');
  });

  it('is previewed, and every page says that it is undecided', async () => {
    const { id } = await importText();
    const { content } = await host.app.statements.get(REF);
    expect(await host.app.statements.preview({ id, content })).toMatchObject({ unprintable: [] });
    const document = formSheet(printedSheet(REF, content, builtInProfile()), builtInProfile());
    expect(document.footer).toContain('Öffentlichkeit noch nicht entschieden');
    expect(document.blocks).toContainEqual(
      expect.objectContaining({ kind: 'title', aside: 'Öffentlichkeit noch nicht entschieden', asideMarked: true }),
    );
  });

  it('is checked with one blocking finding that leads to the field', async () => {
    await importText();
    const { check } = await host.app.issues.overview(REF);
    expect(check.findings.filter(({ rule }) => rule.includes('publicity'))).toMatchObject([
      { rule: 'publicity-unknown', severity: 'blocking', place: { field: 'publicity' } },
    ]);
  });

  it('has undecided rows and attachments, and brings in a motion that is no more public than it is', async () => {
    await importText();
    expect((await host.app.statements.get(REF)).content.consultations).toMatchObject([{ publicity: 'unknown' }]);
    expect((await host.app.attachments.list(REF)).attachments).toMatchObject([{ publicity: 'unknown' }]);
    expect((await host.app.papers.get(MOTION)).content.publicity).toBe('unknown');
    const added = { id: idNumber(990), ref: REF, fileName: 'b.txt', bytes: new Uint8Array([65]) };
    expect((await host.app.attachments.add(added)).attachments[1]).toMatchObject({ publicity: 'unknown' });
  });

  it('goes out once somebody decides, its rows with it, its attachments not before they are decided', async () => {
    await importText();
    await set('öffentlich');
    const record = await host.app.statements.record(REF);
    expect(record).toMatchObject({
      publicity: 'public',
      consultations: [{ organization: 'Stadtrat' }],
      attachments: [],
    });
    expect(
      await handOver(host.app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['docx'] }), out),
    ).toMatchObject({
      kind: 'saved',
    });
    const { findings } = (await host.app.issues.overview(REF)).check;
    expect(findings.filter(({ severity }) => severity === 'blocking').map(({ rule }) => rule)).toEqual([
      'attachment-publicity-unknown',
    ]);
    const [attachment] = (await host.app.attachments.list(REF)).attachments;
    await host.app.attachments.change({ id: attachment?.id ?? '', name: 'Lageplan', publicity: 'public' });
    expect((await host.app.statements.record(REF)).attachments).toEqual([{ name: 'Lageplan' }]);
  });

  it('takes everything along once it is non-public', async () => {
    await importText();
    await set('nichtöffentlich');
    expect(await host.app.statements.record(REF)).toMatchObject({
      publicity: 'non-public',
      consultations: [{ organization: 'Stadtrat' }],
      attachments: [{ name: 'Lageplan' }],
    });
  });

  it('is unchanged by its own file, also after the decision', async () => {
    const { id } = await importText();
    expect(await importText()).toMatchObject({ id, status: 'unchanged' });
    await set('nichtöffentlich');
    expect(await importText()).toMatchObject({ id, status: 'unchanged' });
  });

  it('can be made undecided again, and is refused again', async () => {
    await importText();
    await set('öffentlich');
    await set('unentschieden');
    expect((await refusalOf(() => host.app.statements.record(REF))).code).toBe('publicity-unknown');
  });
});

describe('deciding about a paper', () => {
  const rowsOf = async (rows: readonly DraftPublicity[], publicity: string): Promise<DraftPublicity[]> => {
    const { id } = await host.app.statements.create({
      id: idNumber(970),
      answers: null,
      name: 'B',
      leadUnit: '',
      number: REF,
    });
    const consultations = rows.map((each, at) => consultation({ organization: `Gremium ${at}`, publicity: each }));
    const content = statementContent({ publicity: 'unknown', consultations });
    await host.app.statements.save({ id, expectedRevision: 1, content });
    return (await set(publicity)).content.consultations.map((row) => row.publicity);
  };

  it('decides about rows that are all silent, and about none where some speak', async () => {
    expect(await rowsOf(['unknown', 'unknown'], 'öffentlich')).toEqual(['public', 'public']);
  });
  it('leaves a silent row beside a speaking one undecided: it does not print, and blocks the release', async () => {
    expect(await rowsOf(['unknown', 'non-public', 'public'], 'öffentlich')).toEqual([
      'unknown',
      'non-public',
      'public',
    ]);
    expect((await host.app.statements.record(REF)).consultations.map((row) => row.organization)).toEqual(['Gremium 2']);
    const { findings } = (await host.app.issues.overview(REF)).check;
    expect(findings.filter(({ rule }) => rule === 'consultation-publicity-unknown')).toMatchObject([
      { severity: 'blocking', place: { field: 'consultations.0.publicity' }, details: { row: '1' } },
    ]);
  });
});

describe('papers that answer others', () => {
  const answer = async (publicity: DraftPublicity, rows: readonly DraftPublicity[] = []) => {
    const consultations = rows.map((each) => consultation({ organization: 'Stadtrat', publicity: each }));
    const content = paperContent({ reference: MOTION, publicity, consultations });
    await host.app.papers.register({ id: idNumber(980), content });
    const input = { id: idNumber(981), answers: MOTION, name: null, leadUnit: null, number: null };
    return (await host.app.statements.create(input)).content;
  };

  it.each(['public', 'non-public', 'unknown'] as const)('are as %s as what they answer', async (publicity) => {
    expect((await answer(publicity)).publicity).toBe(publicity);
  });

  it.each<[DraftPublicity[], DraftPublicity]>([
    [['public'], 'public'],
    [['non-public'], 'non-public'],
    [['non-public', 'non-public'], 'non-public'],
    [['public', 'non-public'], 'unknown'],
    [['unknown', 'public'], 'unknown'],
  ])('take bodies along as they are: %s gives %s', async (rows, expected) => {
    expect((await answer('public', rows)).consultations).toMatchObject([
      { organization: 'Stadtrat', publicity: expected },
    ]);
  });

  it('bring in a motion that is as non-public as they are', async () => {
    await importText(TEXT.replace('der Verwaltung\n', 'der Verwaltung nichtöffentlich\n'));
    expect((await host.app.papers.get(MOTION)).content.publicity).toBe('non-public');
  });
});

describe('a record', () => {
  it('is never made of undecided content, and never holds what is undecided in a public paper', () => {
    const content = statementContent({ publicity: 'unknown' });
    for (const make of [() => toRecord(REF, content), () => printedRecord(REF, content, builtInProfile())])
      expect(make).toThrow(Refusal);
    const rows = [consultation({ organization: 'Geheim', publicity: 'unknown' })];
    const files = [{ name: 'Geheim', publicity: 'unknown' as const }];
    const record = toRecord(REF, statementContent({ consultations: rows }), files);
    expect(JSON.stringify(record)).not.toContain('Geheim');
  });
});
