/** The command line with a paper about whose publicity nobody has decided. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportResult } from '../../src-main/contract/statement.ts';
import { expectRefusal, workspace, type Office } from '../support/cli.ts';

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

  it('is imported with a note, shown as a draft, and not exported until somebody decides', async () => {
    expect((await imported(REF)).notes.map(({ code }) => code)).toContain('publicity-unknown');
    expect(await office.show(REF)).toMatchObject({ schema: 'stellwerk.draft/1', publicity: 'unknown', reference: REF });
    for (const args of [
      ['export', REF, '--to', folder],
      ['distribution', REF, '--to', folder],
      ['release', REF],
      ['issue', REF],
      ['copies', REF, '--to', folder],
      ['dispatch', REF],
      ['letter', 'cover-letter', REF, '--to', folder],
      ['redact', REF, '--to', folder],
    ])
      expectRefusal(await office.run(...args), 'publicity-unknown');
    expect(readdirSync(folder)).toEqual([]);

    await office.json('set', REF, 'publicity', 'nichtöffentlich');
    expect(await office.show(REF)).toMatchObject({ schema: 'stellwerk.statement/1', publicity: 'non-public' });
    await office.json('export', REF, '--to', folder, '--format', 'docx');
    expect(readdirSync(folder)).toEqual(['S0801-26.docx']);
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
