import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinEmphasis, parseEmphasis } from '../../src-main/base/emphasis.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { fieldValue } from '../../src-renderer/features/settings/field-name.ts';
import { fromPatternDocument, toPatternDocument } from '../../src-renderer/parts/settings/pattern-document.ts';
import { placeholderNames } from '../../src-renderer/texts/placeholders.ts';

const profile = builtInProfile('Stadt Prüfingen');
const HINGE = placeholderNames('hinge.motion');
const LETTER = placeholderNames('letters.');

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('{reference}', '{toAnswers}', '{bald}', '{', '}', '{}', '*', '**', '\\', '{{reference}}'),
  ),
);

describe('a text with placeholders', () => {
  it('reads as names, bold words bold', () => {
    expect(toPatternDocument([profile.hinge.motion], HINGE, true)).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Die Verwaltung nimmt zum ' },
            { type: 'text', text: 'Antrag ', marks: [{ type: 'bold' }] },
            { type: 'chip', attrs: { name: 'reference' }, marks: [{ type: 'bold' }] },
            { type: 'text', text: ' wie folgt Stellung:' },
          ],
        },
      ],
    });
  });

  it('keeps its stored form, character by character, when nothing is changed', () => {
    for (const text of Object.values(profile.hinge))
      expect(fromPatternDocument(toPatternDocument([text], HINGE, true), true)).toEqual([text]);
    fc.assert(
      fc.property(
        fc.array(
          pieces.map((parts) => parts.join('')),
          { minLength: 1 },
        ),
        (lines) => {
          expect(fromPatternDocument(toPatternDocument(lines, LETTER, false), false)).toEqual(lines);
        },
      ),
    );
  });

  it('prints the same, whatever stands in it', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const stored = parts.join('');
        const [kept = ''] = fromPatternDocument(toPatternDocument([stored], HINGE, true), true);
        expect(parseEmphasis(kept)).toEqual(parseEmphasis(joinEmphasis(parseEmphasis(stored))));
      }),
    );
  });

  it('has a name for every placeholder of the texts an office starts with', () => {
    const paths: readonly (readonly [string, string])[] = [
      ...Object.entries(profile.hinge).map(([key, text]) => [`hinge.${key}`, text] as const),
      ...Object.entries(profile.copies.marks).map(([key, text]) => [`copies.marks.${key}`, text] as const),
      ['copies.followUpNote', profile.copies.followUpNote],
      ['copies.fileName', profile.copies.fileName],
      ...Object.entries(profile.labels).flatMap(([key, text]) =>
        typeof text === 'string' ? [[`labels.${key}`, text] as const] : [],
      ),
      ...Object.entries(profile.letters).flatMap(([kind, { subject, paragraphs, closing }]) =>
        [subject, ...paragraphs, closing].map((text) => [`letters.${kind}.subject`, text] as const),
      ),
      ...profile.numberPatterns.map(({ pattern }, index) => [`numberPatterns.${index}.pattern`, pattern] as const),
    ];
    for (const [path, text] of paths) {
      // In the history a setting stands as text; there is nothing left to read in braces or stars.
      expect(fieldValue(path, text, new Map()), path).not.toMatch(/[{}]|\*\*/);
      for (const [, name = ''] of text.matchAll(/\{([\p{L}\d]+)\}/gu))
        expect(Object.keys(placeholderNames(path)), path).toContain(name);
    }
    expect(fieldValue('hinge.motion', profile.hinge.motion, new Map())).toBe(
      'Die Verwaltung nimmt zum Antrag «Nummer» wie folgt Stellung:',
    );
  });
});
