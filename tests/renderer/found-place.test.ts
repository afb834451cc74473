import { getSchema } from '@tiptap/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src-main/record/rich-text/rich-text.ts';
import { inlineText } from '../../src-main/record/rich-text/plain-text.ts';
import { editorExtensions } from '../../src-renderer/parts/editor/extensions/extensions.ts';
import { placeHash, placeOfHash, positionInBlock } from '../../src-renderer/parts/statement/found-place.ts';

describe('the address of a place', () => {
  it('leads back to the place, whatever the names hold', () => {
    const offset = fc.nat(100_000);
    const place = fc.record({
      field: fc.string({ minLength: 1 }),
      blockId: fc.option(fc.string({ minLength: 1 })),
      start: offset,
      end: offset,
    });
    fc.assert(
      fc.property(place, (one) => {
        expect(placeOfHash(placeHash(one))).toEqual(one);
      }),
    );
  });

  it('is none where it is damaged or of another kind', () => {
    for (const hash of [
      '',
      'anfang',
      'stelle=',
      'stelle=reply,p1',
      'stelle=reply,p1,-1,2',
      'stelle=reply,p1,x,2',
      'stelle=%E0%A4%A,,0,0',
    ])
      expect(placeOfHash(hash), hash).toBeNull();
  });
});

describe('a place in the text', () => {
  const schema = getSchema(editorExtensions());
  const content: Inline[] = [
    { type: 'text', text: 'Am ' },
    { type: 'placeholder', attrs: { label: 'Tag' } },
    { type: 'hardBreak' },
    { type: 'text', text: '😀 und ' },
    { type: 'redacted' },
    { type: 'text', text: 'der 12.10 2026' },
  ];
  const document = schema.nodeFromJSON({
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: 'Davor.' }] },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { id: 'p2' }, content }] }],
      },
    ],
  });
  const plain = inlineText(content);
  const wordsAt = (words: string): string => {
    const start = plain.indexOf(words);
    const from = positionInBlock(document, 'p2', start) ?? -1;
    const to = positionInBlock(document, 'p2', start + words.length) ?? -1;
    return document.textBetween(from, to, '', (leaf) => `<${leaf.type.name}>`);
  };

  it('is found behind placeholders, line breaks, blackened words and signs of two units', () => {
    expect(wordsAt('12.10 2026')).toBe('12.10 2026');
    expect(wordsAt('😀')).toBe('😀');
    expect(wordsAt('Am ')).toBe('Am ');
    expect(wordsAt('[Tag]')).toBe('<placeholder>');
    expect(wordsAt('\n😀')).toBe('<hardBreak>😀');
  });

  it('behind the end of the block is its end, and in a block that is gone nowhere', () => {
    const end = positionInBlock(document, 'p2', 10_000) ?? -1;
    expect(document.resolve(end).parentOffset).toBe(document.resolve(end).parent.content.size);
    expect(positionInBlock(document, 'p3', 0)).toBeNull();
  });
});
