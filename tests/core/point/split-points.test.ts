import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPoints, type ProposedPoint } from '../../../src-main/core/point/split-points.ts';
import { textBlocks } from '../../../src-main/record/rich-text/plain-text.ts';
import type { Block, RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { expectLinear } from '../../support/linear.ts';
import { seedText, sharedMissing } from '../../support/shared.ts';
import { HARD } from './split-hard-texts.ts';
import { MOTIONS } from './split-motions.ts';
import { INQUIRIES, type SplitText } from './split-texts.ts';

const CASES: readonly SplitText[] = [...INQUIRIES, ...MOTIONS, ...HARD];

const paragraph = (id: string, lines: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: lines
    .split('\n')
    .flatMap((text, at) => [...(at > 0 ? [{ type: 'hardBreak' as const }] : []), { type: 'text' as const, text }]),
});

const document = (text: string): RichText => ({
  type: 'doc',
  content: text.split(/\n\n+/).map((block, at) => paragraph(`b${String(at)}`, block)),
});

/** "label | text", a group with a star. */
const told = (points: readonly ProposedPoint[]): string[] =>
  points.map(({ label, isGroup, text }) => `${label}${isGroup ? '*' : ''} | ${text}`);

/** The expected line says only how the text begins. */
const cutTo = (found: readonly string[], expected: readonly string[]): string[] =>
  found.map((line, at) => line.slice(0, expected[at]?.length ?? line.length));

const wordsAt = (text: RichText, point: ProposedPoint): string =>
  point.places
    .map(
      ({ block, start, end }) =>
        textBlocks(text.content)
          .find(({ id }) => id === block)
          ?.text.slice(start, end) ?? '?',
    )
    .join(' ')
    .replace(/\s+/g, ' ');

it.each(CASES)('$type: $name', ({ text, type, points }) => {
  expect(cutTo(told(splitPoints(document(text), type)), points)).toEqual(points);
});

it('has at least forty texts of its own in all forms', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(40);
});

it.each(CASES)('$type: $name – each point stands at its words, each label once', ({ text, type }) => {
  const whole = document(text);
  const points = splitPoints(whole, type);
  for (const point of points) expect(wordsAt(whole, point)).toBe(point.text.replace(/\s+/g, ' '));
  expect(new Set(points.map(({ label }) => label)).size).toBe(points.length);
});

it('reads the same points from lists of the editor as from typed numbers', () => {
  const item = (text: string, ...children: Block[]) => ({
    type: 'listItem' as const,
    content: [paragraph(text, text), ...children],
  });
  const list = (start: number, ...content: ReturnType<typeof item>[]): Block => ({
    type: 'orderedList',
    attrs: { id: null, start },
    content,
  });
  const text: RichText = {
    type: 'doc',
    content: [
      paragraph('x', 'Ich frage:'),
      list(1, item('Wie viele Wege gibt es?'), item('Wer pflegt', list(1, item('die Wege?'), item('die Beete?')))),
      list(3, item('Was kostet das?')),
    ],
  };
  expect(told(splitPoints(text, 'inquiry'))).toEqual([
    '1 | Wie viele Wege gibt es?',
    '2* | Wer pflegt',
    '2 1 | die Wege?',
    '2 2 | die Beete?',
    '3 | Was kostet das?',
  ]);
});

it('takes a table of numbers and questions', () => {
  const cell = (text: string) => ({
    type: 'tableCell' as const,
    attrs: { colspan: 1, rowspan: 1 },
    content: [paragraph(text, text)],
  });
  const text: RichText = {
    type: 'doc',
    content: [
      {
        type: 'table',
        attrs: { id: null },
        content: ['1.|Wie alt ist die Brücke?', '2.|Wer hat sie gebaut?'].map((row) => ({
          type: 'tableRow',
          content: row.split('|').map(cell),
        })),
      },
    ],
  };
  expect(told(splitPoints(text, 'inquiry'))).toEqual(['1 | Wie alt ist die Brücke?', '2 | Wer hat sie gebaut?']);
});

it('asks for nothing in papers that are neither motion nor inquiry', () => {
  expect(splitPoints(document('1. Was ist das?\n2. Und das?'), 'information')).toEqual([]);
  expect(splitPoints({ type: 'doc', content: [] }, 'inquiry')).toEqual([]);
});

it('sees six demands in the five paragraphs of the real motion', (context) => {
  context.skip(sharedMissing !== undefined, sharedMissing);
  const seed = seedText();
  const from = seed.indexOf('Die Oberbürgermeisterin wird beauftragt');
  const motion = seed.slice(from, seed.indexOf('Die Verwaltung nimmt zum')).trim();
  const points = splitPoints(document(motion), 'motion');
  expect(points.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6']);
  const signs = [
    'gründen',
    'Willkommensbehörde',
    'Rahmen',
    'kurzfristige Maßnahmen',
    'zusammengestellt',
    'informieren',
  ];
  signs.forEach((sign, at) => expect(points[at]?.text).toContain(sign));
  expect(
    points
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' '),
  ).toBe(motion.replace(/\s+/g, ' '));
});

it('takes time in proportion to the length', async () => {
  const one = (n: number): RichText => ({
    type: 'doc',
    content: Array.from({ length: n }, (_, at) =>
      paragraph(`b${String(at)}`, `${String((at % 90) + 1)}. Wort - und a) Wort?\n- Strich`),
    ),
  });
  await expectLinear(4000, one, (text) => splitPoints(text, 'inquiry'));
});

it('takes a list of hundreds for no paper of points', () => {
  const lines = Array.from({ length: 600 }, (_, at) => `${String((at % 40) + 1)}. Punkt wird erledigt.`);
  expect(splitPoints(document(lines.join('\n\n')), 'motion')).toEqual([]);
});

describe('whatever is written', () => {
  const piece = fc.constantFrom(
    ...[
      '1. ',
      '2. ',
      'a) ',
      'b) ',
      'I. ',
      '- ',
      'Frage 1: ',
      'Wie? ',
      'Die Stadt soll. ',
      '\n',
      '\n\n',
      'und',
      'z. B. ',
      '12. März ',
      'Begründung: ',
      '1.1 ',
      '(1) ',
      'Beschluss: ',
      'Wort ',
    ],
  );
  it('stands at its words, has each label once, and takes no word twice', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('motion' as const, 'inquiry' as const),
        (parts, type) => {
          const text = document(parts.join('').trim() || 'Leer');
          const points = splitPoints(text, type);
          expect(new Set(points.map(({ label }) => label)).size).toBe(points.length);
          const taken = new Set<string>();
          for (const point of points) {
            expect(wordsAt(text, point)).toBe(point.text.replace(/\s+/g, ' '));
            for (const { block, start, end } of point.places)
              for (let sign = start; sign < end; sign += 1) {
                const place = `${block ?? ''} ${String(sign)}`;
                expect(taken.has(place)).toBe(false);
                taken.add(place);
              }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
