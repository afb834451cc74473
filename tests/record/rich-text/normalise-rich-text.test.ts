import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextSchema } from '../../../src-main/record/rich-text/rich-text.ts';
import { normaliseRichText } from '../../../src-main/record/rich-text/normalise-rich-text.ts';
import { textBlocks } from '../../../src-main/record/rich-text/plain-text.ts';
import { anyRichText } from '../../support/arbitrary-record.ts';
import { paragraph, richText } from '../../support/builders.ts';

const dirty = 'Bu\u0308ro\u0000 des\u00ad Amtes\r\nneu';
const clean = 'Büro des Amtes neu';

describe('rich text as it enters the record', () => {
  it('cleans the text at every depth', () => {
    const cell = { type: 'tableCell' as const, attrs: { colspan: 1, rowspan: 1 }, content: [paragraph(dirty)] };
    const text = normaliseRichText(
      richText(
        paragraph(dirty),
        { type: 'heading', attrs: { id: null, level: 1 }, content: [{ type: 'text', text: dirty }] },
        { type: 'bulletList', attrs: { id: null }, content: [{ type: 'listItem', content: [paragraph(dirty)] }] },
        {
          type: 'orderedList',
          attrs: { id: null, start: 2 },
          content: [{ type: 'listItem', content: [paragraph(dirty)] }],
        },
        { type: 'blockquote', attrs: { id: null }, content: [paragraph(dirty)] },
        { type: 'table', attrs: { id: null }, content: [{ type: 'tableRow', content: [cell] }] },
      ),
    );
    expect(textBlocks(text.content).map((block) => block.text)).toEqual(Array.from({ length: 6 }, () => clean));
  });

  it('drops a text node that nothing is left of, and keeps the paragraph', () => {
    expect(normaliseRichText(richText(paragraph('\u0000\u00ad', 'a')))).toEqual(richText(paragraph('', 'a')));
  });

  it('keeps marks, breaks and placeholders', () => {
    const text = richText({
      type: 'paragraph',
      attrs: { id: 'a' },
      content: [
        { type: 'text', text: 'fett', marks: [{ type: 'bold' }] },
        { type: 'hardBreak' },
        { type: 'placeholder', attrs: { label: 'Datum' } },
      ],
    });
    expect(normaliseRichText(text)).toEqual(text);
  });

  it('changes nothing the second time and stays within the contract', () => {
    fc.assert(
      fc.property(anyRichText, (text) => {
        const once = normaliseRichText(text);
        expect(normaliseRichText(once)).toEqual(once);
        expect(richTextSchema.parse(once)).toEqual(once);
      }),
    );
  });
});
