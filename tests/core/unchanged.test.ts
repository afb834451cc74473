import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { mergedOver, requireUnchanged } from '../../src-main/core/unchanged.ts';
import { contract } from '../../src-main/contract/procedures.ts';
import { idNumber, refusalOf } from '../support/builders.ts';
import { addBody, addMeeting, addStatement, DAY, statementBefore } from '../support/meeting-office.ts';
import { testHost, type TestHost } from '../support/test-host.ts';

const codeOf = async (work: () => unknown): Promise<string> => (await refusalOf(work)).code;

describe('what was read', () => {
  it('must be what is stored, unless what is stored is what is wanted', async () => {
    requireUnchanged({ read: 'a', stored: 'a', wanted: 'b' });
    requireUnchanged({ read: 'a', stored: 'b', wanted: 'b' });
    requireUnchanged({ read: undefined, stored: 'c', wanted: 'b' });
    expect(await codeOf(() => requireUnchanged({ read: 'a', stored: 'c', wanted: 'b' }))).toBe('conflict');
    expect(await codeOf(() => requireUnchanged<string | null>({ read: null, stored: 'c', wanted: 'b' }))).toBe(
      'conflict',
    );
  });

  it('is compared field by field: no change of anybody is lost, whatever two people change', async () => {
    const state = fc.record({ name: fc.constantFrom('a', 'b', 'c'), publicity: fc.constantFrom('x', 'y', 'z') });
    await fc.assert(
      fc.asyncProperty(state, state, state, async (read, stored, wanted) => {
        const clash = (['name', 'publicity'] as const).some(
          (key) => stored[key] !== read[key] && wanted[key] !== read[key] && stored[key] !== wanted[key],
        );
        if (clash) {
          expect(await codeOf(() => mergedOver(read, stored, wanted))).toBe('conflict');
          return;
        }
        const merged = mergedOver(read, stored, wanted);
        for (const key of ['name', 'publicity'] as const)
          expect(merged[key]).toBe(wanted[key] === read[key] ? stored[key] : wanted[key]);
      }),
    );
  });
});

describe('every procedure that saves what a window shows', () => {
  /** Each names what it read; a new one that does not belongs here or needs its reason below. */
  const COMPARED = {
    'papers.save': 'expectedRevision',
    'statements.save': 'expectedRevision',
    'points.save': 'expectedRevision',
    'modules.save': 'expectedRevision',
    'modules.removeModule': 'expectedRevision',
    'statements.giveNumber': 'read',
    'statements.putBack': 'expectedRevision',
    'unfinished.keep': 'read',
    'attachments.replace': 'read',
    'attachments.change': 'read',
    'settings.saveOffice': 'expectedRevision',
    'settings.saveOrganization': 'expectedRevision',
    'settings.savePerson': 'expectedRevision',
    'settings.removeOrganization': 'expectedRevision',
    'settings.removePerson': 'expectedRevision',
    'settings.undoLast': 'revision',
    'releases.release': 'expectedRevision',
    'releases.changeSignatory': 'expectedRevision',
    'issues.issue': 'expectedRevision',
    'meetings.save': 'read',
    'meetings.order': 'read',
    'distribution.save': 'expectedRevision',
  } as const;
  /** One value chosen by one click, for oneself; or a field named on the command line, read and written in one step. */
  const NOT_COMPARED = new Set(['statements.setField', 'settings.setPreferences', 'backup.setFolder']);

  const procedures = Object.entries(contract).flatMap(([subject, members]) =>
    Object.entries(members).map(([name, procedure]) => [`${subject}.${name}`, procedure] as const),
  );
  const inputOf = (procedure: unknown): Record<string, unknown> => {
    const { inputSchema } = (procedure as { '~orpc': { inputSchema?: { shape?: Record<string, unknown> } } })['~orpc'];
    return inputSchema?.shape ?? {};
  };

  it.each(Object.entries(COMPARED))('%s says by %s what it was based on', (name, field) => {
    const found = procedures.find(([known]) => known === name);
    const schema = inputOf(found?.[1])[field] as { safeParse(value: unknown): { success: boolean } } | undefined;
    expect(schema?.safeParse(undefined).success).toBe(false);
  });

  it('is listed', () => {
    const saves = procedures
      .map(([name]) => name)
      .filter((name) => /\.(save|keep|change|replace|order|set|give|put|undoLast|remove[A-Z])(?!s$)\w*$/.test(name));
    expect(saves.filter((name) => !(name in COMPARED) && !NOT_COMPARED.has(name))).toEqual([]);
  });
});

