import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { SettingsFile } from '../../../src-main/contract/settings/shapes.ts';
import type { FileContent } from '../../../src-main/core/ports/ports.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { fold } from '../../../src-main/base/fold.ts';
import { anyLine } from '../../support/arbitrary-record.ts';
import { idNumber, refusalOf } from '../../support/builders.ts';
import type { TestHost } from '../../support/test-host.ts';
import { membership, office, organization, person, settingsOf } from '../settings/entries.ts';
import { handOver } from '../../support/hand-over.ts';

async function freshOffice(bodyName?: string): Promise<TestHost> {
  const host = await office(bodyName);
  onTestFinished(() => host.dispose());
  return host;
}

async function exported(host: TestHost): Promise<FileContent> {
  const kept: FileContent[] = [];
  await handOver(host.app.settings.exportFile(), {
    deliver: (files) => {
      kept.push(...files);
      return Promise.resolve({ kind: 'saved', paths: [] });
    },
  });
  const [file] = kept;
  if (!file || kept.length !== 1) throw new Error('one file was expected');
  return file;
}

const contentOf = (file: FileContent): SettingsFile => JSON.parse(new TextDecoder().decode(file.bytes)) as SettingsFile;
const asFile = (value: unknown) => ({
  fileName: 'einstellungen.json',
  bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
});
const fileWith = (parts: Partial<SettingsFile>): SettingsFile => ({
  schema: 'stellwerk.settings/1',
  exportedAt: '2026-03-01T08:00:00.000Z',
  profile: builtInProfile('Stadt Auental'),
  organizations: [],
  persons: [],
  ...parts,
});

const isoDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period = fc
  .tuple(fc.option(isoDay, { nil: null }), fc.option(isoDay, { nil: null }))
  .map(([a, b]) => (a !== null && b !== null && a > b ? [b, a] : [a, b]))
  .map(([startDate, endDate]) => ({ startDate: startDate ?? null, endDate: endDate ?? null }));
const text = fc.oneof(fc.constant(''), anyLine);
const reach = fc.record({
  street: text,
  postalCode: text,
  city: text,
  country: text,
  room: text,
  telephone: text,
  email: text,
});
const organizations = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    name: anyLine,
    shortName: text,
    organizationType: fc.constantFrom('council', 'mayor', 'committee', 'faction', 'unit', 'other' as const),
    reach,
    period,
  }),
  { maxLength: 5, minLength: 1, selector: (entry) => fold(entry.name) },
);
const persons = fc.array(
  fc.record({
    id: fc.uuid(),
    givenName: text,
    familyName: anyLine,
    title: fc.option(anyLine, { nil: null }),
    formOfAddress: fc.constantFrom('Frau', 'Herr', 'neutral', null),
    reach,
    memberships: fc.array(fc.record({ id: fc.uuid(), at: fc.nat(4), role: text, period }), { maxLength: 3 }),
  }),
  { maxLength: 4 },
);
const anySettings: fc.Arbitrary<SettingsFile> = fc
  .record({ organizations, persons, bodyName: anyLine, footerText: text })
  .map(({ organizations: bodies, persons: people, bodyName, footerText }) =>
    fileWith({
      profile: { ...builtInProfile(bodyName), footerText },
      organizations: bodies.map(({ period: dates, ...rest }) => ({ ...rest, ...dates })),
      persons: people.map((entry) => ({
        ...entry,
        memberships: entry.memberships.map(({ at, period: dates, ...rest }) => ({
          ...rest,
          ...dates,
          organizationId: bodies[at % bodies.length]?.id ?? '',
        })),
      })),
    }),
  );

