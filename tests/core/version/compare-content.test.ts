/** Two states of a paper: fields by their names, moved paragraphs, tables by cell, and what only looks different. */
import { describe, expect, it } from 'vitest';
import type { ComparedPart } from '../../../src-main/contract/version/shapes.ts';
import type { Block, RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { FIELDS, withValueAt } from '../../../src-main/record/statement-fields.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { comparePapers, compareStatements } from '../../../src-main/core/version/compare-content.ts';
import { consultation, richText, statementContent } from '../../support/builders.ts';

const profile = builtInProfile('Auental');
const doc = (...content: Block[]): RichText => ({ type: 'doc', content });
const paragraph = (id: string | null, text: string, marks?: 'bold'): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: text === '' ? [] : [{ type: 'text', text, ...(marks && { marks: [{ type: marks }] }) }],
});
const table = (id: string, ...rows: string[][]): Block => ({
  type: 'table',
  attrs: { id },
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((text) => ({
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1 },
      content: [paragraph(null, text)],
    })),
  })),
});
const replies = (before: RichText, after: RichText): ComparedPart['changes'] =>
  compareStatements(statementContent({ reply: before }), statementContent({ reply: after }), profile)[0]?.changes ?? [];
const kinds = (changes: ComparedPart['changes']): string[] => changes.map(({ kind }) => kind);

