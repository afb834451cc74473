import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberPattern } from '../../../src-main/contract/settings/office-profile.ts';
import {
  findReferences,
  formatReference,
  normalReference,
  parseReference,
  referenceFileName,
  type PaperReference,
} from '../../../src-main/core/paper/paper-reference.ts';
import { patterns } from '../../support/builders.ts';

const yearFirst: NumberPattern[] = [
  { class: 'BV', paperType: 'proposal', pattern: 'BV/{YYYY}/{00000}' },
  { class: 'AN', paperType: 'motion', pattern: 'AN-{0}-{YY}' },
];

const referenceFor = (list: readonly NumberPattern[]): fc.Arbitrary<PaperReference> =>
  fc
    .record({
      pattern: fc.constantFrom(...list),
      year: fc.integer({ min: 1980, max: 2079 }),
      number: fc.integer({ min: 1, max: 999_999 }),
      suffixes: fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 4 }),
    })
    .map(({ pattern, year, number, suffixes }) => {
      const amends = suffixes.length > 0 && ['motion', 'inquiry'].includes(pattern.paperType);
      return { class: pattern.class, paperType: amends ? 'amendment' : pattern.paperType, year, number, suffixes };
    });

describe('references of papers', () => {
  it.each([
    ['S0386/22', { class: 'S', paperType: 'statement', year: 2022, number: 386, suffixes: [] }],
    ['A0193/22', { class: 'A', paperType: 'motion', year: 2022, number: 193, suffixes: [] }],
    ['DS0231/19', { class: 'DS', paperType: 'proposal', year: 2019, number: 231, suffixes: [] }],
    ['I0254/99', { class: 'I', paperType: 'information', year: 1999, number: 254, suffixes: [] }],
    ['DS0288/24/1/1', { class: 'DS', paperType: 'proposal', year: 2024, number: 288, suffixes: [1, 1] }],
    ['A0199/20/1', { class: 'A', paperType: 'amendment', year: 2020, number: 199, suffixes: [1] }],
    ['S12345/22', { class: 'S', paperType: 'statement', year: 2022, number: 12345, suffixes: [] }],
  ])('reads %s', (text, expected) => {
    expect(parseReference(text, patterns)).toEqual(expected);
  });

  it.each([
    ['A0024/25 /1', 'A0024/25/1'],
    ['ÄA0199/20/1/1', 'A0199/20/1/1'],
    ['A\u0308A0199/20/1', 'A0199/20/1'],
    [' s0386/22 ', 'S0386/22'],
    ['S 0386 / 22', 'S0386/22'],
    ['S0386\u00a0/\u202f22', 'S0386/22'],
    ['S0386\u204422', 'S0386/22'],
  ])('gives the dirty original "%s" its normal form', (dirty, normal) => {
    expect(normalReference(dirty, patterns)).toBe(normal);
  });

  it.each([
    '',
    'S386/22',
    'S0386',
    'X0001/22',
    'S0000/22',
    'S0386/2',
    'S0386/2022',
    'A0001/22/0',
    'A0001/22/1/1/1/1/1',
    'S0386/22x',
    'SS0386/22',
    'S0386-22',
  ])('does not take "%s" for a reference', (text) => {
    expect(parseReference(text, patterns)).toBeUndefined();
  });

  it('reads back what it prints, in the form of the built-in office and in others', () => {
    for (const list of [patterns, yearFirst]) {
      fc.assert(
        fc.property(referenceFor(list), (reference) => {
          expect(parseReference(formatReference(reference, list), list)).toEqual(reference);
        }),
        { numRuns: 300 },
      );
    }
  });

  it('leaves a normal form as it is', () => {
    fc.assert(
      fc.property(referenceFor(patterns), (reference) => {
        const normal = formatReference(reference, patterns);
        expect(normalReference(normal, patterns)).toBe(normal);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const normal = normalReference(text, patterns);
        expect(normal === undefined || parseReference(normal, patterns) !== undefined).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('treats signs of a pattern as themselves, not as a regular expression', () => {
    const odd: NumberPattern[] = [{ class: 'V', paperType: 'other', pattern: 'V.({000})+{YY}' }];
    expect(normalReference('V.(007)+26', odd)).toBe('V.(007)+26');
    expect(normalReference('VX(007)+26', odd)).toBeUndefined();
  });

  it('does not print a class that has no pattern', () => {
    const foreign: PaperReference = { class: 'Q', paperType: 'other', year: 2022, number: 1, suffixes: [] };
    expect(() => formatReference(foreign, patterns)).toThrow('no number pattern for class Q');
  });
});

describe('references inside running text', () => {
  it('finds them with place, printed text and normal form', () => {
    const text = 'Mit der I0254/15 und dem A0024/25/1 liegt es vor.';
    expect(findReferences(text, patterns)).toEqual([
      { start: 8, text: 'I0254/15', reference: 'I0254/15' },
      { start: 25, text: 'A0024/25/1', reference: 'A0024/25/1' },
    ]);
  });

  it('does not find parts of longer words and numbers', () => {
    expect(findReferences('XS0386/22 MA0193/222 S0386/22/1/2/3/4/5 Az. 12/S0386/22', patterns)).toEqual([]);
  });

  it('finds every reference that stands between blanks', () => {
    fc.assert(
      fc.property(fc.array(referenceFor(patterns), { maxLength: 5 }), (references) => {
        const printed = references.map((reference) => formatReference(reference, patterns));
        const found = findReferences(`Siehe ${printed.join(' und ')}.`, patterns);
        expect(found.map((item) => item.reference)).toEqual(printed);
      }),
    );
  });
});

describe('file names', () => {
  it.each([
    ['S0386/22', 'S0386-22'],
    ['A0024/25/1', 'A0024-25-1'],
    ['V:1 *"<>|?\\2', 'V-1-2'],
  ])('%s becomes %s', (reference, name) => {
    expect(referenceFileName(reference)).toBe(name);
  });
});
