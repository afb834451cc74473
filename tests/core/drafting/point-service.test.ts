/** Points of answered papers through the whole program: taken over, answered, put right, read again, and what blocks a release. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PointOverview } from '../../../src-main/contract/point/shapes.ts';
import { findingSentence } from '../../../src-main/contract/release/texts-de.ts';
import { idNumber, paperContent, refusalOf, richText } from '../../support/builders.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
let count = 0;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterAll(() => host.dispose());

interface Begun {
  readonly paper: string;
  readonly paperId: string;
  readonly ref: string;
}

/** A paper with this text, and a statement on it. */
async function begun(
  lines: readonly string[],
  paperType: 'motion' | 'inquiry' = 'inquiry',
  isAnswered = true,
): Promise<Begun> {
  count += 1;
  const number = `${String(count).padStart(4, '0')}/26`;
  const [paper, ref] = [`${paperType === 'motion' ? 'A' : 'F'}${number}`, `S${number}`];
  const paperId = idNumber(1000 + count);
  const content = paperContent({ paperType, reference: paper, name: 'Wege', text: richText(...lines) });
  await host.app.papers.register({ id: paperId, content });
  if (isAnswered)
    await host.app.statements.create({
      id: idNumber(2000 + count),
      answers: paper,
      name: null,
      leadUnit: 'FB 61',
      number: ref,
    });
  return { paper, paperId, ref };
}

const QUESTIONS = ['1. Wie viele Wege gibt es?', '2. Wer pflegt sie?', 'a) im Sommer?', 'b) im Winter?'];
const labels = ({ papers }: PointOverview): string[] =>
  papers.flatMap(({ points }) => points.map(({ label, change }) => (change === null ? label : `${label} ${change}`)));
const idOf = ({ papers }: PointOverview, label: string): string =>
  papers.flatMap(({ points }) => points).find((point) => point.label === label)?.id ?? '';
const findings = async (ref: string): Promise<string[]> =>
  (await host.app.issues.overview(ref)).check.findings
    .filter(({ rule }) => rule.startsWith('point-'))
    .map(({ rule, severity, details }) => `${rule} ${severity} ${details['point'] ?? ''}`);

async function rewrite(paperId: string, lines: readonly string[]): Promise<void> {
  const { revision, content } = await host.app.papers.get(paperId);
  await host.app.papers.save({
    id: paperId,
    expectedRevision: revision,
    content: { ...content, text: richText(...lines) },
  });
}