describe('the text', () => {
  const [a, b, c] = [
    paragraph('a', 'Die Bänke am Weiher werden im Mai aufgestellt.'),
    paragraph('b', 'Die Kosten betragen 100.000 Euro.'),
    paragraph('c', 'Der Stadtrat wird unterrichtet.'),
  ];

  it('says of each paragraph what became of it', () => {
    const changes = replies(
      doc(a, b, c),
      doc(a, paragraph('b', 'Die Kosten betragen 120.000 Euro.'), paragraph('d', 'Neu ist dieser Absatz.')),
    );
    expect(kinds(changes)).toEqual(['same', 'changed', 'added', 'removed']);
    expect(changes[1]?.runs).toEqual([
      { kind: 'same', text: 'Die Kosten betragen ' },
      { kind: 'removed', text: '100.000' },
      { kind: 'added', text: '120.000' },
      { kind: 'same', text: ' Euro.' },
    ]);
  });

  it('knows a paragraph that moved, by its block or by its words, also with a change in it', () => {
    expect(kinds(replies(doc(a, b, c), doc(c, a, b)))).toEqual(['moved', 'same', 'same']);
    const byWords = [a, b, c].map((block) => ({ ...block, attrs: { id: null } }) as Block);
    const [x, y, z] = byWords;
    if (!x || !y || !z) throw new Error('three blocks');
    expect(kinds(replies(doc(x, y, z), doc(z, x, y)))).toEqual(['moved', 'same', 'same']);
    const changed = replies(doc(a, b, c), doc(paragraph('c', 'Der Stadtrat wird später unterrichtet.'), a, b));
    expect(changed[0]).toMatchObject({ kind: 'moved' });
    expect(changed[0]?.runs.some(({ kind, text }) => kind === 'added' && text.includes('später'))).toBe(true);
  });

  it('compares paragraphs without ids by what they say', () => {
    const changes = replies(
      richText('Die Bänke am Weiher werden im Mai aufgestellt.', 'Ende.'),
      richText('Die Bänke am Weiher werden im Juni aufgestellt.', 'Ende.'),
    );
    expect(kinds(changes)).toEqual(['changed', 'same']);
  });

  it('names what only looks different', () => {
    expect(
      kinds(replies(doc(a), doc(paragraph('a', 'Die Bänke am Weiher werden im Mai aufgestellt.', 'bold')))),
    ).toEqual(['formatted']);
    const heading: Block = {
      type: 'heading',
      attrs: { id: 'h', level: 1 },
      content: [{ type: 'text', text: 'Kosten' }],
    };
    expect(kinds(replies(doc(heading), doc({ ...heading, attrs: { id: 'h', level: 2 } })))).toEqual(['formatted']);
    const reference: Block = {
      type: 'paragraph',
      attrs: { id: 'a' },
      content: [
        { type: 'text', text: 'A0012/26', marks: [{ type: 'paperReference', attrs: { reference: 'A0012/26' } }] },
      ],
    };
    // A number that was recognised later looks as it looked.
    expect(replies(doc(paragraph('a', 'A0012/26')), doc(reference))).toEqual([]);
  });

  it('goes through tables by cell', () => {
    const changes = replies(
      doc(table('t', ['Jahr', 'Betrag'], ['2026', '100.000'])),
      doc(table('t', ['Jahr', 'Betrag'], ['2026', '120.000'], ['2027', '50.000'])),
    );
    expect(changes.map(({ kind, row, column }) => [kind, row, column])).toEqual([
      ['changed', undefined, undefined],
      ['same', 1, 1],
      ['same', 1, 2],
      ['same', 2, 1],
      ['changed', 2, 2],
      ['added', 3, 1],
      ['added', 3, 2],
    ]);
    expect(changes[0]).toMatchObject({
      block: 'table',
      runs: [
        { kind: 'removed', text: '2' },
        { kind: 'added', text: '3' },
        { kind: 'same', text: ' Zeilen, 2 Spalten' },
      ],
    });
  });

  it('keeps the cells of two tables apart, and tells a table of empty cells that came', () => {
    const [first, second] = [table('t', ['Kosten', 'keine']), table('u', ['Kosten', 'keine'])];
    const changes = replies(doc(first, second), doc(second));
    expect(changes.map(({ kind, block }) => `${kind} ${block}`)).toEqual([
      'removed table',
      'removed cell',
      'removed cell',
      'same table',
      'same cell',
      'same cell',
    ]);
    const [, came] = replies(doc(a), doc(a, table('v', [''])));
    expect(came).toEqual({ kind: 'added', block: 'table', runs: [{ kind: 'added', text: '1 Zeile, 1 Spalte' }] });
  });

  it('follows the words where a line was broken before a paragraph, and sees one that was emptied', () => {
    const words = 'Die Bank steht im Park.';
    const [whole, rest] = [paragraph('a', words), paragraph('n', words)];
    const empty: Block = { type: 'paragraph', attrs: { id: 'a' } };
    expect(kinds(replies(doc(whole), doc(empty, rest)))).toEqual(['added', 'same']);
    const [emptied] = replies(doc(whole), doc(empty));
    expect(emptied).toEqual({ kind: 'changed', block: 'paragraph', runs: [{ kind: 'removed', text: words }] });
  });

  it('knows a block again that became another kind of block', () => {
    const heading: Block = {
      type: 'heading',
      attrs: { id: 'a', level: 1 },
      content: [{ type: 'text', text: 'Kosten' }],
    };
    expect(kinds(replies(doc(paragraph('a', 'Kosten')), doc(heading)))).toEqual(['formatted']);
  });

  it('sees page breaks, placeholders and lines within a paragraph', () => {
    const pageBreak: Block = { type: 'pageBreak', attrs: { id: 'p' } };
    expect(kinds(replies(doc(a, c), doc(a, pageBreak, c)))).toEqual(['same', 'added', 'same']);
    const open: Block = {
      type: 'paragraph',
      attrs: { id: 'a' },
      content: [{ type: 'placeholder', attrs: { label: 'Betrag' } }],
    };
    expect(replies(doc(open), doc(paragraph('a', '50 Euro')))[0]?.runs[0]).toEqual({
      kind: 'removed',
      text: '[Betrag]',
    });
  });
});

