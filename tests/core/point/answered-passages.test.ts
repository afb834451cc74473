import { describe, expect, it } from 'vitest';
import {
  answeredPassages,
  emptyHeadings,
  type PointsOfPaper,
} from '../../../src-main/contract/point/answered-passages.ts';
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

const PAPERS = [{ reference: 'F0001/26', points: POINTS }];

/** What stands below "Zu Frage 2" answers 2 a) and 2 b) too, as long as they have no heading of their own. */
const SECOND = { '2': 'Der Bauhof.', '2 a)': 'Der Bauhof.', '2 b)': 'Der Bauhof.' };

/** By label: the words that answer it. */
const told = (...lines: string[]): Record<string, string> => toldOf(PAPERS, richText(...lines));

function toldOf(papers: readonly PointsOfPaper[], text: RichText): Record<string, string> {
  const reply = withIds(text, countingIds(100));
  const blocks = new Map(textBlocks(reply.content).map(({ id, text: words }) => [id, words]));
  const found = answeredPassages(reply, papers);
  return Object.fromEntries(
    papers
      .flatMap(({ points }) => points)
      .flatMap(({ id, label }) => {
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
      ...SECOND,
    });
  });

  it('answer several points at once', () => {
    expect(told('Zu Frage 1 und 2:', 'Zwölf.')).toEqual({
      '1': 'Zwölf.',
      '2': 'Zwölf.',
      '2 a)': 'Zwölf.',
      '2 b)': 'Zwölf.',
    });
    expect(told('Zu den Fragen 1, 2 und 3:', 'Alles.')).toEqual(
      Object.fromEntries(POINTS.map(({ label }) => [label, 'Alles.'])),
    );
    expect(told('Zu 2 a) und b):', 'Beides.')).toEqual({ '2 a)': 'Beides.', '2 b)': 'Beides.' });
    expect(told('Zu den Fragen 1 bis 3:', 'Alles.')).toEqual(
      Object.fromEntries(POINTS.map(({ label }) => [label, 'Alles.'])),
    );
  });

  it('begin in the line of their heading', () => {
    expect(told('Zu 1: Zwölf Wege.', 'Zu 2a: Der Bauhof.')).toEqual({ '1': 'Zwölf Wege.', '2 a)': 'Der Bauhof.' });
  });

  it('are none where nothing stands below, and none of other papers or numbers', () => {
    expect(told('Zu Frage 1:', 'Zu Frage 2:', 'Der Bauhof.')).toEqual(SECOND);
    expect(told('Zu Frage 7:', 'Nichts.')).toEqual({});
    expect(told('Zu diesem Thema gibt es 1 Antrag.', 'Zum Antrag A0012/26: nichts.')).toEqual({});
    expect(told('Zu 12 Prozent der Wege gibt es Pläne.', 'Text.')).toEqual({});
  });
});

