import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src-main/base/fold.ts';
import { normaliseLine, normaliseText } from '../../src-main/base/normalise.ts';

const messy = fc.string({
  unit: fc.constantFrom(
    'a',
    'Ö',
    'o\u0308',
    'ß',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u0000',
    '\u00ad',
    '\ufeff',
    '\u200b',
    '\u00a0',
    '\u202f',
    '\u001f',
    '\u0301',
  ),
  maxLength: 30,
});

describe('text as it enters the record', () => {
  it('joins combining accents to one letter', () => {
    expect(normaliseText('Bu\u0308rgerbu\u0308ro')).toBe('Bürgerbüro');
  });

  it('knows one kind of line break', () => {
    expect(normaliseText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });

  it('drops control characters, soft hyphens and byte order marks', () => {
    expect(normaliseText('\ufeffAus\u00adländer\u0000behörde\u200b\u0007')).toBe('Ausländerbehörde');
  });

  it('keeps what a reader sees: tabs, narrow blanks, minus, boxes; symbols of Word become characters', () => {
    const visible = 'a\tb\u202fc\u00a0d \u2212 ☐ ☒ \ufffd';
    expect(normaliseText(visible)).toBe(visible);
    expect(normaliseText('\uf0b7 Punkt \uf0fe')).toBe('• Punkt ☒');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(messy, (text) => normaliseText(normaliseText(text)) === normaliseText(text)));
    fc.assert(fc.property(messy, (text) => normaliseLine(normaliseLine(text)) === normaliseLine(text)));
  });

  it('makes one line: single blanks, no tabs, no breaks, trimmed', () => {
    expect(normaliseLine('  Amt \t für\r\n  Ordnung ')).toBe('Amt für Ordnung');
    fc.assert(fc.property(messy, (text) => !/[\n\t\r]| {2}|^ | $/.test(normaliseLine(text))));
  });
});

describe('folding for search', () => {
  it.each([
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Ausländerbehörde', 'auslanderbehorde'],
    ['A\u0308mter', 'amter'],
    ['Café №', 'cafe no'],
    ['ﬁnanz', 'finanz'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('gives both spellings of one letter the same form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});
