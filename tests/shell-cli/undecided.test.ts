/** The command line with a paper about whose publicity nobody has decided. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportResult } from '../../src-main/contract/import/shapes.ts';
import { expectRefusal, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
let office: Office;
let folder: string;
beforeAll(async () => {
  office = await space.office('example');
  folder = space.folder();
});

const statement = (ref: string, more = ''): string =>
  `Stadt Auental\n${more}Stellungnahme der Verwaltung\nStadtamt\tStellungnahme-Nr.\tDatum\nFB 7\t${ref}\t12.03.2026\n\nJa.\n`;
async function imported(ref: string, more = ''): Promise<ImportResult> {
  const path = join(space.folder(), 'a.txt');
  writeFileSync(path, statement(ref, more));
  return office.json<ImportResult>('import', path);
}

describe('a paper that does not say whether it is public', () => {
  const REF = 'S0801/26';
  beforeAll(async () => {
    expect((await imported(REF)).notes.map(({ code }) => code)).toContain('publicity-unknown');
  });

  it('is shown as a draft, which is no record', async () => {
    expect(await office.show(REF)).toMatchObject({ schema: 'stellwerk.draft/1', publicity: 'unknown', reference: REF });
  });

  it.each([
    [['export', REF, '--to']],
    [['distribution', REF, '--to']],
    [['release', REF]],
    [['issue', REF]],
    [['copies', REF, '--to']],
    [['dispatch', REF]],
    [['letter', 'cover-letter', REF, '--to']],
    [['redact', REF, '--to']],
  ])('does not leave by %s', async (args) => {
    expectRefusal(await office.run(...args, ...(args.at(-1) === '--to' ? [folder] : [])), 'publicity-unknown');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves once somebody has decided', async () => {
    await imported('S0803/26');
    await office.json('set', 'S0803/26', 'publicity', 'nichtöffentlich');
    expect(await office.show('S0803/26')).toMatchObject({ schema: 'stellwerk.statement/1', publicity: 'non-public' });
    const target = space.folder();
    await office.json('export', 'S0803/26', '--to', target, '--format', 'docx');
    expect(readdirSync(target)).toEqual(['S0803-26.docx']);
  });

  it('is non-public where a field of its head says so', async () => {
    await imported('S0802/26', 'Sitzungsart: nichtöffentlich\n');
    expect(await office.show('S0802/26')).toMatchObject({ publicity: 'non-public', bodyName: 'Stadt Auental' });
  });
});

describe('new', () => {
  it('says what the draft starts with', async () => {
    expect((await office.run('new', '--answers', 'A0012/26')).stdout).toMatch(/\((?:nicht)?öffentlich\)$/m);
  });
});
