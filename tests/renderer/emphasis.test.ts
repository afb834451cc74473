import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinEmphasis, splitEmphasis } from '../../src-renderer/features/statement/emphasis.ts';
import { plainEmphasis } from '../../src-main/core/rich-text/emphasis.ts';

it('shows bold words and gives the same line back', () => {
  const line = 'Die Verwaltung nimmt zum **Antrag A0193/22** wie folgt Stellung:';
  expect(splitEmphasis(line)).toEqual([
    { text: 'Die Verwaltung nimmt zum ', bold: false },
    { text: 'Antrag A0193/22', bold: true },
    { text: ' wie folgt Stellung:', bold: false },
  ]);
  expect(joinEmphasis(splitEmphasis(line))).toBe(line);
});

it('keeps every character of any text, also asterisks and backslashes', () => {
  const part = fc.record({ text: fc.stringMatching(/^[a-z*\\ ]{1,8}$/), bold: fc.boolean() });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      expect(plainEmphasis(joinEmphasis(parts))).toBe(parts.map(({ text }) => text).join(''));
    }),
  );
});
