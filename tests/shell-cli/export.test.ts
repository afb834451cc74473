import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StatementDraft } from '../../src-main/contract/statement/shapes.ts';
import type { PaperSummary } from '../../src-main/contract/paper/shapes.ts';
import { contentOf, expectRefusal, registerOf, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
const REF = 'S0021/26';
let office: Office;

beforeAll(async () => {
  office = await space.office('example');
});

const isPdf = (path: string): boolean => readFileSync(path).subarray(0, 5).toString() === '%PDF-';
const isZip = (path: string): boolean => readFileSync(path).subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

describe('export', () => {
  it('writes PDF and DOCX under the number and tells their paths', async () => {
    const out = space.folder();
    const result = await office.run('export', REF, '--to', out);
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.stdout.trimEnd().split('\n')).toEqual([join(out, 'S0021-26.pdf'), join(out, 'S0021-26.docx')]);
    expect(readdirSync(out).sort()).toEqual(['S0021-26.docx', 'S0021-26.pdf']);
    expect(isPdf(join(out, 'S0021-26.pdf'))).toBe(true);
    expect(isZip(join(out, 'S0021-26.docx'))).toBe(true);
  });

  it.each([
    ['pdf', ['S0021-26.pdf']],
    ['docx', ['S0021-26.docx']],
    ['docx,pdf', ['S0021-26.docx', 'S0021-26.pdf']],
    ['PDF, PDF', ['S0021-26.pdf']],
  ])('writes only what --format %s names', async (format, names) => {
    const out = space.folder();
    const delivery = await office.json('export', REF, '--to', out, '--format', format);
    expect(delivery).toEqual({ kind: 'saved', paths: names.map((name) => join(out, name)) });
    expect(readdirSync(out).sort()).toEqual(names);
  });

  it('replaces older files and leaves foreign ones alone', async () => {
    const out = space.folder();
    writeFileSync(join(out, 'S0021-26.pdf'), 'old');
    writeFileSync(join(out, 'Notiz.txt'), 'mine');
    await office.json('export', REF, '--to', out);
    expect(isPdf(join(out, 'S0021-26.pdf'))).toBe(true);
    expect(readFileSync(join(out, 'Notiz.txt'), 'utf8')).toBe('mine');
  });

  it('writes the same bytes a second time, from another copy of the data', async () => {
    const [first, second, backup] = [space.folder(), space.folder(), join(space.folder(), 'copy.db')];
    await office.json('export', REF, '--to', first);
    await office.json('backup', '--to', backup);
    const other = await space.office('own');
    await other.json('restore', backup);
    await other.json('export', REF, '--to', second);
    expect(contentOf(second)).toEqual(contentOf(first));
  });

  it('names a draft without a number by its id', async () => {
    const drafts = (await office.json<PaperSummary[]>('list')).filter((paper) => paper.reference === null);
    const id = drafts[0]?.id ?? '';
    const out = space.folder();
    await office.json('export', id, '--to', out);
    expect(readdirSync(out).sort()).toEqual([`Entwurf-${id.slice(0, 8)}.docx`, `Entwurf-${id.slice(0, 8)}.pdf`]);
  });

  it('changes nothing in the register', async () => {
    const before = registerOf(office);
    await office.json('export', REF, '--to', space.folder(), '--format', 'docx');
    expect(registerOf(office)).toEqual(before);
  });
});

describe('distribution', () => {
  it('writes the list of recipients as PDF and DOCX', async () => {
    const out = space.folder();
    const delivery = await office.json('distribution', REF, '--to', out);
    const names = ['S0021-26-Verteiler.pdf', 'S0021-26-Verteiler.docx'];
    expect(delivery).toEqual({ kind: 'saved', paths: names.map((name) => join(out, name)) });
    expect(isPdf(join(out, 'S0021-26-Verteiler.pdf'))).toBe(true);
    expect(isZip(join(out, 'S0021-26-Verteiler.docx'))).toBe(true);
  });

  it('stands beside the form sheet in the same folder', async () => {
    const out = space.folder();
    await office.json('export', REF, '--to', out, '--format', 'pdf');
    await office.json('distribution', REF, '--to', out, '--format', 'pdf');
    expect(readdirSync(out).sort()).toEqual(['S0021-26-Verteiler.pdf', 'S0021-26.pdf']);
  });
});

describe.each(['export', 'distribution'])('%s refuses', (command) => {
  it('a paper that is not in the register', async () => {
    expectRefusal(await office.run(command, 'S9999/26', '--to', space.folder()), 'not-found');
  });

  it.each(['odt', 'pdf,odt', ',', 'pdf;docx'])('the format „%s“ and names the possible ones', async (format) => {
    const out = space.folder();
    const message = expectRefusal(
      await office.run(command, REF, '--to', out, '--format', format),
      'format-unsupported',
    );
    expect(message).toContain('pdf, docx');
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('a character that cannot be printed', () => {
  it('is named with its place, and nothing is written', async () => {
    const draft = await office.json<StatementDraft>('new', '--answers', 'A0012/26', '--number', 'S0800/26');
    await office.json('set', draft.id, 'reply', 'Erster Absatz.\n\nHier lacht 😀 niemand.');
    const out = space.folder();
    const result = await office.run('export', 'S0800/26', '--to', out, '--json');
    const message = expectRefusal(result, 'characters-unprintable');
    expect(message).toContain('😀');
    expect(message).toContain('U+1F600');
    expect(message).toContain('Absatz 3');
    expect(JSON.parse(result.stdout)).toMatchObject({ characters: [{ character: '😀', codePoint: 'U+1F600' }] });
    expect(readdirSync(out)).toEqual([]);
    await office.json('set', draft.id, 'reply', 'Hier lacht niemand.');
    await office.json('export', 'S0800/26', '--to', out, '--format', 'docx');
    expect(existsSync(join(out, 'S0800-26.docx'))).toBe(true);
  });
});
