import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsFor, guessMapping } from '../../../src-main/core/settings/contact-mapping.ts';

describe('which column fills which field', () => {
  it.each([
    [
      'person',
      ['Anrede', 'Titel', 'Vorname', 'Nachname', 'Fraktion', 'Funktion', 'E-Mail', 'Straße', 'PLZ', 'Ort'],
      [
        'formOfAddress',
        'title',
        'givenName',
        'familyName',
        'organization',
        'role',
        'email',
        'street',
        'postalCode',
        'city',
      ],
    ],
    ['unit', ['Organisationsziffer', 'Amt', 'Zimmer', 'Tel.'], ['shortName', 'name', 'room', 'telephone']],
    ['committee', ['Gremium', 'Abkürzung', 'von', 'bis'], ['name', 'shortName', 'startDate', 'endDate']],
    ['faction', ['FRAKTION:', 'Lieblingsfarbe'], ['name', null]],
    [
      'person',
      ['VORNAME', 'nachname ', 'E-Mail-Adresse', 'Telefon_geschäftlich'],
      ['givenName', 'familyName', 'email', 'telephone'],
    ],
    ['person', ['Name', 'Gremium', 'Gremium'], ['name', 'organization', null]],
    ['unit', ['Vorname', 'Nachname'], [null, null]],
  ] as const)('of a list of the kind %s with %j is %j', (target, columns, mapping) => {
    expect(guessMapping(columns, target)).toEqual(mapping);
  });

  it('gives every column one answer and every field at most one column', () => {
    const heading = fc.oneof(fc.constantFrom('Name', 'Amt', 'Gremium', 'von', 'bis', 'Titel', 'E-Mail'), fc.string());
    const target = fc.constantFrom('person', 'unit', 'committee', 'faction' as const);
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 12 }), target, (columns, kind) => {
        const mapping = guessMapping(columns, kind);
        expect(mapping).toHaveLength(columns.length);
        const used = mapping.filter((field) => field !== null);
        expect(new Set(used).size).toBe(used.length);
        expect(used.filter((field) => !fieldsFor(kind).has(field))).toEqual([]);
      }),
    );
  });
});