describe('settings on another PC', () => {
  it('are the same after export and import, and leave nothing to change the second time', async () => {
    await fc.assert(
      fc.asyncProperty(anySettings, async (settings) => {
        const [one, other] = [await office(), await office('Anderes Amt')];
        try {
          await one.app.setupImports.applySettings(asFile(settings));
          const file = await exported(one);
          await other.app.setupImports.applySettings(file);
          expect(await settingsOf(other)).toEqual(await settingsOf(one));
          expect(contentOf(await exported(other))).toEqual(contentOf(file));
          expect(await other.app.setupImports.applySettings(file)).toEqual({ created: 0, changed: 0, undo: null });
        } finally {
          await one.dispose();
          await other.dispose();
        }
      }),
      { numRuns: 12 },
    );
  });

  it('of the example office arrive whole', async () => {
    const { testHost } = await import('../../support/test-host.ts');
    const example = testHost();
    onTestFinished(() => example.dispose());
    await example.app.system.initialise({ kind: 'example' });
    const other = await freshOffice('Anderes Amt');
    const file = await exported(example);
    const plan = await other.app.setupImports.planSettings(file);
    const result = await other.app.setupImports.applySettings(file);
    expect(result.created).toBe(plan.organizations.created + plan.persons.created);
    expect(await settingsOf(other)).toEqual(await settingsOf(example));
    expect(file.fileName).toBe('stellwerk-einstellungen-2026-03-02.json');
  });

  it('say beforehand what they would change, and do that', async () => {
    const host = await freshOffice();
    const { settings, setupImports } = host.app;
    const [same, changed] = [organization('Bleibt'), organization('Wird geändert')];
    await settings.saveOrganization({ id: idNumber(1), expectedRevision: 0, content: same });
    await settings.saveOrganization({ id: idNumber(2), expectedRevision: 0, content: changed });
    const file = asFile(
      fileWith({
        profile: { ...builtInProfile('Stadt Auental'), footerText: 'Neu' },
        organizations: [
          { id: idNumber(1), ...same },
          { id: idNumber(2), ...changed, shortName: 'WG' },
          { id: idNumber(3), ...organization('Ganz neu') },
        ],
        persons: [{ id: idNumber(4), ...person('Neu', { memberships: [membership(idNumber(3))] }) }],
      }),
    );
    const before = await settingsOf(host);
    expect(await setupImports.planSettings(file)).toMatchObject({
      bodyName: 'Stadt Auental',
      profileChanges: [{ field: 'footerText', before: '', after: 'Neu' }],
      organizations: { created: 1, changed: 1, same: 1 },
      persons: { created: 1, changed: 0, same: 0 },
    });
    expect(await settingsOf(host)).toEqual(before);
    const { created, changed: changes, undo } = await setupImports.applySettings(file);
    expect([created, changes]).toEqual([2, 2]);
    expect(await settings.undo(undo ?? 0)).toEqual({ count: 4 });
    expect(await settingsOf(host)).toEqual(before);
  });

  it('find what has the same name here under another id', async () => {
    const host = await freshOffice();
    const { settings, setupImports } = host.app;
    await settings.saveOrganization({ id: idNumber(1), expectedRevision: 0, content: organization('Stadtrat') });
    await settings.savePerson({
      id: idNumber(2),
      expectedRevision: 0,
      content: person('Beispiel', { memberships: [membership(idNumber(1))] }),
    });
    await setupImports.applySettings(
      asFile(
        fileWith({
          organizations: [{ id: idNumber(11), ...organization('STADTRAT', { shortName: 'SR' }) }],
          persons: [{ id: idNumber(12), ...person('Beispiel', { memberships: [membership(idNumber(11))] }) }],
        }),
      ),
    );
    const now = await settingsOf(host);
    expect(now.organizations.map(({ id, content }) => [id, content.shortName])).toEqual([[idNumber(1), 'SR']]);
    expect(now.persons.map(({ id }) => id)).toEqual([idNumber(2)]);
    expect(now.persons[0]?.content.memberships[0]?.organizationId).toBe(idNumber(1));
  });

  it('keep two persons of one name apart, though this PC knows one of that name', async () => {
    const host = await freshOffice();
    await host.app.settings.savePerson({ id: idNumber(1), expectedRevision: 0, content: person('Doppelt') });
    const file = asFile(
      fileWith({
        persons: [
          { id: idNumber(11), ...person('Doppelt', { title: 'Dr.' }) },
          { id: idNumber(12), ...person('Doppelt', { title: 'Prof.' }) },
        ],
      }),
    );
    const { undo } = await host.app.setupImports.applySettings(file);
    const titles = (await settingsOf(host)).persons.map((entry) => entry.content.title);
    expect(titles).toEqual(expect.arrayContaining(['Dr.', 'Prof.']));
    await host.app.settings.undo(undo ?? 0);
    expect((await settingsOf(host)).persons).toEqual([{ id: idNumber(1), content: person('Doppelt') }]);
  });

  it('keep two bodies apart when one got the former name of the other', async () => {
    const host = await freshOffice();
    const { settings, setupImports } = host.app;
    const save = (id: string, name: string) =>
      settings.saveOrganization({ id, expectedRevision: 0, content: organization(name) });
    await save(idNumber(1), 'Bauamt');
    await save(idNumber(2), 'Planungsamt');
    const before = await settingsOf(host);
    const file = fileWith({
      organizations: [
        { id: idNumber(1), ...organization('Planungsamt', { shortName: 'P' }) },
        { id: idNumber(2), ...organization('Umweltamt', { shortName: 'U' }) },
      ],
      persons: [{ id: idNumber(3), ...person('Beispiel', { memberships: [membership(idNumber(2))] }) }],
    });
    const plan = await setupImports.planSettings(asFile(file));
    const { undo, created, changed } = await setupImports.applySettings(asFile(file));
    expect(plan.organizations.created + plan.persons.created).toBe(created);
    expect(plan.organizations.changed + plan.persons.changed).toBe(changed);
    const now = await settingsOf(host);
    const named = new Map(now.organizations.map(({ id, content }) => [content.name, { id, short: content.shortName }]));
    expect(named.get('Planungsamt')?.short).toBe('P');
    expect(named.get('Umweltamt')?.short).toBe('U');
    expect(now.persons[0]?.content.memberships[0]?.organizationId).toBe(named.get('Umweltamt')?.id);
    await settings.undo(undo ?? 0);
    expect(await settingsOf(host)).toEqual(before);
  });
});