describe('the head', () => {
  const before = statementContent({
    name: 'Bänke',
    publicity: 'public',
    consultations: [consultation({ organization: 'Stadtrat', date: '2026-02-05', publicity: 'public' })],
  });

  it('names each field that differs by the office’s own label', () => {
    const after = {
      ...before,
      name: 'Bänke am Weiher',
      date: '2026-03-02',
      leadUnit: 'FB 62',
      contact: { ...before.contact, room: '7' },
    };
    const own = { ...profile, labels: { ...profile.labels, leadUnit: 'Fachdienst' } };
    const labels = compareStatements(before, after, own).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Fachdienst', 'Bezeichnung', 'Datum', 'Zimmer']));
  });

  it('keeps a row of the consultations the same row', () => {
    const [row] = before.consultations;
    if (!row) throw new Error('a row');
    const after = {
      ...before,
      consultations: [
        { ...row, date: '2026-03-05' },
        consultation({ organization: 'Hauptausschuss', date: '2026-02-01' }),
      ],
    };
    const [part] = compareStatements(before, after, profile);
    expect(part?.key).toBe('consultations');
    expect(part?.changes.map(({ kind }) => kind)).toEqual(['changed', 'added']);
    expect(part?.changes[0]?.runs).toContainEqual({ kind: 'added', text: '05.03.2026' });
  });

  it('finds every field that can be set', () => {
    const values: Record<string, unknown> = {
      publicity: 'non-public',
      date: '2026-12-24',
      answers: [{ reference: 'A0099/26', paperType: 'motion', originators: [], printedOriginators: '' }],
      consultations: [consultation({ organization: 'Beirat', date: '2026-05-05' })],
      quotation: richText('ganz anderes Zitat'),
      reply: richText('ganz andere Antwort'),
      signatory: { name: 'Ida Beispiel', role: null, prefix: null },
    };
    for (const field of FIELDS) {
      if ('isGiven' in field) continue;
      const after = withValueAt(before, field.key, values[field.key] ?? `anders ${field.key}`);
      expect(
        compareStatements(before, after, profile).map(({ key }) => key),
        field.key,
      ).toEqual([field.key]);
    }
  });
});

it('papers of the register are compared the same way', () => {
  const paper = {
    paperType: 'motion' as const,
    reference: 'A0012/26',
    name: 'Bänke',
    date: null,
    receivedOn: null,
    publicity: 'public' as const,
    originators: [{ organization: 'Fraktion Weiher', person: '', function: '' }],
    consultations: [],
    text: richText('Der Stadtrat möge beschließen.'),
  };
  expect(comparePapers(paper, paper, profile)).toEqual([]);
  const after = {
    ...paper,
    paperType: 'inquiry' as const,
    receivedOn: '2026-03-02',
    originators: [],
    text: richText('Der Stadtrat möge sofort beschließen.'),
  };
  expect(comparePapers(paper, after, profile).map(({ label }) => label)).toEqual([
    'Art des Papiers',
    'Eingang',
    'Einreicher',
    'Text',
  ]);
});

describe('long papers', () => {
  const paper = (word: string, count: number): RichText =>
    richText(
      ...Array.from({ length: count }, (_, at) => `${word} ${at} steht hier und hat die Nummer ${at * 7} im Plan.`),
    );

  it.each([
    ['wholly rewritten', paper('Alt', 1500), paper('Anders', 1500)],
    ['turned round', paper('Alt', 1500), doc(...[...paper('Alt', 1500).content].reverse())],
    ['grown to twice its size', paper('Alt', 1500), doc(...paper('Alt', 1500).content, ...paper('Neu', 1500).content)],
    ['of one endless paragraph', richText('eins zwei '.repeat(20_000)), richText('drei vier '.repeat(20_000))],
  ])('%s are compared, and every word is there', (_, before, after) => {
    const changes = replies(before, after);
    const words = (without: 'added' | 'removed'): string[] =>
      changes
        .flatMap(({ runs }) => runs.filter(({ kind }) => kind !== without).map(({ text }) => text))
        .join(' ')
        .split(/\s+/)
        .filter(Boolean)
        .sort();
    const all = (text: RichText): string[] =>
      text.content
        .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
        .flatMap((inline) => (inline.type === 'text' ? inline.text.split(/\s+/) : []))
        .filter(Boolean)
        .sort();
    expect(words('removed')).toEqual(all(after));
    expect(words('added')).toEqual(all(before));
  });
});
