import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Meeting } from '../../src-main/contract/meeting/shapes.ts';
import { expectRefusal, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
const COUNCIL = 'Stadtrat';

let office: Office;
let meeting: Meeting;
beforeAll(async () => {
  office = await space.office('example');
  const list = await office.json<Meeting[]>('meeting', 'list');
  const found = list.find(({ start }) => start === '2026-06-25T16:00');
  if (!found) throw new Error('the example has no such meeting');
  meeting = found;
});

describe('meeting', () => {
  it('adds and lists, the latest first', async () => {
    const fresh = await space.office('example');
    const before = await fresh.json<Meeting[]>('meeting', 'list');
    expect(before.length).toBeGreaterThanOrEqual(3);
    const args = ['--organization', 'stadtrat', '--start', '2027-01-28 17:00', '--location', 'Rathaus'];
    const added = await fresh.json<Meeting>('meeting', 'add', ...args);
    expect(added).toMatchObject({
      organizationName: COUNCIL,
      start: '2027-01-28T17:00',
      location: 'Rathaus',
      state: 'planned',
    });
    expect(await fresh.json('meeting', 'list')).toEqual([added, ...before]);
    const { stdout } = await fresh.run('meeting', 'list');
    expect(stdout).toContain(`${added.id}  Do, 28.01.2027 17:00  Stadtrat  Rathaus`);
    expectRefusal(await fresh.run('meeting', 'add', ...args), 'meeting-taken');
  });

  it('refuses what it cannot understand', async () => {
    const add = (...args: string[]) => office.run('meeting', 'add', ...args);
    expectRefusal(await add('--organization', 'Mondrat', '--start', '2027-01-28 17:00'), 'organization-unknown');
    expectRefusal(await add('--organization', COUNCIL, '--start', '2027-02-30 17:00'), 'meeting-time-invalid');
    expectRefusal(await add('--organization', COUNCIL), 'usage');
    expectRefusal(await office.run('meeting', 'drop'), 'usage');
  });
});

describe('distribution', () => {
  it('of a meeting writes one list per paper and all of them as one file', async () => {
    const folder = space.folder();
    const { paths } = await office.json<{ paths: string[] }>('distribution', '--meeting', meeting.id, '--to', folder);
    expect(readdirSync(folder).sort()).toEqual([
      'S0021-26-Verteiler.pdf',
      'S0027-26-Verteiler.pdf',
      'Verteiler-Stadtrat-2026-06-25.pdf',
    ]);
    expect(paths).toHaveLength(3);
  });

  it('of one paper works as before, and both at once or neither is wrong usage', async () => {
    const folder = space.folder();
    await office.json('distribution', 'S0021/26', '--to', folder);
    expect(readdirSync(folder).sort()).toEqual(['S0021-26-Verteiler.docx', 'S0021-26-Verteiler.pdf']);
    expectRefusal(await office.run('distribution', '--to', folder), 'usage');
    expectRefusal(await office.run('distribution', 'S0021/26', '--meeting', meeting.id, '--to', folder), 'usage');
  });

  it('of an unknown meeting or one without papers is refused, and nothing is written', async () => {
    const folder = space.folder();
    expectRefusal(await office.run('distribution', '--meeting', 'ffffffff', '--to', folder), 'meeting-missing');
    const args = ['--organization', 'Verwaltungsausschuss', '--start', '2027-03-05 10:00'];
    const { id } = await office.json<Meeting>('meeting', 'add', ...args);
    expectRefusal(await office.run('distribution', '--meeting', id, '--to', folder), 'meeting-empty');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('meeting-folder', () => {
  it('writes one file under exactly that name', async () => {
    await office.json('release', 'S0021/26', '--accept', 'Geprüft.');
    await office.json('issue', 'S0021/26');
    const file = join(space.folder(), 'Mappe Juni.pdf');
    expect(await office.json('meeting-folder', meeting.id, '--to', file)).toEqual({ kind: 'saved', paths: [file] });
    expect(existsSync(file)).toBe(true);
    expectRefusal(
      await office.run('meeting-folder', meeting.id, '--to', join(space.folder(), 'weg', 'x.pdf')),
      'target-missing',
    );
    expectRefusal(await office.run('meeting-folder', meeting.id), 'usage');
  });
});
