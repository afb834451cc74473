import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personOfName, personsOfLines } from '../../../src-main/core/letter/persons-of-lines.ts';
import { salutationFor } from '../../../src-main/core/letter/salutation.ts';

const greeting = (text: string): string => salutationFor(personsOfLines(text.split(';').map((line) => line.trim())));
const EVERYBODY = 'Sehr geehrte Damen und Herren,';
const PLACE = 'Weidenweg 3; 09999 Auental';

describe('a typed address is greeted by name', () => {
  it.each([
    ['Frau; Ida Beispiel', 'Sehr geehrte Frau Beispiel,'],
    ['Frau Ida Beispiel', 'Sehr geehrte Frau Beispiel,'],
    ['Herrn; Max Muster', 'Sehr geehrter Herr Muster,'],
    ['Herrn Max Muster', 'Sehr geehrter Herr Muster,'],
    ['Herr Dr. Max Muster', 'Sehr geehrter Herr Dr. Muster,'],
    ['Herrn Prof. Dr. Max von der Heide', 'Sehr geehrter Herr Prof. Dr. von der Heide,'],
    ['Frau; Dr. h. c. Ida Beispiel', 'Sehr geehrte Frau Dr. Beispiel,'],
    ['Frau Dipl.-Ing. Ida Beispiel', 'Sehr geehrte Frau Beispiel,'],
    ['Frau Dr.-Ing. Ida Beispiel-Muster', 'Sehr geehrte Frau Dr. Beispiel-Muster,'],
    ['Frau I. Beispiel', 'Sehr geehrte Frau Beispiel,'],
    ['Herrn Max Muster jun.', 'Sehr geehrter Herr Muster,'],
    ['Herrn Max Muster, Vorsitzender', 'Sehr geehrter Herr Muster,'],
    ['Frau Beispiel', 'Sehr geehrte Frau Beispiel,'],
    ['Frau; Oberbürgermeisterin; Ida Beispiel', 'Sehr geehrte Frau Beispiel,'],
    ['Herrn Rechtsanwalt Dr. Max Muster', 'Sehr geehrter Herr Dr. Muster,'],
    ['Frau Stadträtin Ida Beispiel', 'Sehr geehrte Frau Beispiel,'],
    ['An Frau Ida Beispiel', 'Sehr geehrte Frau Beispiel,'],
    ['Bürgerverein Auental e. V.; z. Hd. Herrn Max Muster', 'Sehr geehrter Herr Muster,'],
    ['Firma Muster GmbH; Frau Ida Beispiel', 'Sehr geehrte Frau Beispiel,'],
    ['Familie Beispiel', 'Sehr geehrte Familie Beispiel,'],
    ['Familie; Ida und Max Beispiel', 'Sehr geehrte Familie Beispiel,'],
    ['Eheleute Ida und Max Beispiel', 'Sehr geehrte Eheleute Beispiel,'],
    ['Eheleute; Beispiel', 'Sehr geehrte Eheleute Beispiel,'],
    ['Frau und Herrn Beispiel', 'Sehr geehrte Frau Beispiel,\nsehr geehrter Herr Beispiel,'],
    ['Frau Ida Beispiel und Herrn Max Muster', 'Sehr geehrte Frau Beispiel,\nsehr geehrter Herr Muster,'],
    ['Frau Ida Beispiel; Herrn Max Muster', 'Sehr geehrte Frau Beispiel,\nsehr geehrter Herr Muster,'],
    ['Frau Zoë Ğül', 'Sehr geehrte Frau Ğül,'],
    ["Herrn Liam O'Connor", "Sehr geehrter Herr O'Connor,"],
  ])('%s', (text, wanted) => {
    expect(greeting(text)).toBe(wanted);
    expect(greeting(`${text}; ${PLACE}`)).toBe(wanted);
  });
});

describe('what is not certain is greeted as everybody', () => {
  it.each([
    'Ida Beispiel',
    'Firma Max Muster',
    'Firma; Muster GmbH',
    'Muster GmbH & Co. KG',
    'Frau Holle GmbH',
    'Frau-Holle-Straße 3',
    'Frauenhaus Auental e. V.',
    'Herrenhaus am Weiher',
    'Frau/Herrn Ida Beispiel',
    'Frau oder Herrn Beispiel',
    'Herrn Max und Frau Ida Beispiel',
    'Eheleute Ida Beispiel und Max Muster',
    'Ida Beispiel; bei Frau Muster',
    'Ida Beispiel; c/o Herrn Max Muster',
    'Frau',
    'Frau; Am Weiher',
    'Frau Ida Beispiel; Herrn',
    'Frau 4711',
    'Frau Direktorin des Amtsgerichts',
    'Fräulein Ida Beispiel',
    'Damen und Herren des Beirats',
    '',
  ])('%s', (text) => {
    expect(greeting(text)).toBe(EVERYBODY);
    expect(greeting(`${text}; ${PLACE}`)).toBe(EVERYBODY);
  });

  it('no text without a form of address names anybody', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const calls = lines.some((text) => /frau|fr\.|herr|hrn?\.|familie|fam\.|eheleute|ehepaar/i.test(text));
        if (!calls) expect(personsOfLines(lines)).toEqual([]);
      }),
    );
  });

  it('whoever is greeted stands in the address with their family name', () => {
    const word = fc.constantFrom(
      'Ida',
      'Max',
      'Beispiel',
      'von',
      'der',
      'und',
      'Dr.',
      'GmbH',
      'Am',
      'Weiher',
      '3',
      'I.',
    );
    const form = fc.constantFrom('Frau', 'Herrn', 'Herr', 'Familie', 'Eheleute', '', 'bei Frau');
    const line = fc
      .tuple(form, fc.array(word, { maxLength: 5 }))
      .map(([first, rest]) => [first, ...rest].join(' ').trim());
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        for (const { familyName } of personsOfLines(lines)) {
          expect(familyName).toMatch(/^(von |der )*\p{Lu}/u);
          expect(['GmbH', 'Dr.', '3']).not.toContain(familyName);
          expect(lines.join(' ')).toContain(familyName);
        }
      }),
    );
  });
});

describe('somebody named on a paper', () => {
  it('is greeted by form of address and title where they stand there', () => {
    expect(salutationFor([personOfName('Frau Dr. Ida Beispiel')])).toBe('Sehr geehrte Frau Dr. Beispiel,');
    expect(salutationFor([personOfName('Dr. Ida Beispiel')])).toBe('Guten Tag Dr. Ida Beispiel,');
    expect(salutationFor([personOfName('Ida Beispiel')])).toBe('Guten Tag Ida Beispiel,');
    expect(salutationFor([personOfName('Beispiel')])).toBe(EVERYBODY);
  });
});
