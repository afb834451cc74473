import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinEmphasis, parseEmphasis, plainEmphasis } from '../../src-main/base/emphasis.ts';

const escape = (text: string): string => text.replace(/[\\*]/g, '\\$&');
const anyText = fc.string({ unit: fc.constantFrom('a', 'ä', ' ', '*', '\\', '/', '1'), maxLength: 30 });

describe('bold words in one line', () => {
  it('splits the hinge sentence', () => {
    expect(parseEmphasis('Sie nimmt zum **Antrag A0193/22** Stellung:')).toEqual([
      { text: 'Sie nimmt zum ', bold: false },
      { text: 'Antrag A0193/22', bold: true },
      { text: ' Stellung:', bold: false },
    ]);
  });

  it.each([
    ['nur **halb', 'nur **halb'],
    ['**a** und ** b', 'a und ** b'],
    ['Bürger*innen', 'Bürger*innen'],
    ['a \\*\\* b', 'a ** b'],
    ['Pfad C:\\neu', 'Pfad C:\\neu'],
    ['am Ende \\', 'am Ende \\'],
    ['a\\\\b', 'a\\b'],
    ['', ''],
  ])('prints "%s" as "%s"', (line, printed) => {
    expect(plainEmphasis(line)).toBe(printed);
  });

  it('prints an escaped text exactly as it was, nothing of it bold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainEmphasis(escape(text))).toBe(text);
        expect(parseEmphasis(escape(text)).some((part) => part.bold)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps an escaped text between markers whole and bold', () => {
    const bold = anyText.filter((text) => text !== '');
    fc.assert(
      fc.property(anyText, bold, (before, text) => {
        const parts = parseEmphasis(`${escape(before)}**${escape(text)}**`);
        expect(parts.filter((part) => part.bold)).toEqual([{ text, bold: true }]);
        expect(parts.map((part) => part.text).join('')).toBe(before + text);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no sign but pairs of markers and escapes', () => {
    fc.assert(
      fc.property(anyText, (line) => {
        const without = (text: string): string => text.replace(/[*\\]/g, '');
        expect(without(plainEmphasis(line))).toBe(without(line));
      }),
      { numRuns: 500 },
    );
  });
});

it('joins parts so that every character survives, also asterisks and backslashes', () => {
  const part = fc.record({ text: fc.stringMatching(/^[a-z*\\ ]{1,8}$/), bold: fc.boolean() });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      expect(plainEmphasis(joinEmphasis(parts))).toBe(parts.map(({ text }) => text).join(''));
    }),
  );
});
