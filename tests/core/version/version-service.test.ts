/** Versions as a person meets them: kept by saving, compared, named, brought back, thinned – for statements and papers of the register. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PaperContent } from '../../../src-main/contract/paper/shapes.ts';
import type { Clock } from '../../../src-main/core/ports/ports.ts';
import { idNumber, refusalOf, richText } from '../../support/builders.ts';
import { inDatabase, databaseIn } from '../../support/survival-office.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
let minutes = 0;
const clock: Clock = {
  now: () => new Date(Date.UTC(2026, 2, 2, 9, minutes)).toISOString(),
  today: () => clock.now().slice(0, 10),
};
beforeAll(async () => {
  host = testHost({ clock });
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterAll(() => host.dispose());

const REF = 'S0001/26';
const set = async (reply: string): Promise<number> => {
  minutes += 20;
  return (await host.app.statements.setField({ ref: REF, field: 'reply', value: reply })).revision;
};
const revisions = async (ref: string): Promise<number[]> =>
  (await host.app.versions.list(ref)).versions.map(({ revision }) => revision);

describe('of a statement', () => {
  let first: number;
  let second: number;
  beforeAll(async () => {
    await host.app.statements.create({ id: idNumber(1), answers: null, name: 'Bänke', leadUnit: 'FB 1', number: REF });
    first = await set('Die Bank steht im Park.');
    second = await set('Die Bank steht am Weiher.');
  });

  it('are listed with who and when, the newest first', async () => {
    const { versions, isEditable, reference } = await host.app.versions.list(REF);
    expect(versions.map(({ revision }) => revision)).toEqual([second, first, 1]);
    expect(versions[0]).toMatchObject({ isCurrent: true, name: null, actor: expect.stringMatching(/./) as unknown });
    expect(versions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect({ isEditable, reference }).toEqual({ isEditable: true, reference: REF });
  });

  it('saves of one person close together are one version', async () => {
    const before = await revisions(REF);
    await host.app.statements.setField({ ref: REF, field: 'leadUnit', value: 'FB 2' });
    expect(await revisions(REF)).toEqual([second + 1, ...before.slice(1)]);
    second += 1;
  });

  it('are compared word by word', async () => {
    const { parts } = await host.app.versions.compare({ ref: REF, from: first, to: second });
    expect(parts.map(({ key }) => key)).toEqual(['leadUnit', 'reply']);
    expect(parts[1]?.changes[0]?.runs).toContainEqual({ kind: 'added', text: 'am Weiher' });
    expect((await host.app.versions.compare({ ref: REF, from: first, to: first })).parts).toEqual([]);
    expect(await refusalOf(() => host.app.versions.compare({ ref: REF, from: 77, to: second }))).toMatchObject({
      code: 'version-missing',
    });
  });

  it('one that is named stays itself, whatever is saved after it', async () => {
    await host.app.versions.name({ ref: REF, revision: second, name: ' vor der Abstimmung ' });
    await host.app.statements.setField({ ref: REF, field: 'leadUnit', value: 'FB 3' });
    const { versions } = await host.app.versions.list(REF);
    expect(versions.slice(0, 2).map(({ name }) => name)).toEqual([null, 'vor der Abstimmung']);
    const { versions: after } = await host.app.versions.name({ ref: REF, revision: second, name: null });
    expect(after[1]?.name).toBeNull();
  });

  it('one comes back as a version of its own, and can be taken back', async () => {
    const [current = 0] = await revisions(REF);
    const restored = await host.app.versions.restore({ ref: REF, revision: first, expectedRevision: current });
    expect(restored.versions[0]?.revision).toBe(current + 1);
    const { content, reference } = await host.app.statements.get(REF);
    expect(content.leadUnit).toBe('FB 1');
    expect(reference).toBe(REF);
    expect((await host.app.versions.compare({ ref: REF, from: first, to: current + 1 })).parts).toEqual([]);
    await host.app.versions.restore({ ref: REF, revision: current, expectedRevision: current + 1 });
    expect((await host.app.statements.get(REF)).content.leadUnit).toBe('FB 3');
  });

  it('nothing is brought back over what somebody else saved', async () => {
    const [current = 0] = await revisions(REF);
    expect(
      await refusalOf(() => host.app.versions.restore({ ref: REF, revision: first, expectedRevision: current - 1 })),
    ).toMatchObject({ code: 'conflict' });
  });

  it('what the bin gave back has its present state, too', async () => {
    await host.app.bin.discard(REF);
    await host.app.bin.restore(idNumber(1));
    const { versions } = await host.app.versions.list(REF);
    expect(versions[0]).toMatchObject({ isCurrent: true });
    const [now = 0, before = 0] = versions.map(({ revision }) => revision);
    expect((await host.app.versions.compare({ ref: REF, from: before, to: now })).parts).toEqual([]);
    // No save has kept it; a name keeps it.
    const named = await host.app.versions.name({ ref: REF, revision: now, name: 'Aus dem Papierkorb' });
    expect(named.versions[0]).toMatchObject({ revision: now, name: 'Aus dem Papierkorb' });
    expect(named.versions).toHaveLength(versions.length);
    await host.app.versions.name({ ref: REF, revision: now, name: null });
  });

  it('one of a newer program is refused whole', async () => {
    inDatabase(databaseIn(host.dataFolder), (db) =>
      db
        .prepare("UPDATE version SET snapshot_json = json_set(snapshot_json, '$.mood', 'gut') WHERE revision = ?")
        .run(first),
    );
    const [current = 0] = await revisions(REF);
    for (const ask of [
      () => host.app.versions.compare({ ref: REF, from: first, to: current }),
      () => host.app.versions.restore({ ref: REF, revision: first, expectedRevision: current }),
    ])
      expect(await refusalOf(ask)).toMatchObject({ code: 'kept-newer' });
  });

  it('a released statement shows them and gives none back', async () => {
    await host.app.statements.setField({ ref: REF, field: 'date', value: '2.3.2026' });
    await host.app.statements.setField({ ref: REF, field: 'publicity', value: 'öffentlich' });
    const { check } = await host.app.issues.overview(REF);
    expect(check.findings.map(({ rule }) => rule)).toContain('field-missing');
    inDatabase(databaseIn(host.dataFolder), (db) => db.exec("UPDATE statement SET state = 'released'"));
    const { isEditable, versions } = await host.app.versions.list(REF);
    expect(isEditable).toBe(false);
    const expectedRevision = versions[0]?.revision ?? 0;
    expect(await refusalOf(() => host.app.versions.restore({ ref: REF, revision: 1, expectedRevision }))).toMatchObject(
      { code: 'not-editable' },
    );
    inDatabase(databaseIn(host.dataFolder), (db) => db.exec("UPDATE statement SET state = 'draft'"));
  });
});

describe('of a paper of the register', () => {
  const MOTION = 'A0007/26';
  const content: PaperContent = {
    paperType: 'motion',
    reference: MOTION,
    name: 'Bänke',
    date: '2026-01-12',
    receivedOn: null,
    publicity: 'public',
    originators: [{ organization: 'Fraktion Weiher', person: '', function: '' }],
    consultations: [],
    text: richText('Der Stadtrat möge beschließen.'),
  };
  const save = async (change: Partial<PaperContent>): Promise<number> => {
    minutes += 20;
    const { revision, content: stored } = await host.app.papers.get(MOTION);
    return (
      await host.app.papers.save({ id: idNumber(7), expectedRevision: revision, content: { ...stored, ...change } })
    ).revision;
  };

  it('are kept, compared and brought back the same way; the number stays', async () => {
    await host.app.papers.register({ id: idNumber(7), content });
    const young = await save({ text: richText('Der Stadtrat möge sofort beschließen.'), name: 'Bänke am Weiher' });
    expect(await revisions(MOTION)).toEqual([young, 1]);
    const { parts } = await host.app.versions.compare({ ref: MOTION, from: 1, to: young });
    expect(parts.map(({ key }) => key)).toEqual(['name', 'text']);
    const renumbered = await save({ reference: 'A0008/26' });
    await host.app.versions.restore({ ref: idNumber(7), revision: 1, expectedRevision: renumbered });
    expect((await host.app.papers.get('A0008/26')).content).toMatchObject({ name: 'Bänke', reference: 'A0008/26' });
  });

  it('one from before there were versions keeps its former state with the next save', async () => {
    inDatabase(databaseIn(host.dataFolder), (db) => db.exec('DELETE FROM paper_version'));
    minutes += 20;
    const { revision, content: stored } = await host.app.papers.get('A0008/26');
    expect(await revisions('A0008/26')).toEqual([revision]);
    await host.app.papers.save({ id: idNumber(7), expectedRevision: revision, content: { ...stored, name: 'Anders' } });
    expect(await revisions('A0008/26')).toEqual([revision + 1, revision]);
  });

  it('are thinned with time, but for the first, the last and the named ones', async () => {
    const saved: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const { revision, content: stored } = await host.app.papers.get('A0008/26');
      minutes += 11;
      saved.push(
        (
          await host.app.papers.save({
            id: idNumber(7),
            expectedRevision: revision,
            content: { ...stored, name: `Name ${count}` },
          })
        ).revision,
      );
    }
    await host.app.versions.name({ ref: 'A0008/26', revision: saved[1] ?? 0, name: 'bleibt' });
    minutes += 200 * 24 * 60;
    await host.app.backup.daily();
    const left = await revisions('A0008/26');
    expect(left).toContain(saved[1]);
    expect(left).toContain(saved[5]);
    expect(left.length).toBeLessThan(6);
  });
});
