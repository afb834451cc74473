import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { withIds, withoutIds } from '../../../src-main/record/rich-text/block-ids.ts';
import { anyRichText } from '../../support/arbitrary-record.ts';
import { countingIds, paragraph, richText } from '../../support/builders.ts';

function idsOf(blocks: readonly Block[]): (string | null)[] {
  return blocks.flatMap((block): (string | null)[] => {
    const own = [block.attrs.id];
    switch (block.type) {
      case 'bulletList':
      case 'orderedList':
        return [...own, ...block.content.flatMap((item) => idsOf(item.content))];
      case 'blockquote':
        return [...own, ...idsOf(block.content)];
      case 'table':
        return [...own, ...block.content.flatMap((row) => row.content.flatMap((cell) => idsOf(cell.content)))];
      default:
        return own;
    }
  });
}
const allIds = (text: RichText): (string | null)[] => idsOf(text.content);

describe('block ids', () => {
  it('gives every block an id that occurs once, however deep it stands', () => {
    fc.assert(
      fc.property(anyRichText, (text) => {
        const ids = allIds(withIds(text, countingIds()));
        expect(ids).not.toContain(null);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('keeps ids that are there: a passage still finds its block after saving', () => {
    fc.assert(
      fc.property(anyRichText, (text) => {
        const once = withIds(text, countingIds());
        expect(withIds(once, countingIds(1000))).toEqual(once);
      }),
    );
  });

  it('makes the second of two equal ids new, as after copying a block', () => {
    const copied = richText(paragraph('eins', 'a'), paragraph('zwei', 'a'));
    expect(allIds(withIds(copied, () => 'neu'))).toEqual(['a', 'neu']);
  });

  it('takes every id away and nothing else', () => {
    fc.assert(
      fc.property(anyRichText, (text) => {
        const bare = withoutIds(text);
        expect(allIds(bare).every((id) => id === null)).toBe(true);
        const blank = (value: unknown): unknown =>
          JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'id' ? null : inner)));
        expect(bare).toEqual(blank(text));
      }),
    );
  });

  it('keeps level, start and spans beside the id', () => {
    const text: RichText = richText(
      { type: 'heading', attrs: { id: 'h', level: 2 } },
      { type: 'orderedList', attrs: { id: 'l', start: 7 }, content: [{ type: 'listItem', content: [paragraph('x')] }] },
    );
    expect(withoutIds(text).content.map((block) => block.attrs)).toEqual([
      { id: null, level: 2 },
      { id: null, start: 7 },
    ]);
  });
});
