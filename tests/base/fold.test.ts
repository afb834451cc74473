/** The search form of words: letters of DIN 91379, marks, and signs that print nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src-main/base/fold.ts';

describe('folding', () => {
  it.each([
    ['Ausländer', 'auslander'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Łukasz', 'lukasz'],
    ['Đorđe', 'dorde'],
    ['Søren Kjær', 'soren kjaer'],
    ['Þórður', 'thordur'],
    ['İbrahim Yıldız', 'ibrahim yildiz'],
    ['Ħal Għargħur', 'hal gharghur'],
    ['Nguyễn Thị', 'nguyen thi'],
    ['Œuvre', 'oeuvre'],
    ['M\u0302alak', 'malak'],
    ['Rad\u00adwege', 'radwege'],
    ['Bau\u200bamt', 'bauamt'],
    ['Ⅻ', 'xii'],
    ['ﬁnden', 'finden'],
  ])('„%s“ → „%s“', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing that is folded, and never grows a blank or a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
