/** Words of PDFs in the order in which a person reads them: columns one after the other, rows of tables as rows, tagged pages by their tags. */
import { describe, expect, it } from 'vitest';
import { columnOrder } from '../../../src-main/adapters/attachment/column-order.ts';
import { joinLines } from '../../../src-main/adapters/attachment/join-lines.ts';
import { linesOf, pagePieces, type PagePiece } from '../../../src-main/adapters/attachment/page-pieces.ts';
import { pdfText } from '../../../src-main/adapters/attachment/pdf-text.ts';
import { taggedOrder } from '../../../src-main/adapters/attachment/tagged-order.ts';
import { pdfOf } from '../../support/small-pdf.ts';

const HEIGHT = 10;
const at = (text: string, left: number, base: number, endsLine = true, mark: string | null = null): PagePiece => ({
  text,
  mark,
  endsLine,
  left,
  right: left + text.length * 5,
  base,
  height: HEIGHT,
});
const read = (pieces: readonly PagePiece[] | null): string => joinLines(linesOf(pieces ?? []));

const LEFT = [
  'Die Stadt baut am Weiher neue',
  'Wege und pflanzt dort im Früh-',
  'jahr zwanzig Bäume, die',
  'später Schatten geben und',
  'die Bänke kühler machen, wie',
  'es viele gewünscht haben.',
];
const RIGHT = [
  'Der Rat hat im Herbst darüber',
  'beraten und beschlossen, dass',
  'die Kosten aus dem Haushalts-',
  'überschuss bezahlt werden und',
  'niemand mehr zahlen muss als',
  'bisher, auch später nicht.',
];

/** As programs write it that go from line to line. */
const rowByRow = (left: readonly string[], right: readonly string[]): PagePiece[] =>
  left.flatMap((text, row) => [at(text, 50, 700 - row * 14, false), at(right[row] ?? '', 320, 700 - row * 14)]);

describe('columns', () => {
  it('that the file mixes line by line are read one after the other', () => {
    const text = read(
      columnOrder([
        at('Bericht über Weiher und Rat, zwei Spalten unter einem Titel, der breit ist', 50, 730),
        ...rowByRow(LEFT, RIGHT),
      ]),
    );
    expect(text).toContain('Frühjahr zwanzig Bäume');
    expect(text).toContain('Haushaltsüberschuss bezahlt');
    expect(text.indexOf('gewünscht haben.')).toBeLessThan(text.indexOf('Der Rat hat'));
    expect(text.startsWith('Bericht über')).toBe(true);
  });

  it('keep the order of a file that has it already', () => {
    const columns = [
      ...LEFT.map((text, row) => at(text, 50, 700 - row * 14)),
      ...RIGHT.map((text, row) => at(text, 320, 700 - row * 14)),
    ];
    expect(columnOrder(columns)).toBeNull();
  });

  it('of a table are no columns: its rows stay', () => {
    const rows = ['2025', '2026', '2027', '2028', '2029', '2030'];
    expect(
      columnOrder(
        rowByRow(
          rows,
          rows.map((year) => `12.000 Euro (${year})`),
        ),
      ),
    ).toBeNull();
    const names = [
      'Amt für Grünflächen der Stadt',
      'Ordnungsamt mit Außendienst',
      'Tiefbauamt, Abteilung Wege',
      'Kämmerei und Stadtkasse',
      'Jugendamt, Kitas und Horte',
      'Schulamt mit Hausmeistern',
    ];
    expect(columnOrder(rowByRow(names, names))).toBeNull();
  });
});

describe('tags', () => {
  const leaf = (id: string) => ({ type: 'content', id });
  it('say what is read first; cells of a row stand in one line', () => {
    const pieces = [
      at('Zweiter Absatz.', 50, 600, true, 'm2'),
      at('Erster', 50, 700, false, 'm1'),
      at(' Absatz.', 90, 700, true, 'm1'),
      at('Betrag', 200, 500, true, 'm4'),
      at('Jahr', 50, 500, true, 'm3'),
      at('Seite 1', 50, 20, true),
    ];
    const tree = {
      role: 'Root',
      children: [
        { role: 'P', children: [leaf('m1')] },
        { role: 'P', children: [leaf('m2')] },
        {
          role: 'Table',
          children: [
            {
              role: 'TR',
              children: [
                { role: 'TH', children: [leaf('m3')] },
                { role: 'TH', children: [leaf('m4')] },
              ],
            },
          ],
        },
      ],
    };
    const lines = read(taggedOrder(tree, pieces)).split('\n');
    expect(lines.map((line) => line.trim()).filter(Boolean)).toEqual([
      'Erster Absatz.',
      'Zweiter Absatz.',
      'Jahr\tBetrag',
      'Seite 1',
    ]);
  });

  it('that leave most words out are not believed', () => {
    const pieces = [at('Ein langer Satz ohne jede Auszeichnung.', 50, 700), at('kurz', 50, 600, true, 'm1')];
    expect(taggedOrder({ role: 'Root', children: [leaf('m1')] }, pieces)).toBeNull();
  });

  it('of a tree that turns in circles or is none end the reading', () => {
    const node: { role: string; children: unknown[] } = { role: 'P', children: [] };
    node.children.push(node, leaf('m1'));
    expect(read(taggedOrder(node, [at('Wort', 1, 1, true, 'm1')]))).toContain('Wort');
    expect(taggedOrder('Unsinn', [at('Wort', 1, 1, true, 'm1')])).toBeNull();
  });
});

describe('marked content', () => {
  it('names the pieces in it, the inner before the outer', () => {
    const items = [
      { type: 'beginMarkedContentProps', id: 'a' },
      { str: 'eins', transform: [1, 0, 0, 1, 5, 6], width: 3, height: 9, hasEOL: false },
      { type: 'beginMarkedContent' },
      { str: 'zwei', hasEOL: true },
      { type: 'endMarkedContent' },
      { type: 'endMarkedContent' },
      { str: 'drei' },
    ];
    expect(pagePieces(items).map(({ text, mark }) => [text, mark])).toEqual([
      ['eins', 'a'],
      ['zwei', 'a'],
      ['drei', null],
    ]);
  });
});

describe('a whole PDF', () => {
  it('with two columns written line by line is found word for word', async () => {
    const lines = LEFT.flatMap((text, row) => [
      { text, x: 50, y: 700 - row * 14 },
      { text: RIGHT[row] ?? '', x: 320, y: 700 - row * 14 },
    ]);
    const { text } = await pdfText(pdfOf(lines));
    expect(text).toContain('Frühjahr zwanzig Bäume');
    expect(text).toContain('Haushaltsüberschuss bezahlt');
  });
});
