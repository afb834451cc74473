import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ContactField, ContactRequest, ContactTarget } from '../../../src-main/contract/settings/shapes.ts';
import { typeOfName } from '../../../src-main/core/settings/contact-plan.ts';
import { idNumber, refusalOf } from '../../support/builders.ts';
import type { TestHost } from '../../support/test-host.ts';
import { membership, NO_CONTACT_DETAILS, office, organization, person, settingsOf } from '../settings/entries.ts';

async function freshOffice(): Promise<TestHost> {
  const host = await office();
  onTestFinished(() => host.dispose());
  return host;
}

const list = (target: ContactTarget, mapping: (ContactField | null)[], ...rows: string[][]): ContactRequest => ({
  target,
  columns: mapping.map((field) => field ?? ''),
  rows,
  mapping,
});
const people = (...rows: string[][]): ContactRequest =>
  list('person', ['givenName', 'familyName', 'organization', 'role', 'startDate', 'endDate'], ...rows);
const outcome = async (host: TestHost, request: ContactRequest): Promise<string[]> =>
  (await host.app.setupImports.planContacts(request)).rows.map((row) => row.problem ?? row.action);
const namesOf = async (host: TestHost): Promise<string[]> =>
  (await host.app.settings.organizations()).map((entry) => entry.content.name).sort();
const onlyPerson = async (host: TestHost) => {
  const persons = await host.app.settings.persons();
  expect(persons).toHaveLength(1);
  return persons[0]?.content;
};

describe('what a list would do', () => {
  it('is shown row by row and changes nothing', async () => {
    const host = await freshOffice();
    const known = organization('Bauamt', { organizationType: 'unit' });
    await host.app.settings.saveOrganization({ id: idNumber(1), expectedRevision: 0, content: known });
    const request = list('unit', ['name', 'room'], ['Bauamt', ''], ['BAUAMT 2', '4'], ['bauamt', '5'], ['', '6']);
    const plan = await host.app.setupImports.planContacts(request);
    expect(plan.rows.map(({ row, action, title, problem }) => [row, action, title, problem])).toEqual([
      [1, 'same', 'Bauamt', null],
      [2, 'create', 'BAUAMT 2', null],
      [3, 'problem', 'bauamt', 'twice-in-list'],
      [4, 'problem', '', 'name-missing'],
    ]);
    expect(await namesOf(host)).toEqual(['Bauamt']);
    expect(await host.app.settings.history({ area: 'person' })).toEqual([]);
  });

  it.each([
    ['31.02.2024', '', 'date-invalid'],
    ['irgendwann', '', 'date-invalid'],
    ['', '00.00.0000', 'date-invalid'],
    ['01.07.2024', '30.06.2024', 'dates-swapped'],
    ['1.7.2019', '30.06.2024', 'create'],
    ['2019-07-01', '', 'create'],
  ])('for dates "%s" to "%s" is %s', async (start, end, expected) => {
    const host = await freshOffice();
    const rows = [['Ada', 'Beispiel', 'Stadtrat', '', start, end]];
    expect(await outcome(host, people(...rows))).toEqual([expected]);
  });

  it.each([
    ['Frau', 'create'],
    ['HERRN', 'create'],
    ['männlich', 'create'],
    ['divers', 'create'],
    ['', 'create'],
    ['Exzellenz', 'form-of-address-unknown'],
  ])('for the form of address "%s" is %s', async (address, expected) => {
    const host = await freshOffice();
    expect(await outcome(host, list('person', ['formOfAddress', 'name'], [address, 'Ada Beispiel']))).toEqual([
      expected,
    ]);
  });

  it('is a question when two persons here have the name', async () => {
    const host = await freshOffice();
    for (const id of [idNumber(1), idNumber(2)])
      await host.app.settings.savePerson({ id, expectedRevision: 0, content: person('Doppelt') });
    expect(await outcome(host, people(['Ada', 'Doppelt', '', '', '', '']))).toEqual(['ambiguous']);
    const before = await settingsOf(host);
    expect(await host.app.setupImports.applyContacts(people(['Ada', 'Doppelt', 'Stadtrat', '', '', '']))).toEqual({
      created: 0,
      changed: 0,
      undo: null,
    });
    expect(await settingsOf(host)).toEqual(before);
  });
});