describe('a settings file of a newer version', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await office();
  });
  afterAll(() => host.dispose());

  it.each([
    ['version', { ...fileWith({}), schema: 'stellwerk.settings/99' }, 'schema'],
    ['part', { ...fileWith({}), modules: [] }, 'modules'],
    ['part of the profile', { ...fileWith({}), profile: { ...builtInProfile(), watermark: 'x' } }, 'profile.watermark'],
  ])('is refused whole by its %s', async (_, value, place) => {
    const before = await settingsOf(host);
    const refusal = await refusalOf(() => host.app.setupImports.applySettings(asFile(value)));
    expect(refusal).toMatchObject({ code: 'kept-newer', details: { places: place } });
    expect(await settingsOf(host)).toEqual(before);
  });
});

describe('a settings file that is broken', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await office();
  });
  afterAll(() => host.dispose());

  const body = { id: idNumber(21), ...organization('Gremium') };
  const once = membership(idNumber(21));
  it.each([
    ['half a file', '{"schema":"stellwerk.settings/1","exp', 'kein gültiges JSON'],
    ['no object', '[]', 'Datei: '],
    ['another schema', { ...fileWith({}), schema: 'stellwerk.briefe/2' }, 'schema: '],
    ['no profile', { ...fileWith({}), profile: undefined }, 'profile: fehlt'],
    ['a broken profile', { ...fileWith({}), profile: { ...builtInProfile(), headRows: [] } }, 'profile.headRows: '],
    [
      'an organization without name',
      { ...fileWith({}), organizations: [body, { ...body, name: '' }] },
      'organizations.1.name: ',
    ],
    [
      'an impossible day',
      { ...fileWith({}), organizations: [{ ...body, startDate: '2026-02-31' }] },
      'organizations.0.startDate: ',
    ],
    [
      'a person without family name',
      { ...fileWith({}), persons: [{ id: idNumber(22) }] },
      'persons.0.familyName: fehlt',
    ],
    [
      'a membership in a body that is missing',
      fileWith({ persons: [{ id: idNumber(22), ...person('Verloren', { memberships: [once] }) }] }),
      'Verloren: ',
    ],
    ['one body twice', fileWith({ organizations: [body, { ...body, name: 'Anders' }] }), ''],
    ['two bodies of one name', fileWith({ organizations: [body, { ...body, id: idNumber(23) }] }), ''],
    [
      'one membership twice',
      fileWith({
        organizations: [body],
        persons: [
          { id: idNumber(24), ...person('Eins', { memberships: [once] }) },
          { id: idNumber(25), ...person('Zwei', { memberships: [once] }) },
        ],
      }),
      '',
    ],
    [
      'dates in the wrong order',
      fileWith({ organizations: [{ ...body, startDate: '2026-02-01', endDate: '2026-01-01' }] }),
      '',
    ],
  ])('is refused when it holds %s, and nothing of it is taken over', async (_, value, problem) => {
    const before = await settingsOf(host);
    const refusal = await refusalOf(() => host.app.setupImports.applySettings(asFile(value)));
    expect(['settings-file-invalid', 'input-invalid', 'name-taken']).toContain(refusal.code);
    if (problem !== '') {
      expect(refusal.code).toBe('settings-file-invalid');
      expect(refusal.details['file']).toBe('einstellungen.json');
      expect(refusal.details['problem']).toEqual(expect.stringContaining(problem));
    }
    expect(await settingsOf(host)).toEqual(before);
    expect(await host.app.settings.history({})).toEqual([]);
  });

  it.each([
    ['empty', new Uint8Array(), 'file-empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0, 3]), 'file-binary'],
  ])('is refused when it is %s', async (_, bytes, code) => {
    const file = { fileName: 'x.json', bytes };
    expect([code, 'settings-file-invalid']).toContain(
      (await refusalOf(() => host.app.setupImports.applySettings(file))).code,
    );
  });

  it('is refused with a place whatever was cut off or changed', async () => {
    const whole = JSON.stringify(fileWith({ organizations: [body] }));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 1 }), async (length) => {
        const refusal = await refusalOf(() => host.app.setupImports.planSettings(asFile(whole.slice(0, length))));
        expect(refusal.code).toBe('settings-file-invalid');
      }),
      { numRuns: 60 },
    );
  });

  it('may begin with a byte order mark, as editors leave it', async () => {
    const plan = await host.app.setupImports.planSettings(asFile(`\uFEFF${JSON.stringify(fileWith({}))}`));
    expect(plan.bodyName).toBe('Stadt Auental');
  });
});
