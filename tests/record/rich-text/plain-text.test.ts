import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { richTextFromPlain } from '../../../src-main/core/rich-text/from-plain.ts';
import { inlineText, plainParagraphs, textBlocks } from '../../../src-main/record/rich-text/plain-text.ts';
import { anyLine } from '../../support/arbitrary-record.ts';
import { paragraph, patterns, richText } from '../../support/builders.ts';

const everyKind: RichText = richText(
  { type: 'heading', attrs: { id: 'h', level: 1 }, content: [{ type: 'text', text: 'Sachstand' }] },
  paragraph('Anfang', 'p'),
  { type: 'pageBreak', attrs: { id: 'b' } },
  {
    type: 'bulletList',
    attrs: { id: 'l' },
    content: [
      {
        type: 'listItem',
        content: [
          paragraph('Punkt', 'l1'),
          {
            type: 'orderedList',
            attrs: { id: 'n', start: 1 },
            content: [{ type: 'listItem', content: [paragraph('innen', 'n1')] }],
          },
        ],
      },
    ],
  },
  { type: 'blockquote', attrs: { id: 'q' }, content: [paragraph('Zitat', 'q1')] },
  {
    type: 'table',
    attrs: { id: 't' },
    content: [
      {
        type: 'tableRow',
        content: ['links', 'rechts'].map((text) => ({
          type: 'tableCell' as const,
          attrs: { colspan: 1, rowspan: 1 },
          content: [paragraph(text, text)],
        })),
      },
    ],
  },
  paragraph('', 'leer'),
);

describe('plain text of rich text', () => {
  it('gives every block that holds text in reading order, with its id', () => {
    expect(textBlocks(everyKind.content)).toEqual([
      { id: 'h', text: 'Sachstand' },
      { id: 'p', text: 'Anfang' },
      { id: 'l1', text: 'Punkt' },
      { id: 'n1', text: 'innen' },
      { id: 'q1', text: 'Zitat' },
      { id: 'links', text: 'links' },
      { id: 'rechts', text: 'rechts' },
      { id: 'leer', text: '' },
    ]);
  });

  it('leaves out blocks without text among the paragraphs', () => {
    expect(plainParagraphs(everyKind)).toEqual(['Sachstand', 'Anfang', 'Punkt', 'innen', 'Zitat', 'links', 'rechts']);
  });

  it('shows a line break as such and a placeholder by its label', () => {
    expect(
      inlineText([
        { type: 'text', text: 'am ' },
        { type: 'placeholder', attrs: { label: 'Datum' } },
        { type: 'hardBreak' },
        { type: 'text', text: 'Ende', marks: [{ type: 'bold' }] },
      ]),
    ).toBe('am [Datum]\nEnde');
    expect(inlineText(undefined)).toBe('');
  });
});

describe('rich text from plain paragraphs', () => {
  it('marks references to papers and keeps the printed words', () => {
    const [block] = richTextFromPlain(['Dazu liegt I0254/15 vor.'], patterns).content;
    expect(block).toEqual({
      type: 'paragraph',
      attrs: { id: null },
      content: [
        { type: 'text', text: 'Dazu liegt ' },
        { type: 'text', text: 'I0254/15', marks: [{ type: 'paperReference', attrs: { reference: 'I0254/15' } }] },
        { type: 'text', text: ' vor.' },
      ],
    });
  });

  it('turns line ends inside a paragraph into line breaks', () => {
    const [block] = richTextFromPlain(['eins\n\nzwei'], patterns).content;
    expect(block).toMatchObject({
      content: [{ text: 'eins' }, { type: 'hardBreak' }, { type: 'hardBreak' }, { text: 'zwei' }],
    });
  });

  it('gives back the same plain paragraphs', () => {
    const lines = fc.array(fc.array(anyLine, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n')));
    fc.assert(
      fc.property(lines, (paragraphs) => {
        expect(plainParagraphs(richTextFromPlain(paragraphs, patterns))).toEqual(paragraphs);
      }),
    );
  });
});
