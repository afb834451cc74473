import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LETTER_KINDS, LETTER_PLACEHOLDERS } from '../../../src-main/contract/letter/kinds.ts';
import { letterTextsSchema } from '../../../src-main/contract/letter/shapes.ts';
import { officeProfileSchema, PROFILE_SCHEMA } from '../../../src-main/contract/settings/office-profile.ts';
import { letterPlaceholderLabels, letterTextDefaults } from '../../../src-main/contract/letter/texts-de.ts';
import {
  filledLine,
  filledText,
  lineInlines,
  type PlaceholderValues,
} from '../../../src-main/core/print/letter-text.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { patterns } from '../../support/builders.ts';

const NOTHING = Object.fromEntries(LETTER_PLACEHOLDERS.map((name) => [name, undefined])) as PlaceholderValues;
const known: PlaceholderValues = { ...NOTHING, reference: 'S0001/26', toAnswers: 'zum Antrag A0001/26' };

describe('placeholders', () => {
  it('are filled with what is known; the rest keeps its braces', () => {
    expect(filledLine('Nr. {reference} {toAnswers} bis {deadline}, {x1} {}', known)).toBe(
      'Nr. S0001/26 zum Antrag A0001/26 bis {deadline}, {x1} {}',
    );
  });

  it('become placeholders of the editor, and numbers of papers become references', () => {
    const [paragraph] = filledText(['Antwort {toAnswers} bis {deadline}.'], known, patterns).content;
    expect(paragraph).toMatchObject({
      content: [
        { type: 'text', text: 'Antwort zum Antrag ' },
        { type: 'text', text: 'A0001/26', marks: [{ type: 'paperReference', attrs: { reference: 'A0001/26' } }] },
        { type: 'text', text: ' bis ' },
        { type: 'placeholder', attrs: { label: letterPlaceholderLabels.deadline } },
        { type: 'text', text: '.' },
      ],
    });
  });

  it('stand out in printed lines, over several lines', () => {
    expect(lineInlines('Frist {newDeadline}\nzweite {nichts}')).toEqual([
      { kind: 'text', text: 'Frist ' },
      { kind: 'placeholder', label: letterPlaceholderLabels.newDeadline },
      { kind: 'break' },
      { kind: 'text', text: 'zweite ' },
      { kind: 'text', text: '{nichts}' },
    ]);
  });

  it('lose no character of a text without them', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        fc.pre(!/[\n]/.test(text));
        expect(
          lineInlines(text)
            .map((part) => (part.kind === 'text' ? part.text : ''))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('the texts of an office', () => {
  const profile = { schema: PROFILE_SCHEMA, bodyName: 'Stadt Prüfingen' };

  it('are there in profiles that never heard of letters', () => {
    const parsed = officeProfileSchema.parse(profile);
    expect(parsed).toMatchObject({ letterForm: 'B', letterMarks: true });
    for (const kind of LETTER_KINDS) expect(parsed.letters[kind]).toEqual(letterTextDefaults[kind]);
  });

  it('keep what an office wrote and fill in the rest', () => {
    const parsed = officeProfileSchema.parse({ ...profile, letters: { extension: { subject: 'Frist {deadline}' } } });
    expect(parsed.letters.extension).toEqual({ ...letterTextDefaults.extension, subject: 'Frist {deadline}' });
  });

  it.each(['subject', 'closing'])('refuse an unknown placeholder in the %s', (part) => {
    const found = letterTextsSchema.safeParse({ internal: { [part]: 'Bis {frist} und {deadline}' } });
    expect(found.error?.issues.map((issue) => issue.message)).toEqual(['Den Platzhalter «frist» gibt es nicht']);
  });

  it('refuse an unknown placeholder in a paragraph, with its place', () => {
    const found = letterTextsSchema.safeParse({ internal: { paragraphs: ['gut', 'Bis {Tag} {Ort}'] } });
    expect(found.error?.issues.map(({ message, path }) => ({ message, path }))).toEqual([
      { message: 'Den Platzhalter «Tag», «Ort» gibt es nicht', path: ['internal', 'paragraphs', 1] },
    ]);
  });

  it('begin small after the salutation, and greet only outside the house', () => {
    for (const kind of LETTER_KINDS) {
      const [first] = letterTextDefaults[kind].paragraphs;
      const begin = plainParagraphs(filledText([first ?? ''], NOTHING, patterns))[0]?.charAt(0) ?? '';
      expect(begin === begin.toLowerCase(), kind).toBe(kind !== 'internal');
      expect(letterTextDefaults[kind].closing === '', kind).toBe(kind === 'internal');
    }
  });
});
