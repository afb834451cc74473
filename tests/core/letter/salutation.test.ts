import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterPersonSchema, type LetterPerson } from '../../../src-main/contract/letter/shapes.ts';
import { salutationFor, titleInSalutation } from '../../../src-main/core/letter/salutation.ts';

const person = (changes: Partial<LetterPerson>): LetterPerson =>
  letterPersonSchema.parse({ givenName: 'Anna', familyName: 'von der Heide', formOfAddress: 'Frau', ...changes });

describe('one person is greeted', () => {
  it.each<[string, Partial<LetterPerson>, string]>([
    ['as Frau', {}, 'Sehr geehrte Frau von der Heide,'],
    ['as Herr', { formOfAddress: 'Herr', familyName: 'Muster' }, 'Sehr geehrter Herr Muster,'],
    ['with a doctorate', { title: 'Dr.' }, 'Sehr geehrte Frau Dr. von der Heide,'],
    ['with a title written without blanks', { title: 'Prof.Dr.' }, 'Sehr geehrte Frau Prof. Dr. von der Heide,'],
    ['with one of several doctorates', { title: 'Dr. Dr. h. c.' }, 'Sehr geehrte Frau Dr. von der Heide,'],
    ['without a diploma', { title: 'Dipl.-Ing.' }, 'Sehr geehrte Frau von der Heide,'],
    [
      'by her function',
      { title: 'Dr.', function: 'Fraktionsvorsitzende' },
      'Sehr geehrte Frau Fraktionsvorsitzende Dr. von der Heide,',
    ],
    [
      'by his function, declined',
      { formOfAddress: 'Herr', familyName: 'Muster', function: 'Fraktionsvorsitzende' },
      'Sehr geehrter Herr Fraktionsvorsitzender Muster,',
    ],
    ['by an office', { function: 'Oberbürgermeisterin' }, 'Sehr geehrte Frau Oberbürgermeisterin von der Heide,'],
    ['not by what names no person', { function: 'Vorsitz' }, 'Sehr geehrte Frau von der Heide,'],
    ['neutrally', { formOfAddress: 'neutral', givenName: 'Kim', familyName: 'Sander' }, 'Guten Tag Kim Sander,'],
    ['neutrally with a title', { formOfAddress: 'neutral', title: 'Dr.' }, 'Guten Tag Dr. Anna von der Heide,'],
    ['without a guess when the form is unknown', { formOfAddress: null }, 'Guten Tag Anna von der Heide,'],
    [
      'as everybody when only a word is known',
      { formOfAddress: null, givenName: '' },
      'Sehr geehrte Damen und Herren,',
    ],
  ])('%s', (_, changes, wanted) => {
    expect(salutationFor([person(changes)])).toBe(wanted);
  });
});

describe('several are greeted', () => {
  it('on a line each, small after the first', () => {
    const both = [person({}), person({ formOfAddress: 'Herr', title: 'Dr.', familyName: 'Muster' })];
    expect(salutationFor(both)).toBe('Sehr geehrte Frau von der Heide,\nsehr geehrter Herr Dr. Muster,');
  });

  it('together when they are many, or one of them has no name, or it is an organization', () => {
    const everybody = 'Sehr geehrte Damen und Herren,';
    expect(salutationFor([])).toBe(everybody);
    expect(salutationFor(Array.from({ length: 4 }, () => person({})))).toBe(everybody);
    expect(salutationFor([person({}), person({ familyName: '  ' })])).toBe(everybody);
  });
});

it('only professors and doctors keep their title, whatever else is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (title) => {
      expect(['', 'Dr.', 'Prof.', 'Prof. Dr.']).toContain(titleInSalutation(title));
    }),
  );
  expect(titleInSalutation('Drogist')).toBe('');
});
