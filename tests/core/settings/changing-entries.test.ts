import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/builders.ts';
import type { TestHost } from '../../support/test-host.ts';
import { membership, NO_CONTACT_DETAILS, office, organization, person, settingsOf } from './entries.ts';

let host: TestHost;
beforeAll(async () => {
  host = await office();
});
afterAll(() => host.dispose());

const settings = () => host.app.settings;
const nextId = (): string => crypto.randomUUID();
async function savedOrganization(name: string, changes = {}): Promise<string> {
  const id = nextId();
  await settings().saveOrganization({ id, expectedRevision: 0, content: organization(name, changes) });
  return id;
}
async function savedPerson(familyName: string, changes = {}): Promise<string> {
  const id = nextId();
  await settings().savePerson({ id, expectedRevision: 0, content: person(familyName, changes) });
  return id;
}
const organizationOf = async (id: string) => (await settings().organizations()).find((entry) => entry.id === id);
const personOf = async (id: string) => (await settings().persons()).find((entry) => entry.id === id);
const rename = (id: string, expectedRevision: number, name: string) =>
  settings().saveOrganization({ id, expectedRevision, content: organization(name) });

describe('saving organizations and persons', () => {
  it('reads back every field of an organization', async () => {
    const content = organization('Ausschuss für Bäume', {
      shortName: 'AfB',
      organizationType: 'committee',
      reach: {
        street: 'Weg 1',
        postalCode: '01234',
        city: 'Auental',
        country: 'Österreich',
        room: '2.17',
        telephone: '0123 45-6',
        email: 'a@b.de',
      },
      startDate: '2019-07-01',
      endDate: '2029-06-30',
    });
    const id = nextId();
    expect(await settings().saveOrganization({ id, expectedRevision: 0, content })).toEqual({ revision: 1 });
    expect(await organizationOf(id)).toEqual({ id, revision: 1, content });
  });

  it('reads back every field of a person with memberships', async () => {
    const faction = await savedOrganization('Fraktion Bäume');
    const content = person('von der Heide', {
      givenName: 'Anna Maria',
      title: 'Dr.',
      formOfAddress: 'neutral',
      reach: { ...NO_CONTACT_DETAILS, email: 'heide@auental.de' },
      memberships: [membership(faction, { role: 'Vorsitz', startDate: '2019-07-01', endDate: '2024-06-30' })],
    });
    const id = nextId();
    await settings().savePerson({ id, expectedRevision: 0, content });
    expect(await personOf(id)).toEqual({ id, revision: 1, content });
  });

  it('stores lines trimmed and in NFC', async () => {
    const id = await savedOrganization('  Bu\u0308rger\n haus ');
    expect((await organizationOf(id))?.content.name).toBe('Bürger haus');
    const other = await savedPerson(' Mu\u0308ller ', { givenName: ' Ada\t' });
    expect((await personOf(other))?.content).toMatchObject({ givenName: 'Ada', familyName: 'Müller' });
  });

  it.each(['', ' ', '\n\t'])('refuses the name %j', async (name) => {
    expect((await refusalOf(() => savedOrganization(name))).code).toBe('input-invalid');
    expect((await refusalOf(() => savedPerson(name))).code).toBe('input-invalid');
  });

  it('stores once what was asked for twice, because the answer got lost', async () => {
    const id = nextId();
    const request = { id, expectedRevision: 0, content: organization('Doppelt gefragt') };
    await settings().saveOrganization(request);
    expect(await settings().saveOrganization(request)).toEqual({ revision: 1 });
    expect(await settings().history({ entityId: id })).toHaveLength(1);
  });

  it('changes nothing and keeps no history when nothing is different', async () => {
    const id = await savedOrganization('Gleich');
    expect(await rename(id, 1, 'Gleich')).toEqual({ revision: 1 });
    expect(await settings().history({ entityId: id })).toHaveLength(1);
  });

  it('refuses a change of something that another window changed meanwhile', async () => {
    const id = await savedOrganization('Vorher');
    await rename(id, 1, 'Inzwischen');
    expect(await refusalOf(() => rename(id, 1, 'Verspätet'))).toEqual({
      code: 'conflict',
      details: { expectedRevision: 1, actualRevision: 2 },
    });
    expect((await organizationOf(id))?.content.name).toBe('Inzwischen');
    expect((await refusalOf(() => settings().removeOrganization({ id, expectedRevision: 1 }))).code).toBe('conflict');
    expect((await refusalOf(() => rename(nextId(), 3, 'Nie da gewesen'))).code).toBe('conflict');
  });

  it.each(['Rechnungsprüfung', 'RECHNUNGSPRÜFUNG', 'Rechnungspru\u0308fung', ' Rechnungsprüfung '])(
    'refuses a second organization called "%s"',
    async (name) => {
      const [first] = (await settings().organizations()).filter((entry) => entry.content.name === 'Rechnungsprüfung');
      if (!first) await savedOrganization('Rechnungsprüfung');
      expect((await refusalOf(() => savedOrganization(name))).code).toBe('name-taken');
    },
  );

  it('lets an organization keep its name and change its spelling', async () => {
    const id = await savedOrganization('Sportbeirat');
    expect(await rename(id, 1, 'Sport-Beirat')).toEqual({ revision: 2 });
    expect(await rename(id, 2, 'SPORT-BEIRAT')).toEqual({ revision: 3 });
  });

  it('refuses an end before its beginning', async () => {
    const swapped = { startDate: '2026-02-01', endDate: '2026-01-31' };
    expect((await refusalOf(() => savedOrganization('Verdreht', swapped))).code).toBe('input-invalid');
    const body = await savedOrganization('Gerade');
    const refusal = await refusalOf(() => savedPerson('Verdreht', { memberships: [membership(body, swapped)] }));
    expect(refusal.code).toBe('input-invalid');
    expect(await savedOrganization('Ein Tag', { startDate: '2026-02-01', endDate: '2026-02-01' })).toBeTypeOf('string');
  });

  it('refuses a membership in a body that is not there', async () => {
    const refusal = await refusalOf(() => savedPerson('Irrläufer', { memberships: [membership(nextId())] }));
    expect(refusal).toEqual({
      code: 'input-invalid',
      details: { problem: 'Irrläufer: ein Gremium der Mitgliedschaften gibt es nicht mehr' },
    });
  });

  it('refuses one membership twice instead of breaking', async () => {
    const body = await savedOrganization('Zweimal genannt');
    const once = membership(body);
    expect((await refusalOf(() => savedPerson('Doppel', { memberships: [once, once] }))).code).toBe('input-invalid');
    await savedPerson('Erste', { memberships: [once] });
    expect((await refusalOf(() => savedPerson('Zweite', { memberships: [once] }))).code).toBe('input-invalid');
  });

  it('leaves nothing behind of a refused change', async () => {
    const before = await settingsOf(host);
    const history = await settings().history({});
    await refusalOf(() => savedPerson('Halb', { memberships: [membership(nextId())] }));
    expect(await settingsOf(host)).toEqual(before);
    expect(await settings().history({})).toEqual(history);
  });
});

