import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonContent } from '../../../src-main/contract/settings/shapes.ts';
import {
  addressLines,
  organizationOn,
  recipientOf,
  roleLine,
  shortenLines,
  type Addressee,
} from '../../../src-main/core/letter/address-lines.ts';
import type { SettingVersion } from '../../../src-main/core/ports/ports.ts';
import { NO_CONTACT_DETAILS, organization, person } from '../settings/entries.ts';

const place = { ...NO_CONTACT_DETAILS, street: 'Lange Gasse 12', postalCode: '09999', city: 'Prüfingen' };
const faction = organization('Fraktion Neue Mitte', { organizationType: 'faction', reach: place });
const anna = person('von der Heide', {
  givenName: 'Anna',
  title: 'Dr.',
  formOfAddress: 'Frau',
  reach: { ...NO_CONTACT_DETAILS, street: 'Privatweg 1', postalCode: '09998', city: 'Daheim' },
});
const addressee = (changes: Partial<Addressee>): Addressee => ({
  organization: null,
  person: null,
  function: '',
  isInternal: false,
  ...changes,
});

describe('an address', () => {
  it('of a person in a body is that of the body, never the private one', () => {
    expect(addressLines(addressee({ organization: faction, person: anna, function: 'Vorsitz' }))).toEqual([
      'Fraktion Neue Mitte',
      'Frau Dr. Anna von der Heide',
      'Vorsitzende',
      'Lange Gasse 12',
      '09999 Prüfingen',
    ]);
    const without = addressee({ organization: { ...faction, reach: NO_CONTACT_DETAILS }, person: anna });
    expect(addressLines(without)).toEqual(['Fraktion Neue Mitte', 'Frau Dr. Anna von der Heide']);
  });

  it('of a person is the private one, in the form of address that letters use', () => {
    const jan: PersonContent = { ...anna, givenName: 'Jan', title: null, formOfAddress: 'Herr' };
    expect(addressLines(addressee({ person: jan }))).toEqual([
      'Herrn Jan von der Heide',
      'Privatweg 1',
      '09998 Daheim',
    ]);
    expect(addressLines(addressee({ person: { ...jan, formOfAddress: 'neutral' } }))[0]).toBe('Jan von der Heide');
    expect(addressLines(addressee({ person: { ...jan, formOfAddress: null } }))[0]).toBe('Jan von der Heide');
  });

  it('inside the house names the room instead of the street', () => {
    const unit = organization('Bauamt', { reach: { ...place, room: '214' } });
    expect(addressLines(addressee({ organization: unit, isInternal: true }))).toEqual(['Bauamt', 'Zimmer 214']);
  });

  it('leaves out what every member is', () => {
    expect(roleLine('Mitglied kraft Amtes', 'Frau')).toBe('');
    expect(roleLine('Vorsitz', 'Herr')).toBe('Vorsitzender');
    expect(roleLine('Vorsitz', null)).toBe('Vorsitz');
    expect(roleLine('Stadträtin', 'Frau')).toBe('Stadträtin');
  });

  it('greets by office only where that is usual', () => {
    const greeted = (role: string): string | undefined =>
      recipientOf(addressee({ organization: faction, person: anna, function: role })).persons[0]?.function;
    expect(greeted('Oberbürgermeisterin')).toBe('Oberbürgermeisterin');
    expect(greeted('Fraktionsvorsitzende')).toBe('');
  });
});

describe('six lines', () => {
  it('are enough for whatever is typed, and the last two stay as they are', () => {
    const line = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => /^[\w ]*\w[\w ]*$/.test(text));
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 20 }), (lines) => {
        const tidy = lines.map((text) => text.replace(/\s+/g, ' ').trim());
        const short = shortenLines(lines);
        expect(short.length).toBeLessThanOrEqual(6);
        expect(short.slice(-2)).toEqual(tidy.slice(-2));
        // Nothing is lost: lines are joined, not dropped.
        expect(short.join(', ')).toBe(tidy.join(', '));
      }),
    );
  });

  it('drop empty ones first', () => {
    expect(shortenLines(['A', '', '  ', 'B', 'C', 'D', 'E', 'F'])).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });
});

describe('the day of the letter', () => {
  const version = (revision: number, validFrom: string | null, street: string): SettingVersion => ({
    seq: revision,
    area: 'organization',
    entityId: 'x',
    revision,
    validFrom,
    json: JSON.stringify({ ...faction, reach: { ...place, street } }),
    at: '2026-01-01T00:00:00.000Z',
    actor: 'test',
    batch: null,
  });
  const versions = [version(1, null, 'Alte Straße 1'), version(2, '2026-02-01', 'Neue Straße 2')];

  it('decides which address was valid', () => {
    expect(organizationOn(versions, faction, '2026-01-31').reach.street).toBe('Alte Straße 1');
    expect(organizationOn(versions, faction, '2026-02-01').reach.street).toBe('Neue Straße 2');
  });

  it('falls back to the present state where nothing reaches back that far', () => {
    expect(organizationOn([], faction, '1990-01-01')).toEqual(faction);
    const late = [version(1, '2026-02-01', 'Neue Straße 2')];
    expect(organizationOn(late, faction, '2026-01-01')).toEqual(faction);
    const broken = [{ ...version(1, null, ''), json: '{"name":7}' }];
    expect(organizationOn(broken, faction, '2026-01-01')).toEqual(faction);
  });
});
