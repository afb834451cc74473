/** Lists as Outlook, Thunderbird, spreadsheets and phones write them, from the file to the letter's address. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContactList } from '../../../src-main/adapters/contact-list/read-contact-list.ts';
import { addressLines } from '../../../src-main/core/letter/address-lines.ts';
import { guessMapping } from '../../../src-main/core/settings/contact-mapping.ts';
import type { PersonContent } from '../../../src-main/contract/settings/shapes.ts';
import { sharedMissing, sharedPath } from '../../support/shared.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterAll(() => host.dispose());

async function persons(fileName: string, bytes: Uint8Array) {
  const { columns, rows } = readContactList({ fileName, bytes });
  const request = {
    target: 'person' as const,
    columns: [...columns],
    rows: rows.map((row) => [...row]),
    mapping: guessMapping(columns, 'person'),
  };
  const plan = await host.app.setupImports.planContacts(request);
  await host.app.setupImports.applyContacts(request);
  const all = await host.app.settings.persons();
  const named = (familyName: string): PersonContent => {
    const found = all.find(({ content }) => content.familyName === familyName);
    if (!found) throw new Error(`nobody called ${familyName}`);
    return found.content;
  };
  return { plan, named };
}
const csv = (text: string): Promise<Awaited<ReturnType<typeof persons>>> => persons('liste.csv', Buffer.from(text));
const caseFile = (name: string) => persons(name, readFileSync(sharedPath('cases', name)));
const lines = (person: PersonContent): string[] =>
  addressLines({ organization: null, person, function: '', isInternal: false });

describe('a list of persons', () => {
  it('of Thunderbird fills the address of the office, not the private one', async () => {
    const { named } = await csv(
      'Vorname,Nachname,Anzeigename,Primäre E-Mail-Adresse,Privat: Adresse,Privat: Ort,Privat: PLZ,Dienstlich: Adresse,Dienstlich: Ort,Dienstlich: PLZ,Dienstlich: Land\nIda,Thunder,Ida Thunder,i@a.example,Heimweg 1,Daheim,09998,Rathausplatz 1,Auental,09999,\n',
    );
    expect(named('Thunder')).toMatchObject({
      givenName: 'Ida',
      reach: { street: 'Rathausplatz 1', city: 'Auental', postalCode: '09999', email: 'i@a.example', country: '' },
    });
  });

  it('takes the private address where it is the only one', async () => {
    const { named } = await csv('Nachname;Straße privat;Ort privat\nDaheim;Weg 2;Weiher\n');
    expect(named('Daheim').reach).toMatchObject({ street: 'Weg 2', city: 'Weiher' });
  });

  it('joins house number and post box, and names a postal code that lost its zero', async () => {
    const { plan, named } = await csv(
      'Nachname;Straße;Hausnummer;Postfach;PLZ;Ort\nHaus;Weg;4 b;;815;Auental\nFach;;;11 22;1816;Auental\nBeides;Weg 5;;33 44;09999;Auental\n',
    );
    expect(named('Haus').reach.street).toBe('Weg 4 b');
    expect(named('Fach').reach.street).toBe('Postfach 11 22');
    expect(plan.rows.map(({ hint }) => hint)).toEqual([null, 'postal-code-short', 'post-box-left-out']);
    expect(named('Beides').reach.street).toBe('Weg 5');
  });

  it('sends to a large receiver by its own postal code, without a street', async () => {
    const { named } = await csv('Nachname;PLZ;Ort\nStadtwerke;09990;Auental\n');
    expect(lines(named('Stadtwerke'))).toEqual(['Stadtwerke', '09990 Auental']);
  });

  it('keeps two people of one name two, and one person in two bodies one', async () => {
    const { plan } = await csv(
      [
        'Anrede;Vorname;Nachname;E-Mail;Gremium;Straße;Ort',
        'Herr;Max;Doppel;max@a.example;Stadtrat;Weg 1;Auental',
        'Herr;Max;Doppel;max@a.example;Bauausschuss;;',
        'Herr;Max;Doppel;anders@b.example;Kulturausschuss;;',
        'Frau;Max;Doppel;;Sozialausschuss;;',
        ';Max;Doppel;anders@b.example;Finanzausschuss;;',
      ].join('\n'),
    );
    expect(plan.rows.map(({ action, hint, problem }) => problem ?? hint ?? action)).toEqual([
      'create',
      'change',
      'same-name',
      'same-name',
      'same-name',
    ]);
    const all = (await host.app.settings.persons()).map(({ content }) => content);
    const doubles = all.filter(({ familyName }) => familyName === 'Doppel');
    expect(doubles.map(({ memberships }) => memberships.length).sort()).toEqual([1, 2, 2]);
    const names = doubles.map(({ reach }) => reach.email).sort();
    expect(names).toEqual(['', 'anders@b.example', 'max@a.example']);
  });

  it('knows them all when the same list comes again, and whose address is whose when one more of the name comes first', async () => {
    const head = 'Anrede;Vorname;Nachname;E-Mail;Straße;Ort';
    const first = ['Herr;Jo;Dreifach;jo@a.example;Hauptstr. 5;Auental', 'Frau;Jo;Dreifach;;Weg 2;Auental'];
    await csv([head, ...first].join('\n'));
    const again = await csv([head, ...first].join('\n'));
    expect(again.plan.rows.map(({ action }) => action)).toEqual(['same', 'same']);
    const more = await csv(
      [
        head,
        'Herr;Jo;Dreifach;neu@c.example;Gasse 9;Auental',
        'Herr;Jo;Dreifach;jo@a.example;Hauptstraße 5;Auental',
      ].join('\n'),
    );
    expect(more.plan.rows.map(({ action }) => action)).toEqual(['create', 'change']);
    const all = (await host.app.settings.persons()).map(({ content }) => content);
    const emails = all.filter(({ familyName }) => familyName === 'Dreifach').map(({ reach }) => reach.email);
    expect(emails.sort()).toEqual(['', 'jo@a.example', 'neu@c.example']);
  });

  it('writes the country last and in capitals, the own one not at all', async () => {
    const { named } = await csv(
      'Nachname;Straße;PLZ;Ort;Land\nFern;Gasse 1;1010;Wien;Österreich\nNah;Weg 1;09999;Auental;Deutschland\n',
    );
    expect(lines(named('Fern'))).toEqual(['Fern', 'Gasse 1', '1010 Wien', 'ÖSTERREICH']);
    expect(lines(named('Nah'))).toEqual(['Nah', 'Weg 1', '09999 Auental']);
  });

  it('turns nothing round in columns of their own', async () => {
    const { named } = await csv('Vorname;Nachname\n"Anna, Maria";"Meier, geb. Schulz"\nDr. Eva;Columna\n');
    expect(named('Meier, geb. Schulz').givenName).toBe('Anna, Maria');
    expect(named('Columna')).toMatchObject({ givenName: 'Eva', title: 'Dr.' });
  });

  it('refuses a form of address that is none, and takes "Frau Dr." apart', async () => {
    const { plan } = await csv('Anrede;Vorname;Nachname\nGenosse;Uwe;Kaum\n');
    expect(plan.rows[0]?.problem).toBe('form-of-address-unknown');
    expect((await csv('Anrede;Vorname;Nachname\nFrau Prof. Dr.;Ada;Titel\n')).named('Titel')).toMatchObject({
      formOfAddress: 'Frau',
      title: 'Prof. Dr.',
    });
  });
});

describe.skipIf(sharedMissing !== undefined)('lists that once failed', () => {
  it('names the other way round', async () => {
    const { named } = await caseFile('list-name-reversed.csv');
    expect(named('Föhrmann')).toMatchObject({ givenName: 'Edda', title: 'Dr.' });
    expect(named('Graf')).toMatchObject({ givenName: 'Ada', title: 'Prof. Dr.' });
  });

  it('the German Outlook', async () => {
    const { named } = await caseFile('list-outlook-german.csv');
    expect(named('Föhrmann')).toMatchObject({ formOfAddress: 'Frau', title: expect.stringContaining('Dr.') as string });
    expect(lines(named('Weiß')).slice(1)).toEqual(['Postfach 11 22', '00816 Auenfurt']);
  });

  it('post box and country of a phone', async () => {
    const { named } = await caseFile('list-post-box.vcf');
    expect(lines(named('Föhrmann')).slice(-2)).toEqual(['Postfach 11 22', '00816 Auenfurt']);
    expect(lines(named('Novak')).at(-1)).toBe('TSCHECHIEN');
  });
});