describe('removing', () => {
  it('takes an unused organization away and keeps its history', async () => {
    const id = await savedOrganization('Aufgelöst');
    await settings().removeOrganization({ id, expectedRevision: 1 });
    expect(await organizationOf(id)).toBeUndefined();
    expect((await settings().history({ entityId: id })).map(({ kind, title }) => [kind, title])).toEqual([
      ['removed', 'Aufgelöst'],
      ['created', 'Aufgelöst'],
    ]);
  });

  it('refuses a body that somebody is or was a member of', async () => {
    const id = await savedOrganization('Mit Mitglied');
    await savedPerson('Mitglied', { memberships: [membership(id, { endDate: '2020-01-01' })] });
    expect((await refusalOf(() => settings().removeOrganization({ id, expectedRevision: 1 }))).code).toBe(
      'setting-in-use',
    );
    expect(await organizationOf(id)).toBeDefined();
  });

  it('takes the memberships of a person along and frees the body', async () => {
    const body = await savedOrganization('Wird frei');
    const id = await savedPerson('Geht', { memberships: [membership(body)] });
    await settings().removePerson({ id, expectedRevision: 1 });
    await settings().removeOrganization({ id: body, expectedRevision: 1 });
    expect(await personOf(id)).toBeUndefined();
  });

  it('lets the name be used again, and the entry be made anew', async () => {
    const id = await savedOrganization('Wiedergänger');
    await settings().removeOrganization({ id, expectedRevision: 1 });
    expect(await rename(id, 0, 'Wiedergänger')).toEqual({ revision: 3 });
    expect((await organizationOf(id))?.revision).toBe(3);
  });
});