describe('points of an answered paper', () => {
  it('are taken over when a statement begins to answer it, and block its release until each is answered', async () => {
    const { ref } = await begun(QUESTIONS);
    const before = await host.app.points.list(ref);
    expect(labels(before)).toEqual(['1', '2', '2 a)', '2 b)']);
    expect(before).toMatchObject({ open: 4, papers: [{ revision: 1, kind: 'question' }] });
    expect(await findings(ref)).toEqual(['1', '2', '2 a)', '2 b)'].map((label) => `point-open blocking ${label}`));
    const answers = [
      { pointId: idOf(before, '1'), change: { state: 'answered' as const } },
      { pointId: idOf(before, '2'), change: { state: 'partly' as const } },
      { pointId: idOf(before, '2 a)'), change: { sameAs: idOf(before, '1') } },
      { pointId: idOf(before, '2 b)'), change: { state: 'cannot' as const } },
    ];
    const half = await host.app.points.answer({ ref, answers });
    // What cannot be answered needs a reason.
    expect(half.open).toBe(1);
    const all = await host.app.points.answer({
      ref,
      answers: [{ pointId: idOf(before, '2 b)'), change: { reason: 'Es wird nicht gezählt.' } }],
    });
    expect(all.open).toBe(0);
    expect(await findings(ref)).toEqual([]);
  });

  it('tell of an answer that leads to an open one', async () => {
    const { ref } = await begun(QUESTIONS.slice(0, 2));
    const list = await host.app.points.list(ref);
    await host.app.points.answer({ ref, answers: [{ pointId: idOf(list, '2'), change: { sameAs: idOf(list, '1') } }] });
    expect(await findings(ref)).toEqual(['point-open blocking 1', 'point-refers-open warning 2']);
    const found = (await host.app.issues.overview(ref)).check.findings.find(({ rule }) => rule === 'point-refers-open');
    expect(found && findingSentence(found)).toContain('verweist auf die Antwort zu 1');
  });

  it('take positions where they are demands, and refuse what fits none', async () => {
    const { ref } = await begun(
      ['Der Stadtrat möge beschließen:', '1. Der Weg wird gebaut.', '2. Die Bank wird versetzt.'],
      'motion',
    );
    const list = await host.app.points.list(ref);
    const [first, second] = [idOf(list, '1'), idOf(list, '2')];
    const answer = (pointId: string, change: object) => host.app.points.answer({ ref, answers: [{ pointId, change }] });
    const after = await answer(first, { position: 'already-done', reason: ' im Mai ' });
    expect(after.answers[0]).toMatchObject({ position: 'already-done', reason: 'im Mai', isStale: false });
    expect((await answer(second, { state: 'withdrawn' })).open).toBe(0);
    for (const change of [{ state: 'answered' }, { sameAs: second }, { sameAs: idNumber(9) }])
      expect((await refusalOf(() => answer(second, change))).code).toBe('input-invalid');
    expect((await refusalOf(() => answer(idNumber(9), { position: 'reject' }))).code).toBe('point-missing');
    // All or none.
    const both = [
      { pointId: first, change: { position: 'reject' as const } },
      { pointId: second, change: { state: 'answered' as const } },
    ];
    expect((await refusalOf(() => host.app.points.answer({ ref, answers: both }))).code).toBe('input-invalid');
    expect((await host.app.points.list(ref)).answers).toContainEqual(
      expect.objectContaining({ position: 'already-done' }),
    );
  });

  it('are put right by hand, and corrections stay when the paper gets another text', async () => {
    const { ref, paperId } = await begun(QUESTIONS.slice(0, 2));
    const list = await host.app.points.list(ref);
    const [paper] = list.papers;
    const [first, second] = paper?.points ?? [];
    if (!paper || !first || !second) throw new Error('no points');
    await host.app.points.answer({
      ref,
      answers: [first, second].map(({ id }) => ({ pointId: id, change: { state: 'answered' as const } })),
    });
    const renamed = [{ ...second, label: 'Pflege' }, first];
    const input = { ref, paperId, expectedRevision: paper.revision, points: renamed };
    expect(labels(await host.app.points.save(input))).toEqual(['Pflege', '1']);
    expect((await refusalOf(() => host.app.points.save(input))).code).toBe('conflict');
    await rewrite(paperId, ['1. Wie viele Wege gibt es?', '2. Wer pflegt sie im Winter?', '3. Was kostet das?']);
    const after = await host.app.points.list(ref);
    expect(labels(after)).toEqual(['2 changed', '1', '3 new']);
    const stale = after.answers.filter(({ isStale }) => isStale).map(({ pointId }) => pointId);
    expect(stale).toEqual([second.id]);
    expect(after.papers[0]?.points.find(({ id }) => id === second.id)?.formerText).toBe('Wer pflegt sie?');
    expect(await findings(ref)).toEqual(['point-open blocking 3', 'point-changed warning 2']);
    await host.app.points.answer({ ref, answers: [{ pointId: second.id, change: { state: 'answered' } }] });
    expect(await findings(ref)).toEqual(['point-open blocking 3']);
    // A word before its words makes it another one.
    await rewrite(paperId, ['1. Wie viele Wege gibt es?', '2. Und wer pflegt sie im Winter?', '3. Was kostet das?']);
    expect(labels(await host.app.points.list(ref))).toEqual(['2 changed', '1', '3 new']);
    await rewrite(paperId, ['1. Wie viele Wege gibt es?']);
    expect(labels(await host.app.points.list(ref))).toEqual(['2 gone', '1', '3 gone']);
    expect(await findings(ref)).toEqual([]);
  });

  it('that are no list are refused', async () => {
    const { ref, paperId } = await begun(QUESTIONS.slice(0, 2));
    const [paper] = (await host.app.points.list(ref)).papers;
    const [first, second] = paper?.points ?? [];
    if (!paper || !first || !second) throw new Error('no points');
    for (const points of [
      [first, { ...second, label: '1' }],
      [first, first],
      [{ ...first, level: 1 }, second],
    ]) {
      const save = host.app.points.save({ ref, paperId, expectedRevision: paper.revision, points });
      expect((await refusalOf(() => save)).code).toBe('input-invalid');
    }
  });

  it('begin with the quotation where the paper has no text of its own', async () => {
    const { ref, paperId } = await begun([]);
    expect((await host.app.points.list(ref)).papers[0]?.points).toEqual([]);
    await host.app.statements.setField({
      ref,
      field: 'quotation',
      value: '1. Wo steht die Bank?\n\n2. Wem gehört sie?',
    });
    const proposed = await host.app.points.list(ref);
    expect(proposed).toMatchObject({ open: 0, papers: [{ revision: 0 }] });
    expect(labels(proposed)).toEqual(['1', '2']);
    const taken = await host.app.points.read({ ref, anew: false });
    expect(taken).toMatchObject({ open: 2, papers: [{ revision: 1 }] });
    const { content } = await host.app.papers.get(paperId);
    expect(JSON.stringify(content.text)).toContain('Wo steht die Bank?');
  });

  it('keep their answers when they are read anew, as far as their words are the same', async () => {
    const { ref, paperId } = await begun(QUESTIONS.slice(0, 2));
    const list = await host.app.points.list(ref);
    const [paper] = list.papers;
    const [first, second] = paper?.points ?? [];
    if (!paper || !first || !second) throw new Error('no points');
    await host.app.points.answer({ ref, answers: [{ pointId: first.id, change: { state: 'answered' } }] });
    const joined = { ...first, text: `${first.text}\n${second.text}`, places: [...first.places, ...second.places] };
    await host.app.points.save({ ref, paperId, expectedRevision: paper.revision, points: [joined] });
    const anew = await host.app.points.read({ ref, anew: true });
    expect(labels(anew)).toEqual(['1', '2']);
    expect(anew.open).toBe(2);
  });

  it('of a statement that was imported finished are only proposed, and its release asks for none', async () => {
    const bytes = new TextEncoder().encode(
      'Stadt Auental\n\nStellungnahme der Verwaltung öffentlich\n\nStadtamt\tStellungnahme-Nr.\tDatum\nFB 61\tS0900/26\t02.03.2026\nzum/zur\nF0900/26 – Fraktion Neue Mitte\nBezeichnung\nBänke\n\n1. Wo steht die Bank?\n\nDie Verwaltung nimmt zur Anfrage F0900/26 wie folgt Stellung:\n\nIm Park.\n\nEva Muster',
    );
    await host.app.imports.importFile({ fileName: 'alt.txt', bytes });
    await host.app.statements.takeUp('S0900/26');
    await host.app.statements.setField({ ref: 'S0900/26', field: 'contact.room', value: '7' });
    expect(await host.app.points.list('S0900/26')).toMatchObject({ open: 0, papers: [{ revision: 0 }] });
    expect(await findings('S0900/26')).toEqual([]);
  });

  it('of a released statement stay as they are', async () => {
    const { ref } = await begun(['Freundliche Grüße.']);
    await host.app.statements.setField({ ref, field: 'reply', value: 'Ja.' });
    await host.app.statements.setField({ ref, field: 'date', value: '02.03.2026' });
    await host.app.statements.setField({ ref, field: 'signatory.name', value: 'Eva Muster' });
    const acceptances = (await host.app.issues.overview(ref)).check.findings.map(({ key }) => ({
      key,
      reason: 'Ist so.',
    }));
    await host.app.releases.release({ ref, expectedRevision: null, acceptances });
    expect((await refusalOf(() => host.app.points.read({ ref, anew: true }))).code).toBe('not-editable');
  });
});
