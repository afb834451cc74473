import { describe, expect, it } from 'vitest';
import type { RedactionMark } from '../../src-main/contract/redaction/shapes.ts';
import { marksOf, piecesOf, withMarks } from '../../src-renderer/features/redaction/marked-words.ts';

const TEXT = 'Otto und otto und Ute';
const mark = (start: number, end: number, reason = ''): RedactionMark => ({
  field: 'reply',
  blockId: '0',
  start,
  end,
  words: TEXT.slice(start, end),
  reason,
});

describe('words to be blackened', () => {
  it('are listed once, however often and in whatever case they were marked', () => {
    const list = withMarks([], [mark(0, 4, 'Name'), mark(9, 13), mark(0, 4), mark(18, 21)]);
    expect(list.map(({ words, reason, marks }) => [words, reason, marks.length])).toEqual([
      ['Otto', 'Name', 2],
      ['Ute', '', 1],
    ]);
  });

  it('go with the reason of their row, and not at all when they are switched off; marking them again switches them on', () => {
    const [first, second] = withMarks([], [mark(0, 4, 'alt'), mark(18, 21)]);
    if (!first || !second) throw new Error('two rows are wanted');
    const changed = [
      { ...first, reason: 'neu' },
      { ...second, isOn: false },
    ];
    expect(marksOf(changed)).toEqual([mark(0, 4, 'neu')]);
    expect(withMarks(changed, [mark(18, 21)]).map(({ isOn }) => isOn)).toEqual([true, true]);
  });

  it('cut the passage so that its pieces give it back', () => {
    const list = withMarks([], [mark(0, 8), mark(5, 13)]).map((entry, index) => ({ ...entry, isOn: index === 0 }));
    const pieces = piecesOf({ field: 'reply', blockId: '0', text: TEXT }, list);
    expect(pieces.map(({ text }) => text).join('')).toBe(TEXT);
    expect(pieces.map(({ text, look }) => `${look} ${text}`)).toEqual([
      'on Otto ',
      'on und',
      'off  otto',
      'plain  und Ute',
    ]);
    expect(piecesOf({ field: 'reply', blockId: '1', text: TEXT }, list)).toEqual([{ text: TEXT, look: 'plain' }]);
  });
});
