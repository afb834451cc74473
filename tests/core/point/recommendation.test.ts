/** What the administration recommends follows from the positions, in a sentence a person would write. */
import { describe, expect, it } from 'vitest';
import {
  isRecommendation,
  positionRows,
  recommendationSentence,
  type AnsweredDemands,
} from '../../../src-main/contract/point/recommendation.ts';
import type { Point, PointAnswer, Position } from '../../../src-main/contract/point/shapes.ts';

const demand = (label: string, changes: Partial<Point> = {}): Point => ({
  id: `p${label}`,
  level: 0,
  label,
  kind: 'demand',
  isGroup: false,
  text: `Forderung ${label}`,
  places: [],
  change: null,
  formerText: null,
  ...changes,
});
const paper = (labels: readonly string[], changes: Partial<AnsweredDemands> = {}): AnsweredDemands => ({
  reference: 'A0001/26',
  paperType: 'motion',
  points: labels.map((label) => demand(label)),
  ...changes,
});
const chosen = (positions: Readonly<Record<string, Position | null>>): ReadonlyMap<string, PointAnswer> =>
  new Map(
    Object.entries(positions).map(([label, position]) => [
      `p${label}`,
      { pointId: `p${label}`, position, state: 'open', reason: '', sameAs: null, passages: [], isStale: false },
    ]),
  );

describe('the recommendation', () => {
  it.each([
    [{ 1: 'approve', 2: 'approve' }, 'Die Verwaltung empfiehlt, dem Antrag zuzustimmen.'],
    [{ 1: 'reject', 2: 'reject' }, 'Die Verwaltung empfiehlt, den Antrag abzulehnen.'],
    [{ 1: 'already-done', 2: 'already-done' }, 'Die Verwaltung empfiehlt, den Antrag für erledigt zu erklären.'],
    [{ 1: 'approve', 2: 'reject' }, 'Die Verwaltung empfiehlt, Punkt 1 zuzustimmen und Punkt 2 abzulehnen.'],
    [{ 1: 'reject', 2: null }, 'Die Verwaltung empfiehlt, Punkt 1 abzulehnen.'],
    [{ 1: null, 2: null }, null],
  ] as const)('of %o', (positions, sentence) =>
    expect(recommendationSentence([paper(['1', '2'])], chosen(positions))).toBe(sentence),
  );
  it('names several points with one position together, in the order of what is said of them', () => {
    const answers = chosen({ '1': 'reject', '2 a)': 'approve', '2 b)': 'approve', '3': 'approve', '4': 'partly' });
    expect(recommendationSentence([paper(['1', '2 a)', '2 b)', '3', '4'])], answers)).toBe(
      'Die Verwaltung empfiehlt, den Punkten 2 a), 2 b) und 3 zuzustimmen, Punkt 4 teilweise zuzustimmen und Punkt 1 abzulehnen.',
    );
  });
  it('says which paper it means where several are answered', () => {
    const other = paper(['7'], { reference: 'A0002/26', paperType: 'amendment' });
    const sentence = recommendationSentence([paper(['1']), other], chosen({ 1: 'approve', 7: 'reject' }));
    expect(sentence).toBe(
      'Die Verwaltung empfiehlt, dem Antrag A0001/26 zuzustimmen. Die Verwaltung empfiehlt, den Änderungsantrag A0002/26 abzulehnen.',
    );
  });
  it('speaks of no heading, no question and nothing that is gone', () => {
    const points = [demand('1', { isGroup: true }), demand('2', { kind: 'question' }), demand('3', { change: 'gone' })];
    expect(
      recommendationSentence([paper([], { points })], chosen({ 1: 'approve', 2: 'approve', 3: 'approve' })),
    ).toBeNull();
    expect(positionRows([paper([], { points })], chosen({}))).toBeNull();
  });
});

it('the table has a row for each demand, with its position in words', () => {
  const answers = chosen({ 1: 'alternative' });
  expect(positionRows([paper(['1', '2'])], answers)).toEqual([
    ['Punkt', 'Forderung', 'Votum'],
    ['1', 'Forderung 1', 'Alternativvorschlag'],
    ['2', 'Forderung 2', 'offen'],
  ]);
});

describe('words that could come from positions', () => {
  const labels = ['1', '2 a)', '3'];
  const positions = ['approve', 'partly', 'alternative', 'reject', 'already-done', 'not-competent'] as const;
  it('are told, whichever positions they came from', () => {
    for (const one of positions)
      for (const two of positions) {
        const sentence = recommendationSentence([paper(labels)], chosen({ '1': one, '2 a)': two, '3': one }));
        expect(isRecommendation(sentence ?? ''), sentence ?? '').toBe(true);
      }
  });
  it.each([
    'Die Verwaltung empfiehlt, dem Antrag zuzustimmen, wenn Mittel bereitstehen.',
    'Die Verwaltung empfiehlt eine Ortsbegehung.',
    'Im Jahr 2025 hieß es: Die Verwaltung empfiehlt, den Antrag abzulehnen.',
    '',
  ])('are not somebody’s own: %s', (text) => expect(isRecommendation(text)).toBe(false));
});
