/** Where words are found in a text: as a reader takes them, at the very signs, whatever stands between. */
import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { editorExtensions } from '../../../src-renderer/parts/editor/extensions/extensions.ts';
import { findInText, nextFrom, type Wanted } from '../../../src-renderer/parts/editor/search/find-in-text.ts';

const schema = getSchema(editorExtensions());
type Inline = string | { readonly type: string; readonly attrs?: object };
const document = (...paragraphs: readonly (readonly Inline[])[]) =>
  schema.nodeFromJSON({
    type: 'doc',
    content: paragraphs.map((content) => ({
      type: 'paragraph',
      content: content.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
    })),
  });
const find = (doc: ReturnType<typeof document>, words: string, more: Partial<Wanted> = {}): string[] =>
  findInText(doc, { words, matchCase: false, wholeWord: false, ...more }).map(({ from, to }) =>
    doc.textBetween(from, to, '|', '*'),
  );

describe('words are found', () => {
  it('in every paragraph, in the order of the text', () => {
    const doc = document(['Der Radweg am Radweg.'], ['Kein Radweg']);
    expect(findInText(doc, { words: 'radweg', matchCase: false, wholeWord: false })).toEqual([
      { from: 5, to: 11 },
      { from: 15, to: 21 },
      { from: 29, to: 35 },
    ]);
  });
  it('at the very signs behind letters that change their length when they are made small', () => {
    const doc = document(['İstanbul İİİ und Ankara']);
    expect(find(doc, 'ankara')).toEqual(['Ankara']);
  });
  it('with capitals only where that was asked for', () => {
    const doc = document(['Amt und amt']);
    expect(find(doc, 'Amt')).toHaveLength(2);
    expect(find(doc, 'Amt', { matchCase: true })).toEqual(['Amt']);
  });
  it('as whole words where that was asked for, umlauts and figures among them', () => {
    const doc = document(['Übung, Übungen, Vorübung, Übung2 und Übung']);
    expect(find(doc, 'übung', { wholeWord: true })).toHaveLength(2);
    expect(find(doc, 'übung')).toHaveLength(5);
  });
  it('over blanks that do not break and over hyphens that nobody sees', () => {
    const doc = document(['5\u00a0000 Euro, Stadt\u00adrat, „so“ und "so"']);
    expect(find(doc, '5 000 euro')).toEqual(['5\u00a0000 Euro']);
    expect(find(doc, 'Stadtrat')).toEqual(['Stadt\u00adrat']);
    expect(find(doc, '"so"')).toEqual(['„so“', '"so"']);
  });
  it('over formats, but not over what is no text', () => {
    const doc = schema.nodeFromJSON({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Rad' },
            { type: 'text', text: 'weg', marks: [{ type: 'bold' }] },
            { type: 'placeholder', attrs: { label: 'Datum' } },
            { type: 'text', text: 'ende' },
          ],
        },
      ],
    });
    expect(find(doc, 'radweg')).toEqual(['Radweg']);
    expect(find(doc, 'wegende')).toEqual([]);
    expect(find(doc, 'ende')).toEqual(['ende']);
  });
  it('letter by letter: what means something in a pattern means itself', () => {
    const doc = document(['a.b (c) [d] $1 \\n x* 5/22']);
    for (const words of ['a.b', '(c)', '[d]', '$1', '\\n', 'x*', '5/22'])
      expect(find(doc, words), words).toEqual([words]);
    expect(find(doc, 'a-b')).toEqual([]);
    expect(find(doc, '')).toEqual([]);
  });
});

it('the next one is at the place or behind it, and the first after the last', () => {
  const found = [
    { from: 3, to: 5 },
    { from: 9, to: 11 },
  ];
  expect([0, 3, 4, 9, 10].map((at) => nextFrom(found, at))).toEqual([0, 0, 1, 1, 0]);
  expect(nextFrom([], 4)).toBe(-1);
});