describe('two windows', () => {
  let host: TestHost;
  beforeEach(async () => {
    host = testHost();
    await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
    await addBody(host);
  });
  afterEach(() => host.dispose());

  it('on one meeting: the later one is told, and nothing is overwritten', async () => {
    const { meetings } = host.app;
    const { organizationName, ...read } = await addMeeting(host);
    const input = { ...read, organization: organizationName };
    await meetings.save({ ...input, location: 'Bürgersaal', read });
    expect(await codeOf(() => meetings.save({ ...input, start: `${DAY} 18:00`, read }))).toBe('conflict');
    // The same again, because its answer got lost.
    await meetings.save({ ...input, location: 'Bürgersaal', read });
    const [stored] = await meetings.list();
    expect(stored).toMatchObject({ location: 'Bürgersaal', start: `${DAY}T17:00` });
    // Removed by the one, it is not brought back by the other who only changes it.
    await meetings.remove(read.id);
    expect(await codeOf(() => meetings.save({ ...input, location: 'Aula', read }))).toBe('conflict');
    await meetings.save({ ...input, read: null });
    expect(await codeOf(() => meetings.save({ ...input, location: 'Aula', read: null }))).toBe('conflict');
  });

  it('on one agenda keep the order that was set first', async () => {
    const meeting = await addMeeting(host);
    for (const reference of ['S0011/26', 'S0012/26']) await addStatement(host, statementBefore(reference));
    const order = async () =>
      (await host.app.meetings.papers(meeting.id)).papers.map(({ id, number }) => ({ paperId: id, number }));
    const read = await order();
    const turned = [...read].reverse();
    await host.app.meetings.order({ ref: meeting.id, papers: turned, read });
    const numbered = read.map((item, index) => ({ ...item, number: String(index + 1) }));
    expect(await codeOf(() => host.app.meetings.order({ ref: meeting.id, papers: numbered, read }))).toBe('conflict');
    expect(await order()).toEqual(turned);
  });

  it('on one attachment: names of both are kept where they differ, and a clash is told', async () => {
    const { app } = host;
    const id = idNumber(21);
    await app.statements.create({ id, answers: null, name: 'Bänke', leadUnit: null, number: null });
    const fileId = idNumber(22);
    await app.attachments.add({ id: fileId, ref: id, fileName: 'plan.txt', bytes: Buffer.from('a') });
    const state = async () => {
      const [{ name, publicity, fileName, size } = { name: '', publicity: '', fileName: '', size: 0 }] = (
        await app.attachments.list(id)
      ).attachments;
      return { name, publicity, fileName, size };
    };
    const read = { name: 'plan', publicity: 'public' as const };
    expect(await state()).toMatchObject(read);
    await app.attachments.change({ ...read, id: fileId, name: 'Lageplan', read });
    await app.attachments.change({ ...read, id: fileId, publicity: 'non-public', read });
    expect(await state()).toMatchObject({ name: 'Lageplan', publicity: 'non-public' });
    expect(await codeOf(() => app.attachments.change({ ...read, id: fileId, name: 'Skizze', read }))).toBe('conflict');
    const file = { fileName: 'plan.txt', size: 1 };
    const put = (fileName: string) =>
      app.attachments.replace({ id: fileId, fileName, bytes: Buffer.from('bb'), read: file });
    await put('neu.txt');
    expect(await codeOf(() => put('anders.txt'))).toBe('conflict');
    expect(await state()).toMatchObject({ name: 'Lageplan', fileName: 'neu.txt', size: 2 });
  });

  it('on one number: what the other gave is not replaced unseen', async () => {
    const { statements } = host.app;
    const id = idNumber(31);
    await statements.create({ id, answers: null, name: 'Bänke', leadUnit: null, number: null });
    await statements.giveNumber({ id, reference: 'S0007/26', read: null });
    expect(await codeOf(() => statements.giveNumber({ id, reference: 'S0009/26', read: null }))).toBe('conflict');
    expect(await codeOf(() => statements.giveNumber({ id, reference: '', read: null }))).toBe('conflict');
    expect((await statements.get(id)).reference).toBe('S0007/26');
  });

  it('on one setting: only the own last change is taken back', async () => {
    const { settings } = host.app;
    const rename = async (bodyName: string) => {
      const { profile, revision } = await settings.office();
      return (await settings.saveOffice({ expectedRevision: revision, profile: { ...profile, bodyName } })).revision;
    };
    const mine = await rename('Stadt Eins');
    const theirs = await rename('Stadt Zwei');
    expect(await codeOf(() => settings.undoLast({ area: 'office', entityId: 'office', revision: mine }))).toBe(
      'setting-changed-since',
    );
    expect((await settings.office()).profile.bodyName).toBe('Stadt Zwei');
    await settings.undoLast({ area: 'office', entityId: 'office', revision: theirs });
    expect((await settings.office()).profile.bodyName).toBe('Stadt Eins');
  });
});
