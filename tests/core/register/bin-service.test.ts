import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consultation, idNumber, paperContent, refusalOf, richText, statementContent } from '../../support/builders.ts';
import { distributionOffice, issue, REF } from '../../support/distribution-office.ts';
import { addBody, addMeeting, BODY, DAY } from '../../support/meeting-office.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';
import { handOver } from '../../support/hand-over.ts';

let host: TestHost;
const MOTION = idNumber(1);
const ANSWER = idNumber(2);

const listed = async (text = ''): Promise<(string | null)[]> =>
  (await host.app.papers.list({ text, limit: 100 })).items.map(({ reference, name }) => reference ?? name);
const codeOf = async (work: () => unknown): Promise<string> => (await refusalOf(work)).code;

/** A motion with its statement, which is before a committee and has an attachment. */
async function enterBoth(): Promise<void> {
  await host.app.papers.register({ id: MOTION, content: paperContent({ reference: 'A0007/26', name: 'Mehr Bänke' }) });
  const draft = await host.app.statements.create({
    id: ANSWER,
    answers: 'A0007/26',
    name: null,
    leadUnit: null,
    number: 'S0001/26',
  });
  await host.app.statements.save({
    id: ANSWER,
    expectedRevision: draft.revision,
    content: statementContent({
      ...draft.content,
      consultations: [consultation({ organization: BODY, date: DAY })],
      reply: richText('Siebenundsiebzig Bänke.'),
    }),
  });
  await host.app.attachments.add({
    id: idNumber(3),
    ref: ANSWER,
    fileName: 'Lageplan.txt',
    bytes: Buffer.from('Weiherwiese'),
  });
  await host.app.attachments.settled();
}

beforeEach(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  await enterBoth();
});
afterEach(() => host.dispose());

describe('a draft that was begun by mistake', () => {
  it('leaves the register, the search, its motion and the meeting', async () => {
    await addBody(host);
    const meeting = await addMeeting(host);
    expect(await listed('Weiherwiese')).toEqual(['S0001/26']);
    await host.app.bin.discard('S0001/26');
    expect(await listed()).toEqual(['A0007/26']);
    expect(await listed('Siebenundsiebzig')).toEqual([]);
    expect(await listed('Weiherwiese')).toEqual([]);
    expect((await host.app.papers.get(MOTION)).answeredBy).toEqual([]);
    expect((await host.app.papers.find(MOTION)).related).toEqual([]);
    expect((await host.app.meetings.papers(meeting.id)).papers).toEqual([]);
  });

  it('comes back with everything that belongs to it', async () => {
    await addBody(host);
    const meeting = await addMeeting(host);
    const before = await host.app.statements.get(ANSWER);
    const agenda = (await host.app.meetings.papers(meeting.id)).papers;
    expect(agenda).toHaveLength(1);
    await host.app.bin.discard(ANSWER);
    expect(await host.app.bin.list()).toMatchObject([
      { id: ANSWER, paperType: 'statement', reference: 'S0001/26', letters: 0, attachments: 1 },
    ]);
    expect(await host.app.bin.restore('s 0001/26')).toEqual({
      id: ANSWER,
      paperType: 'statement',
      reference: 'S0001/26',
      lostReference: null,
      broughtAlong: [],
    });
    const after = await host.app.statements.get('S0001/26');
    expect(after).toEqual({ ...before, revision: before.revision + 2, updatedAt: after.updatedAt });
    expect(await listed('Weiherwiese')).toEqual(['S0001/26']);
    expect((await host.app.attachments.list(ANSWER)).attachments).toHaveLength(1);
    expect((await host.app.papers.get(MOTION)).answeredBy).toMatchObject([
      { id: ANSWER, reference: 'S0001/26', state: 'draft' },
    ]);
    expect((await host.app.meetings.papers(meeting.id)).papers).toEqual(agenda);
    expect(await host.app.bin.list()).toEqual([]);
  });

  it('is told to lie there, wherever it is asked for', async () => {
    const { revision, content } = await host.app.statements.get(ANSWER);
    await host.app.bin.discard(ANSWER);
    expect(await codeOf(() => host.app.statements.get('S0001/26'))).toBe('paper-discarded');
    expect(await codeOf(() => host.app.statements.get(ANSWER))).toBe('paper-discarded');
    expect(await codeOf(() => host.app.statements.save({ id: ANSWER, expectedRevision: revision, content }))).toBe(
      'paper-discarded',
    );
    expect(await codeOf(() => host.app.bin.discard(ANSWER))).toBe('paper-discarded');
    // A repeated request to begin it must not write over what lies in the bin.
    const again = { id: ANSWER, answers: null, name: 'Anderes', leadUnit: null, number: null };
    expect(await codeOf(() => host.app.statements.create(again))).toBe('paper-discarded');
  });

  it('is not looked for there while it stands in the register', async () => {
    expect(await refusalOf(() => host.app.bin.restore('s1/26'))).toEqual({
      code: 'paper-not-discarded',
      details: { reference: 'S0001/26' },
    });
    expect(await codeOf(() => host.app.bin.restore('S0009/26'))).toBe('not-found');
  });

  it('frees a number that somebody typed; the next paper may bear it', async () => {
    await host.app.bin.discard(ANSWER);
    const other = { id: idNumber(9), answers: null, name: 'Anderes', leadUnit: null, number: 'S0001/26' };
    expect((await host.app.statements.create(other)).reference).toBe('S0001/26');
  });

  it('keeps its number void where this program gave it', async () => {
    await host.app.statements.giveNumber({ id: ANSWER, reference: '' });
    expect((await host.app.statements.giveNumber({ id: ANSWER, reference: null })).reference).toBe('S0001/26');
    await host.app.bin.discard(ANSWER);
    const other = { id: idNumber(9), answers: null, name: 'Anderes', leadUnit: null, number: 'S0001/26' };
    expect(await refusalOf(() => host.app.statements.create(other))).toMatchObject({
      code: 'reference-taken',
      details: { reason: 'Papier verworfen' },
    });
  });
});