describe('passages of a reply, hard ones', () => {
  it.each([
    'Zu 2)',
    '2)',
    'Zu 2) Der Bauhof.',
    'Zur zweiten Frage:',
    'Frage Nummer 2',
    'Zu Ziff. 2:',
    'Antwort der Verwaltung zu Frage 2:',
    'Beantwortung der Frage 2:',
    '2. Frage:',
  ])('stand below %s', (heading) => {
    const lines = heading.includes('Bauhof') ? [heading] : [heading, 'Der Bauhof.'];
    expect(told('Zu Frage 1:', 'Zwölf.', ...lines)).toEqual({ '1': 'Zwölf.', ...SECOND });
  });

  it.each(['Die Fragen 1 und 3 werden gemeinsam beantwortet:', 'Fragen 1 + 3', 'Zu Frage 1 u. 3:'])(
    'stand below %s, which names two',
    (heading) => {
      expect(told(heading, 'Alles.')).toEqual({ '1': 'Alles.', '3': 'Alles.' });
    },
  );

  it('do not begin at a sentence that only speaks of a question', () => {
    expect(told('Die Fragen 1 und 3 werden im Ausschuss beantwortet.', 'Punkt 2 der Satzung gilt.', 'So.')).toEqual({});
  });

  it('do not begin below words that name no label, even where a label is only a sign', () => {
    const dashed = [{ reference: 'F0001/26', points: [point(1, '–', 'Wie viele?')] }];
    expect(toldOf(dashed, richText('Zu den Fragen:', 'Ein Satz.'))).toEqual({});
  });

  it('may share a paragraph with their heading and with each other', () => {
    expect(told('Zu Frage 1:\nZwölf.\nDazu einer.\nZu Frage 3:\nNichts.')).toEqual({
      '1': 'Zwölf.\nDazu einer.',
      '3': 'Nichts.',
    });
  });

  it('belong to the child where it has a heading of its own', () => {
    expect(told('Zu Frage 2:', 'Der Bauhof.', 'Zu 2 a):', 'Auch im Juli.')).toEqual({
      '2': 'Der Bauhof.',
      '2 a)': 'Auch im Juli.',
      '2 b)': 'Der Bauhof.',
    });
  });

  it('are not the questions that are only repeated first', () => {
    const repeated = ['1. Wie viele Wege gibt es?', '2. Wer pflegt sie?', '3. Was kostet das?'];
    expect(told(...repeated)).toEqual({});
    expect(told(...repeated, 'Zu Frage 1:', 'Zwölf.')).toEqual({ '1': 'Zwölf.' });
  });

  const other = (reference: string, ...points: Point[]): PointsOfPaper => ({ reference, points });
  const demand = (n: number, label: string, text: string): Point => ({ ...point(n, label, text), kind: 'demand' });

  it('belong to the paper that the heading names, else to the kind of its word', () => {
    const papers = [
      other('F0001/26', point(1, '1', 'Wie viele?')),
      other('A0002/26', demand(2, '1', 'Wege anlegen.')),
      other('F0003/26', point(3, '1', 'Wo?')),
    ];
    const texts = richText('Zu Frage 1 (F0003/26):', 'Im Norden.', 'Zu Forderung 1:', 'Ja.');
    expect(answeredPassages(withIds(texts, countingIds(100)), papers).has(idNumber(1))).toBe(false);
    expect(toldOf(papers.slice(1), texts)).toEqual({ '1': 'Im Norden.' });
    expect([...answeredPassages(withIds(texts, countingIds(100)), papers).keys()]).toEqual([idNumber(3), idNumber(2)]);
  });

  const list = (lead: string, ...items: string[]): RichText => ({
    type: 'doc',
    content: [
      ...richText(lead).content,
      {
        type: 'orderedList',
        attrs: { id: null, start: 1 },
        content: items.map((text) => ({ type: 'listItem' as const, content: richText(text).content })),
      },
    ],
  });
  const flat = [other('F0001/26', point(1, '1', 'Wie viele?'), point(2, '2', 'Wo?'))];

  it('are the items of a list only where words lead to it', () => {
    expect(toldOf(flat, list('Die Fragen werden wie folgt beantwortet:', 'Zwölf.', 'Im Norden.'))).toEqual({
      '1': 'Zwölf.',
      '2': 'Im Norden.',
    });
    expect(toldOf(flat, list('Geplant sind zwei Schritte:', 'Planung.', 'Bau.'))).toEqual({});
  });

  it('stand below a quoted question of a Roman group', () => {
    const group = { ...point(1, 'I', 'Pflege'), isGroup: true };
    const grouped = [other('F0001/26', group, point(2, 'I 1', 'Wer pflegt die Wege?', 1))];
    expect(toldOf(grouped, richText('I 1. Wer pflegt die Wege?', 'Der Bauhof.'))).toEqual({ 'I 1': 'Der Bauhof.' });
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

describe('headings with nothing below', () => {
  const empty = (...lines: string[]): string[] => emptyHeadings(richText(...lines), PAPERS).map(({ text }) => text);

  it('are those before another heading or at the end', () => {
    expect(empty('Zu Frage 1:', 'Zwölf.', 'Zu Frage 2:', '', 'Zu Frage 3:')).toEqual(['Zu Frage 2:', 'Zu Frage 3:']);
    const quoted = ['1. Wie viele Wege gibt es?', '3. Was kostet das?'];
    expect(empty(...quoted.flatMap((line) => [line, '']))).toEqual(quoted);
    expect(empty('Zu Frage 1: Zwölf.', 'Zu Frage 3:', 'Nichts.')).toEqual([]);
  });

  it('are not those over headings of their own children, and not repeated questions', () => {
    expect(empty('Zu Frage 2:', 'Zu 2 a):', 'Im Juli.', 'Zu 2 b):', 'Nie.')).toEqual([]);
    expect(empty('1. Wie viele Wege gibt es?', '3. Was kostet das?', 'Dazu ein Text.')).toEqual([]);
  });
});

describe('open points', () => {
  const labels = (reply: RichText, ...answers: PointAnswer[]): string[] =>
    openPoints(PAPERS, answers, reply).map(({ label }) => label);

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

  it('stay open where one "siehe" leads round to the other', () => {
    const round = [answer(1, { sameAs: idNumber(5) }), answer(5, { sameAs: idNumber(1) })];
    expect(labels(richText(), ...round)).toContain('1');
    expect(labels(richText(), ...round)).toContain('3');
  });

  it('stay open where a reason is missing or the other point is not there', () => {
    const said = [answer(1, { state: 'cannot' }), answer(2, { sameAs: idNumber(99) })];
    expect(labels(richText('Zu Frage 1:', 'Kein Wort dazu.'), ...said)).toEqual(['1', '2', '2 a)', '2 b)', '3']);
    expect(labels(richText(), answer(1, { state: 'cannot', reason: 'Nicht erfasst.' }))).not.toContain('1');
  });
});

describe('the skeleton', () => {
  const lines = (form: Parameters<typeof skeleton>[1]): string[] =>
    plainParagraphs(skeleton([{ reference: 'F0001/26', points: POINTS.slice(0, 3) }], form));

  it('has the form of the office', () => {
    expect(lines('quoted')).toEqual(['1. Wie viele Wege gibt es?', '2. Wer pflegt sie?', '2 a) im Sommer?']);
    expect(lines('by-label')).toEqual(['Zu Frage 1:', 'Zu Frage 2:', 'Zu Frage 2 a):']);
    expect(answeredPassages(withIds(skeleton(PAPERS, 'all-first'), countingIds(500)), PAPERS).size).toBe(0);
    expect(lines('all-first')).toEqual(['1. Wie viele Wege gibt es?', '2. Wer pflegt sie?', '2 a) im Sommer?']);
  });

  it.each(['quoted', 'by-label'] as const)(
    '%s is read back: what is typed below a heading answers its point',
    (form) => {
      const empty = withIds(skeleton(PAPERS, form), countingIds(500));
      expect(answeredPassages(empty, PAPERS).size).toBe(0);
      const written: RichText = {
        type: 'doc',
        content: empty.content.map((block, at) =>
          at % 2 === 1 && block.type === 'paragraph'
            ? { ...block, content: [{ type: 'text' as const, text: `Wort ${String(at)}.` }] }
            : block,
        ),
      };
      expect(openPoints(PAPERS, [], written)).toEqual([]);
    },
  );
});