describe('the history', () => {
  it('says who changed which fields when, newest first', async () => {
    const id = await savedOrganization('Alter Name');
    await settings().saveOrganization({
      id,
      expectedRevision: 1,
      content: organization('Neuer Name', { reach: { ...NO_CONTACT_DETAILS, room: '4' } }),
    });
    const [newest, oldest] = await settings().history({ area: 'organization', entityId: id });
    expect(newest).toMatchObject({
      area: 'organization',
      entityId: id,
      title: 'Neuer Name',
      kind: 'changed',
      at: '2026-03-02T08:00:00.000Z',
      isUndoable: true,
      batch: null,
      fields: [
        { field: 'name', before: 'Alter Name', after: 'Neuer Name' },
        { field: 'reach.room', before: '', after: '4' },
      ],
    });
    expect(newest?.actor).not.toBe('');
    expect(oldest).toMatchObject({ kind: 'created', isUndoable: false, title: 'Alter Name' });
  });

  it('shows one area or one entry when asked', async () => {
    const id = await savedPerson('Filter');
    expect((await settings().history({ entityId: id })).map((entry) => entry.title)).toEqual(['Ada Filter']);
    const areas = new Set((await settings().history({ area: 'person' })).map((entry) => entry.area));
    expect([...areas]).toEqual(['person']);
  });
});

describe('taking back', () => {
  it('removes what was created and brings back what was removed', async () => {
    const id = await savedOrganization('Hin und her');
    await settings().undoLast({ area: 'organization', entityId: id });
    expect(await organizationOf(id)).toBeUndefined();
    await settings().undoLast({ area: 'organization', entityId: id });
    expect((await organizationOf(id))?.content.name).toBe('Hin und her');
  });

  it('brings back a removed person with all memberships', async () => {
    const body = await savedOrganization('Bleibt stehen');
    const id = await savedPerson('Versehen', { memberships: [membership(body, { role: 'Vorsitz' })] });
    const before = await personOf(id);
    await settings().removePerson({ id, expectedRevision: 1 });
    await settings().undoLast({ area: 'person', entityId: id });
    expect((await personOf(id))?.content).toEqual(before?.content);
  });

  it('takes a taking back itself back', async () => {
    const id = await savedOrganization('Eins');
    await rename(id, 1, 'Zwei');
    await settings().undoLast({ area: 'organization', entityId: id });
    expect((await organizationOf(id))?.content.name).toBe('Eins');
    await settings().undoLast({ area: 'organization', entityId: id });
    expect((await organizationOf(id))?.content.name).toBe('Zwei');
  });

  it('refuses a change that something was changed after', async () => {
    const id = await savedOrganization('Stufe 1');
    await rename(id, 1, 'Stufe 2');
    const [, oldest] = await settings().history({ entityId: id });
    expect((await refusalOf(() => settings().undo(oldest?.seq ?? 0))).code).toBe('setting-changed-since');
    expect((await organizationOf(id))?.content.name).toBe('Stufe 2');
  });

  it('refuses to take a body back that got a member since', async () => {
    const id = await savedOrganization('Schon besetzt');
    await savedPerson('Besetzt', { memberships: [membership(id)] });
    expect((await refusalOf(() => settings().undoLast({ area: 'organization', entityId: id }))).code).toBe(
      'setting-in-use',
    );
    expect(await organizationOf(id)).toBeDefined();
  });

  it('refuses to give a name back that somebody else has now', async () => {
    const id = await savedOrganization('Begehrt');
    await rename(id, 1, 'Nicht mehr begehrt');
    await savedOrganization('Begehrt');
    expect((await refusalOf(() => settings().undoLast({ area: 'organization', entityId: id }))).code).toBe(
      'name-taken',
    );
  });

  it('goes back to any earlier state, whatever came after', async () => {
    const id = await savedOrganization('Erster Stand');
    await rename(id, 1, 'Zweiter Stand');
    await rename(id, 2, 'Dritter Stand');
    const first = (await settings().history({ entityId: id })).at(-1);
    await settings().restore(first?.seq ?? 0);
    expect((await organizationOf(id))?.content.name).toBe('Erster Stand');
    expect(await settings().history({ entityId: id })).toHaveLength(4);
  });

  it('knows nothing of a change that never was', async () => {
    expect((await refusalOf(() => settings().undo(999_999))).code).toBe('not-found');
    expect((await refusalOf(() => settings().restore(999_999))).code).toBe('not-found');
    expect((await refusalOf(() => settings().undoLast({ area: 'person', entityId: nextId() }))).code).toBe('not-found');
  });
});