describe('taking a list over', () => {
  it('enters persons with the bodies they belong to, of a sensible kind, all taken back at once', async () => {
    const host = await freshOffice();
    const before = await settingsOf(host);
    const request = people(
      ['Ada', 'Beispiel', 'Fraktion Weiher', 'Vorsitz', '01.07.2024', ''],
      ['Bo', 'Muster', 'fraktion weiher', '', '', ''],
      ['Ada', 'Beispiel', 'Ausschuss für Bäume', '', '', ''],
    );
    expect((await host.app.setupImports.planContacts(request)).newOrganizations).toEqual([
      'Fraktion Weiher',
      'Ausschuss für Bäume',
    ]);
    const { created, changed, undo } = await host.app.setupImports.applyContacts(request);
    expect([created, changed]).toEqual([4, 0]);
    const bodies = await host.app.settings.organizations();
    const nameOf = new Map(bodies.map((entry) => [entry.id, entry.content.name]));
    expect(bodies.map(({ content }) => [content.name, content.organizationType])).toEqual([
      ['Ausschuss für Bäume', 'committee'],
      ['Fraktion Weiher', 'faction'],
    ]);
    const persons = new Map(
      (await host.app.settings.persons()).map(({ content }) => [
        content.familyName,
        content.memberships.map((entry) => [nameOf.get(entry.organizationId), entry.role, entry.startDate]).sort(),
      ]),
    );
    expect(persons.get('Beispiel')).toEqual([
      ['Ausschuss für Bäume', 'Mitglied', null],
      ['Fraktion Weiher', 'Vorsitz', '2024-07-01'],
    ]);
    expect(persons.get('Muster')).toEqual([['Fraktion Weiher', 'Mitglied', null]]);
    expect(await host.app.settings.undo(undo ?? 0)).toEqual({ count: 4 });
    expect(await settingsOf(host)).toEqual(before);
  });

  it.each([
    ['Fraktion Freie Liste', 'faction'],
    ['SPD-Ratsfraktion', 'faction'],
    ['Stadtrat', 'council'],
    ['Gemeinderat', 'council'],
    ['Oberbürgermeister', 'mayor'],
    ['Bürgermeisterin', 'mayor'],
    ['Hauptausschuss', 'committee'],
    ['Seniorenbeirat', 'committee'],
    ['Ortschaftsrat Weiler', 'committee'],
    ['Tiefbauamt', 'unit'],
    ['Amt für Statistik', 'unit'],
    ['Fachbereich 02', 'unit'],
    ['Förderverein Weiher', 'other'],
  ])('takes "%s" for a %s', (name, type) => {
    expect(typeOfName(name)).toBe(type);
  });

  it('never erases what is known with an empty cell', async () => {
    const host = await freshOffice();
    const content = organization('Bauamt', {
      shortName: '61',
      organizationType: 'unit',
      startDate: '2020-01-01',
      reach: {
        street: 'Weg 1',
        postalCode: '01234',
        city: 'Auental',
        country: '',
        room: '1',
        telephone: '2',
        email: 'a@b.de',
      },
    });
    await host.app.settings.saveOrganization({ id: idNumber(1), expectedRevision: 0, content });
    const fields: ContactField[] = ['name', 'shortName', 'startDate', 'street', 'city', 'room', 'telephone', 'email'];
    await host.app.setupImports.applyContacts(list('committee', fields, ['bauamt', '', ' ', '', '\t', '7', '', '']));
    expect((await host.app.settings.organizations())[0]?.content).toEqual({
      ...content,
      reach: { ...content.reach, room: '7' },
    });
  });

  it('keeps title, form of address and memberships of a person the list says less about', async () => {
    const host = await freshOffice();
    const { settings } = host.app;
    await settings.saveOrganization({ id: idNumber(1), expectedRevision: 0, content: organization('Stadtrat') });
    const content = person('Beispiel', {
      title: 'Dr.',
      formOfAddress: 'Frau',
      reach: { ...NO_CONTACT_DETAILS, email: 'ada@auental.de' },
      memberships: [membership(idNumber(1), { role: 'Vorsitz', startDate: '2019-07-01' })],
    });
    await settings.savePerson({ id: idNumber(2), expectedRevision: 0, content });
    const request = list(
      'person',
      ['name', 'formOfAddress', 'title', 'email', 'organization', 'role', 'telephone'],
      ['ada BEISPIEL', '', '', '', 'Stadtrat', '', '0123'],
    );
    await host.app.setupImports.applyContacts(request);
    expect(await onlyPerson(host)).toEqual({ ...content, reach: { ...content.reach, telephone: '0123' } });
  });

  it('finds a body by its short name', async () => {
    const host = await freshOffice();
    const content = organization('Ausschuss für Bäume', { shortName: 'AfB' });
    await host.app.settings.saveOrganization({ id: idNumber(1), expectedRevision: 0, content });
    await host.app.setupImports.applyContacts(people(['Ada', 'Beispiel', 'afb', '', '', '']));
    expect((await onlyPerson(host))?.memberships.map((entry) => entry.organizationId)).toEqual([idNumber(1)]);
  });

  it('changes nothing when the same list comes again', async () => {
    const host = await freshOffice();
    const request = people(
      ['Ada', 'Beispiel', 'Stadtrat', '', '01.07.2019', '30.06.2024'],
      ['Ada', 'Beispiel', 'Stadtrat', '', '01.07.2024', ''],
      ['Bo', 'Muster', 'Stadtrat', 'Vorsitz', '', ''],
    );
    await host.app.setupImports.applyContacts(request);
    const before = await settingsOf(host);
    expect(await host.app.setupImports.applyContacts(request)).toEqual({ created: 0, changed: 0, undo: null });
    expect(await settingsOf(host)).toEqual(before);
    expect(new Set(await outcome(host, request))).toEqual(new Set(['same']));
  });

  it('keeps the former time of somebody who left and came back', async () => {
    const host = await freshOffice();
    await host.app.setupImports.applyContacts(people(['Ada', 'Beispiel', 'Stadtrat', '', '01.07.2014', '30.06.2019']));
    const again = people(['Ada', 'Beispiel', 'Stadtrat', '', '01.07.2024', '']);
    expect(await outcome(host, again)).toEqual(['change']);
    await host.app.setupImports.applyContacts(again);
    const times = (await onlyPerson(host))?.memberships.map((entry) => [entry.startDate, entry.endDate]);
    expect(times?.sort()).toEqual([
      ['2014-07-01', '2019-06-30'],
      ['2024-07-01', null],
    ]);
  });

  it('ends a membership when the list knows since when', async () => {
    const host = await freshOffice();
    await host.app.setupImports.applyContacts(people(['Ada', 'Beispiel', 'Stadtrat', '', '01.07.2019', '']));
    await host.app.setupImports.applyContacts(people(['Ada', 'Beispiel', 'Stadtrat', '', '', '30.06.2024']));
    expect((await onlyPerson(host))?.memberships).toMatchObject([{ startDate: '2019-07-01', endDate: '2024-06-30' }]);
  });

  it('says beforehand that an end lies before the beginning that is known here', async () => {
    const host = await freshOffice();
    const content = organization('Bauamt', { startDate: '2020-01-01' });
    await host.app.settings.saveOrganization({ id: idNumber(1), expectedRevision: 0, content });
    const request = list('unit', ['name', 'endDate'], ['Bauamt', '31.12.2019'], ['Planungsamt', '']);
    expect(await outcome(host, request)).toEqual(['dates-swapped', 'create']);
    expect(await host.app.setupImports.applyContacts(request)).toMatchObject({ created: 1, changed: 0 });
  });

  it('leaves rows with a problem out and takes the others', async () => {
    const host = await freshOffice();
    const request = people(
      ['Ada', 'Beispiel', 'Stadtrat', '', '99.99.9999', ''],
      ['Bo', 'Muster', 'Bauausschuss', '', '', ''],
      ['', '', 'Geisterrat', '', '', ''],
    );
    expect(await host.app.setupImports.applyContacts(request)).toMatchObject({ created: 2, changed: 0 });
    expect(await namesOf(host)).toEqual(['Bauausschuss']);
    expect((await onlyPerson(host))?.familyName).toBe('Muster');
  });

  it('splits whole names and drops the form of address before them', async () => {
    const host = await freshOffice();
    await host.app.setupImports.applyContacts(
      list('person', ['name'], ['Frau Anna Maria von der Heide'], ['Beispiel']),
    );
    const names = (await host.app.settings.persons()).map(({ content }) => [content.givenName, content.familyName]);
    expect(names.sort()).toEqual([
      ['', 'Beispiel'],
      ['Anna Maria', 'von der Heide'],
    ]);
  });

  it('refuses to be taken back when something in it was changed since, and takes nothing back', async () => {
    const host = await freshOffice();
    const { settings, setupImports } = host.app;
    const { undo } = await setupImports.applyContacts(list('unit', ['name'], ['Bauamt'], ['Planungsamt']));
    const [first] = await settings.organizations();
    if (!first) throw new Error('nothing was imported');
    await settings.saveOrganization({
      id: first.id,
      expectedRevision: first.revision,
      content: { ...first.content, shortName: '61' },
    });
    const before = await settingsOf(host);
    expect((await refusalOf(() => settings.undo(undo ?? 0))).code).toBe('setting-changed-since');
    expect(await settingsOf(host)).toEqual(before);
  });

  it('stands in the history as one batch', async () => {
    const host = await freshOffice();
    await host.app.setupImports.applyContacts(people(['Ada', 'Beispiel', 'Stadtrat', '', '', '']));
    const batches = (await host.app.settings.history({})).map((entry) => entry.batch);
    expect(batches).toHaveLength(2);
    expect(batches[0]).not.toBeNull();
    expect(new Set(batches).size).toBe(1);
  });

  it('does for any list what its plan says, and takes it back', async () => {
    const host = await freshOffice();
    const { settings, setupImports } = host.app;
    const cell = fc.constantFrom('', ' ', 'Ada', 'ADA', 'Bo', 'Beispiel', 'Muster', 'Müller', 'Muller', 'x');
    const day = fc.constantFrom('', '01.01.2019', '31.12.2019', '01.07.2024', '2026-01-01', '31.02.2026', 'bald');
    const body = fc.constantFrom('', 'Stadtrat', 'STADTRAT', 'Bauamt', 'Fraktion Ä', 'Fraktion A');
    const role = fc.constantFrom('', 'Mitglied', 'Vorsitz');
    const row = fc.tuple(cell, cell, body, role, day, day).map((cells) => [...cells]);
    const bodies: ContactField[] = ['shortName', 'room', 'name', 'city', 'startDate', 'endDate'];
    const persons: ContactField[] = ['givenName', 'familyName', 'organization', 'role', 'startDate', 'endDate'];
    const request = fc
      .tuple(fc.constantFrom<ContactTarget>('person', 'unit', 'faction'), fc.array(row, { maxLength: 6 }))
      .map(([target, rows]) => list(target, target === 'person' ? persons : bodies, ...rows));
    await fc.assert(
      fc.asyncProperty(request, fc.boolean(), async (asked, staysThere) => {
        const before = await settingsOf(host);
        const plan = await setupImports.planContacts(asked);
        expect(plan.rows).toHaveLength(asked.rows.length);
        const { created, changed, undo } = await setupImports.applyContacts(asked);
        // Rows that change one thing there and back may end in nothing; rows that say nothing never end in something.
        if (plan.rows.every((entry) => entry.action === 'same' || entry.action === 'problem')) {
          expect([created, changed]).toEqual([0, 0]);
        }
        if (undo === null || staysThere) {
          expect(await setupImports.applyContacts(asked)).toMatchObject({ created: 0 });
        } else {
          await settings.undo(undo);
          expect(await settingsOf(host)).toEqual(before);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('reading a list', () => {
  const csv = (text: string) => ({ fileName: 'liste.csv', bytes: new TextEncoder().encode(text) });

  it('goes from the file by the guessed columns to the settings', async () => {
    const host = await freshOffice();
    const table = await host.app.setupImports.readContacts({
      ...csv(
        'Anrede;Vorname;Nachname;Fraktion;Mitglied seit;Lieblingsfarbe\nFrau;Ada;Beispiel;Fraktion Weiher;1.7.2024;grün\n',
      ),
      target: 'person',
    });
    expect(table.mapping).toEqual(['formOfAddress', 'givenName', 'familyName', 'organization', 'startDate', null]);
    await host.app.setupImports.applyContacts({ target: 'person', ...table });
    expect(await onlyPerson(host)).toMatchObject({
      givenName: 'Ada',
      formOfAddress: 'Frau',
      memberships: [{ role: 'Mitglied', startDate: '2024-07-01' }],
    });
  });

  it('reads a business card', async () => {
    const host = await freshOffice();
    const text =
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Beispiel;Ada;;Dr.;\r\nFN:Dr. Ada Beispiel\r\nORG:Bauamt\r\nEMAIL:ada@auental.de\r\nEND:VCARD\r\n';
    const file = { fileName: 'karte.vcf', bytes: new TextEncoder().encode(text) };
    const table = await host.app.setupImports.readContacts({ ...file, target: 'person' });
    expect(table.kind).toBe('vcard');
    await host.app.setupImports.applyContacts({ target: 'person', ...table });
    expect(await onlyPerson(host)).toMatchObject({
      givenName: 'Ada',
      familyName: 'Beispiel',
      reach: { email: 'ada@auental.de' },
    });
    expect(await namesOf(host)).toEqual(['Bauamt']);
  });

  const cards = (...people: readonly (readonly [uid: string, given: string, family: string, mail: string])[]) => ({
    fileName: 'karten.vcf',
    bytes: new TextEncoder().encode(
      people
        .map(([uid, given, family, mail]) =>
          [
            'BEGIN:VCARD',
            'VERSION:4.0',
            `UID:${uid}`,
            `N:${family};${given};;;`,
            `EMAIL:${mail}`,
            'END:VCARD',
            '',
          ].join('\r\n'),
        )
        .join(''),
    ),
    target: 'person' as const,
  });
  const ID = '4fbe8971-0bc3-424c-9c26-36c3e1eff6b1';
  const take = async (host: TestHost, file: ReturnType<typeof cards>) => {
    const table = await host.app.setupImports.readContacts(file);
    return host.app.setupImports.applyContacts({ target: 'person', ...table });
  };

  it('knows a card again by its UID, whatever its owner is called now', async () => {
    const host = await freshOffice();
    await take(host, cards([`urn:uuid:${ID}`, 'Ada', 'Beispiel', 'ada@auental.de']));
    const [before] = await host.app.settings.persons();
    // Written without its scheme by another program, after a marriage and a move.
    expect(await take(host, cards([ID, 'Ada', 'Beispiel-Muster', 'neu@auental.de']))).toMatchObject({
      created: 0,
      changed: 1,
    });
    const [after] = await host.app.settings.persons();
    expect(after?.id).toBe(before?.id);
    expect(after?.content).toMatchObject({ familyName: 'Beispiel-Muster', reach: { email: 'neu@auental.de' } });
    expect(await take(host, cards([ID, 'Ada', 'Beispiel-Muster', 'neu@auental.de']))).toMatchObject({
      created: 0,
      changed: 0,
    });
  });

  it('takes two of one name with two UIDs for two', async () => {
    const host = await freshOffice();
    const two = cards(['a', 'Ada', 'Beispiel', 'eins@auental.de'], ['b', 'Ada', 'Beispiel', 'zwei@auental.de']);
    expect(await take(host, two)).toMatchObject({ created: 2 });
    expect(await take(host, two)).toMatchObject({ created: 0, changed: 0 });
    const mails = (await host.app.settings.persons()).map(({ content }) => content.reach.email);
    expect(mails.sort()).toEqual(['eins@auental.de', 'zwei@auental.de']);
  });

  it('enters somebody anew whose entry is gone, and knows them by their UID again', async () => {
    const host = await freshOffice();
    const card = cards(['c', 'Ada', 'Beispiel', 'ada@auental.de']);
    const { undo } = await take(host, card);
    await host.app.settings.undo(undo ?? 0);
    expect(await take(host, card)).toMatchObject({ created: 1 });
    expect(await take(host, card)).toMatchObject({ created: 0, changed: 0 });
  });

  it('gives somebody entered by hand the UID of the card that says the same', async () => {
    const host = await freshOffice();
    await host.app.setupImports.applyContacts(people(['Ada', 'Beispiel', '', '', '', '']));
    expect(await take(host, cards(['d', 'Ada', 'Beispiel', '']))).toMatchObject({ created: 0, changed: 0 });
    expect(await take(host, cards(['d', 'Ada', 'Muster', '']))).toMatchObject({ created: 0, changed: 1 });
    expect(await onlyPerson(host)).toMatchObject({ familyName: 'Muster' });
  });
});