describe('a paper that was entered by mistake', () => {
  it('stays while a statement answers it, and says which', async () => {
    const refusal = await refusalOf(() => host.app.bin.discard('A0007/26'));
    expect(refusal).toMatchObject({ code: 'discard-forbidden', details: { reference: 'A0007/26' } });
    expect(refusal.details['why']).toContain('S0001/26');
  });

  it('gives its number free, and comes back without it when somebody took it', async () => {
    await host.app.bin.discard(ANSWER);
    await host.app.bin.discard(MOTION);
    const right = { id: idNumber(4), content: paperContent({ reference: 'A0007/26', name: 'Der richtige Antrag' }) };
    await host.app.papers.register(right);
    expect(await host.app.bin.restore(MOTION)).toMatchObject({ reference: null, lostReference: 'A0007/26' });
    expect((await host.app.papers.get(MOTION)).content).toMatchObject({ reference: '', name: 'Mehr Bänke' });
    expect(await listed('Der richtige')).toEqual(['A0007/26']);
  });

  it('comes back with the statement on it', async () => {
    await host.app.bin.discard(ANSWER);
    await host.app.bin.discard(MOTION);
    expect(await host.app.bin.restore(ANSWER)).toMatchObject({
      reference: 'S0001/26',
      broughtAlong: [{ id: MOTION, reference: 'A0007/26' }],
    });
    expect((await listed()).sort()).toEqual(['A0007/26', 'S0001/26']);
  });

  it('must be named by its id when two bore the same number', async () => {
    await host.app.bin.discard(ANSWER);
    await host.app.bin.discard(MOTION);
    const twin = { id: idNumber(4), content: paperContent({ reference: 'A0007/26', name: 'Noch einmal' }) };
    await host.app.papers.register(twin);
    await host.app.bin.discard('A0007/26');
    expect((await refusalOf(() => host.app.bin.restore('A0007/26'))).code).toBe('ambiguous-reference');
    expect(await host.app.bin.restore(idNumber(4))).toMatchObject({ reference: 'A0007/26' });
  });
});

it('a released statement goes back to draft first', async () => {
  const office = await distributionOffice();
  try {
    const { check } = await office.app.issues.overview(REF);
    const acceptances = check.findings.map(({ key }) => ({ key, reason: 'für den Test' }));
    await office.app.releases.release({ ref: REF, expectedRevision: check.revision, acceptances });
    expect((await refusalOf(() => office.app.bin.discard(REF))).code).toBe('discard-forbidden');
    await office.app.releases.returnToDraft({ ref: REF, reason: 'noch einmal' });
    expect(await office.app.bin.discard(REF)).toMatchObject({ reference: REF });
  } finally {
    await office.dispose();
  }
});

it('what was issued is never discarded, not even while it is corrected', async () => {
  const office = await distributionOffice();
  try {
    await issue(office);
    expect((await refusalOf(() => office.app.bin.discard(REF))).code).toBe('discard-forbidden');
    await office.app.issues.correct({ ref: REF, reason: 'Zahl verbessert' });
    expect((await refusalOf(() => office.app.bin.discard(REF))).code).toBe('discard-forbidden');
  } finally {
    await office.dispose();
  }
});

it('letters stay with their paper', async () => {
  const { content } = await host.app.letters.draft({ kind: 'interim-reply', ref: MOTION });
  await handOver(host.app.letters.deliver({ ref: MOTION, content, formats: ['pdf'] }));
  await host.app.bin.discard(ANSWER);
  await host.app.bin.discard(MOTION);
  expect((await host.app.bin.list())[0]).toMatchObject({ id: MOTION, letters: 1 });
  expect(await codeOf(() => host.app.letters.written(MOTION))).toBe('paper-discarded');
  await host.app.bin.restore(MOTION);
  expect(await host.app.letters.written(MOTION)).toMatchObject([{ kind: 'interim-reply' }]);
});
