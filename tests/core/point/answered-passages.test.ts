import { describe, expect, it } from 'vitest';
import { answeredPassages } from '../../../src-main/contract/point/answered-passages.ts';
import type { Point, PointAnswer } from '../../../src-main/contract/point/shapes.ts';
import { openPoints } from '../../../src-main/contract/point/open-points.ts';
import { skeleton } from '../../../src-main/core/point/skeleton.ts';
import { plainParagraphs, textBlocks } from '../../../src-main/record/rich-text/plain-text.ts';
import { withIds } from '../../../src-main/record/rich-text/block-ids.ts';
import type { RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { countingIds, idNumber, richText } from '../../support/builders.ts';

const point = (n: number, label: string, text: string, level = 0): Point => ({
  id: idNumber(n),
  label,
  level,
  kind: 'question',
  isGroup: false,
  text,
  places: [],
  change: null,
  formerText: null,
});
const POINTS = [
  point(1, '1', 'Wie viele Wege gibt es?'),
  point(2, '2', 'Wer pflegt sie?'),
  point(3, '2 a)', 'im Sommer?', 1),
  point(4, '2 b)', 'im Winter?', 1),
  point(5, '3', 'Was kostet das?'),
];

/** By label: the words that answer it. */
function told(...lines: string[]): Record<string, string> {
  const reply = withIds(richText(...lines), countingIds(100));
  const blocks = new Map(textBlocks(reply.content).map(({ id, text }) => [id, text]));
  const found = answeredPassages(reply, POINTS);
  return Object.fromEntries(
    POINTS.flatMap(({ id, label }) => {
      const places = found.get(id);
      return places
        ? [[label, places.map(({ block, start, end }) => (blocks.get(block) ?? '').slice(start, end)).join(' | ')]]
        : [];
    }),
  );
}

describe('passages of a reply', () => {
  it.each([
    ['Zu Frage 1:', 'Zu Frage 2:'],
    ['Zu 1.', 'Zu 2:'],
    ['Frage 1:', 'Frage 2:'],
    ['Antwort zu Frage 1:', 'Antwort zu Frage 2:'],
    ['Zu Punkt 1 (Wege):', 'Zu Punkt 2 (Pflege):'],
    ['1. Wie viele Wege gibt es?', '2. Wer pflegt sie?'],
    ['„Wie viele Wege gibt es?“', '„Wer pflegt sie?“'],
    ['ZU FRAGE 1:', 'zu  Frage 2 :'],
  ])('stand below %s', (first, second) => {
    expect(told('Vorab ein Satz.', first, 'Zwölf.', 'Dazu kommt einer.', second, 'Der Bauhof.')).toEqual({
      '1': 'Zwölf. | Dazu kommt einer.',
      '2': 'Der Bauhof.',
    });
  });

  it('answer several points at once', () => {
    expect(told('Zu Frage 1 und 2:', 'Zwölf.')).toEqual({ '1': 'Zwölf.', '2': 'Zwölf.' });
    expect(told('Zu den Fragen 1, 2 und 3:', 'Alles.')).toEqual({ '1': 'Alles.', '2': 'Alles.', '3': 'Alles.' });
    expect(told('Zu 2 a) und b):', 'Beides.')).toEqual({ '2 a)': 'Beides.', '2 b)': 'Beides.' });
    expect(told('Zu den Fragen 1 bis 3:', 'Alles.')).toEqual(
      Object.fromEntries(POINTS.map(({ label }) => [label, 'Alles.'])),
    );
  });

  it('begin in the line of their heading', () => {
    expect(told('Zu 1: Zwölf Wege.', 'Zu 2a: Der Bauhof.')).toEqual({ '1': 'Zwölf Wege.', '2 a)': 'Der Bauhof.' });
  });

  it('are none where nothing stands below, and none of other papers or numbers', () => {
    expect(told('Zu Frage 1:', 'Zu Frage 2:', 'Der Bauhof.')).toEqual({ '2': 'Der Bauhof.' });
    expect(told('Zu Frage 7:', 'Nichts.')).toEqual({});
    expect(told('Zu diesem Thema gibt es 1 Antrag.', 'Zum Antrag A0012/26: nichts.')).toEqual({});
    expect(told('Zu 12 Prozent der Wege gibt es Pläne.', 'Text.')).toEqual({});
  });
});

const answer = (n: number, change: Partial<PointAnswer>): PointAnswer => ({
  pointId: idNumber(n),
  position: null,
  state: 'open',
  reason: '',
  sameAs: null,
  passages: [],
  isStale: false,
  ...change,
});

describe('open points', () => {
  const labels = (reply: RichText, ...answers: PointAnswer[]): string[] =>
    openPoints(POINTS, answers, reply).map(({ label }) => label);

  it('are those without words below their heading and without a state', () => {
    expect(labels(richText())).toEqual(['1', '2', '2 a)', '2 b)', '3']);
    expect(labels(richText('Zu den Fragen 1 und 3:', 'Zwölf.'))).toEqual(['2', '2 a)', '2 b)']);
    const said = [
      answer(2, { state: 'answered' }),
      answer(3, { sameAs: idNumber(2) }),
      answer(4, { state: 'withdrawn' }),
    ];
    expect(labels(richText('Zu den Fragen 1 und 3:', 'Zwölf.'), ...said)).toEqual([]);
  });

  it('stay open where a reason is missing or the other point is not there', () => {
    const said = [answer(1, { state: 'cannot' }), answer(2, { sameAs: idNumber(99) })];
    expect(labels(richText('Zu Frage 1:', 'Kein Wort dazu.'), ...said)).toEqual(['1', '2', '2 a)', '2 b)', '3']);
    expect(labels(richText(), answer(1, { state: 'cannot', reason: 'Nicht erfasst.' }))).not.toContain('1');
  });
});

describe('the skeleton', () => {
  const lines = (form: Parameters<typeof skeleton>[1]): string[] => plainParagraphs(skeleton(POINTS.slice(0, 3), form));

  it('has the form of the office', () => {
    expect(lines('quoted')).toEqual(['1. Wie viele Wege gibt es?', '2. Wer pflegt sie?', '2 a) im Sommer?']);
    expect(lines('by-label')).toEqual(['Zu Frage 1:', 'Zu Frage 2:', 'Zu Frage 2 a):']);
    expect(lines('all-first')).toEqual(['1. Wie viele Wege gibt es?', '2. Wer pflegt sie?', '2 a) im Sommer?']);
  });

  it.each(['quoted', 'by-label'] as const)(
    '%s is read back: what is typed below a heading answers its point',
    (form) => {
      const empty = withIds(skeleton(POINTS, form), countingIds(500));
      expect(answeredPassages(empty, POINTS).size).toBe(0);
      const written: RichText = {
        type: 'doc',
        content: empty.content.map((block, at) =>
          at % 2 === 1 && block.type === 'paragraph'
            ? { ...block, content: [{ type: 'text' as const, text: `Wort ${String(at)}.` }] }
            : block,
        ),
      };
      expect(openPoints(POINTS, [], written)).toEqual([]);
    },
  );
});
