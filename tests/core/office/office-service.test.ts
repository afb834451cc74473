import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROFILE_SCHEMA } from '../../../src-main/contract/settings/office-profile.ts';
import { parseReference } from '../../../src-main/core/paper/paper-reference.ts';
import { exampleOfficeSchema } from '../../../src-main/core/setup/example-office.ts';
import { builtInProfile, currentOffice, readProfile } from '../../../src-main/core/office/office-service.ts';
import { refusalOf } from '../../support/builders.ts';
import { assetFolder } from '../../support/test-host.ts';

const minimal = { schema: PROFILE_SCHEMA, bodyName: 'Auental' };
const stored = (profileJson: string) => ({ get: () => Promise.resolve({ kind: 'own' as const, profileJson }) });

describe('the profile of the office', () => {
  it('is complete with nothing but a name', () => {
    expect(readProfile(JSON.stringify(minimal))).toEqual(builtInProfile('Auental'));
  });

  it.each([
    ['{', 'kein gültiges JSON'],
    ['[]', 'Profil: '],
    ['{"schema":"stellwerk.profil/1","bodyName":"A"}', 'schema: '],
    [
      JSON.stringify({ ...minimal, labels: { page: 'Seite' } }),
      'labels.page: Hier fehlt einer der Platzhalter «Seite» und «Seitenzahl»',
    ],
    [JSON.stringify({ ...minimal, style: { bodySizePt: 6 } }), 'style.bodySizePt: '],
    [JSON.stringify({ ...minimal, style: { accent: 'red' } }), 'style.accent: '],
    [JSON.stringify({ ...minimal, headRows: ['name', 'name'] }), 'headRows: Kopfzeilen kommen doppelt vor'],
    [
      JSON.stringify({ ...minimal, hinge: { motion: 'wie folgt:' } }),
      'hinge.motion: Hier fehlt der Platzhalter «Nummer»',
    ],
    [
      JSON.stringify({ ...minimal, numberPatterns: [{ class: 'S', paperType: 'statement', pattern: 'S{YY}' }] }),
      'numberPatterns.0.pattern: ',
    ],
    [JSON.stringify({ ...minimal, bodyName: '' }), 'bodyName: '],
  ])('refuses %s and names the place', async (json, problem) => {
    const refusal = await refusalOf(() => readProfile(json));
    expect(refusal.code).toBe('profile-broken');
    expect(refusal.details['problem']).toEqual(expect.stringContaining(problem));
  });

  it.each([
    ['version', '{"schema":"stellwerk.office-profile/99","bodyName":"A"}'],
    ['part', JSON.stringify({ ...minimal, watermark: 'x' })],
  ])('of a newer %s gives way to no other: what it holds would be lost', async (_, json) => {
    await expect(currentOffice(stored(json), '/daten')).rejects.toMatchObject({ code: 'kept-newer' });
  });

  it('gives way to the built-in one when it is broken, and says what is wrong', async () => {
    const office = await currentOffice(stored('{"schema":1}'), '/daten');
    expect(office.profile).toEqual(builtInProfile());
    expect(office.problem).toContain('schema');
  });

  it('is used as stored when it is sound', async () => {
    const office = await currentOffice(stored(JSON.stringify(minimal)), '/daten');
    expect(office).toEqual({ kind: 'own', profile: builtInProfile('Auental'), problem: null });
  });

  it('is asked for before anything else', async () => {
    const refusal = await refusalOf(() => currentOffice({ get: () => Promise.resolve(undefined) }, '/daten'));
    expect(refusal).toEqual({ code: 'office-missing', details: { folder: '/daten' } });
  });
});

describe('the example office', () => {
  const example = exampleOfficeSchema.parse(
    JSON.parse(readFileSync(join(assetFolder, 'example', 'office.json'), 'utf8')),
  );
  const patterns = example.profile.numberPatterns;

  it('has bodies, persons, papers and statements', () => {
    expect(example.organizations.length).toBeGreaterThan(3);
    expect(example.persons.length).toBeGreaterThan(2);
    expect(example.papers.length).toBeGreaterThan(2);
    expect(example.statements.length).toBeGreaterThan(2);
  });

  it('names only bodies and papers that it has', () => {
    const bodies = new Set(example.organizations.map((organization) => organization.name));
    const papers = new Set(example.papers.map((paper) => paper.reference));
    const memberships = example.persons.flatMap((person) => person.memberships);
    for (const membership of memberships) expect(bodies).toContain(membership.organization);
    for (const reference of example.statements.flatMap((statement) => statement.answers))
      expect(papers).toContain(reference);
  });

  it('has numbers of its own patterns, each once', () => {
    const references = [...example.papers, ...example.statements].flatMap((paper) => paper.reference ?? []);
    for (const reference of references) expect(parseReference(reference, patterns), reference).toBeDefined();
    expect(new Set(references).size).toBe(references.length);
  });

  it('has one id of every body name, as the directory asks for', () => {
    const names = example.organizations.map((organization) => organization.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
