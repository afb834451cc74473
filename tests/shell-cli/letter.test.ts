import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
const REF = 'S0021/26';
let office: Office;

beforeAll(async () => {
  office = await space.office('example');
});

describe('letter', () => {
  it('writes PDF and DOCX under the number of the paper and the kind, and tells their paths', async () => {
    const out = space.folder();
    const answer = await office.json('letter', 'anschreiben', REF, '--to', out, '--date', '2.3.26');
    const paths = ['S0021-26-Anschreiben.pdf', 'S0021-26-Anschreiben.docx'].map((name) => join(out, name));
    expect(answer).toEqual({ kind: 'saved', paths, open: [] });
    expect(
      readFileSync(paths[0] ?? '')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it.each([
    ['extension', 'S0021-26-Fristverlängerung.pdf'],
    ['Fristverlaengerung', 'S0021-26-Fristverlängerung.pdf'],
    ['fristverlängerung', 'S0021-26-Fristverlängerung.pdf'],
    ['WEITERLEITUNG', 'S0021-26-Weiterleitung.pdf'],
    ['citizen-reply', 'S0021-26-Antwort.pdf'],
    ['intern', 'S0021-26-Intern.pdf'],
  ])('knows the kind as %s', async (kind, name) => {
    const out = space.folder();
    await office.json('letter', kind, REF, '--to', out, '--format', 'pdf');
    expect(readdirSync(out)).toEqual([name]);
  });

  it('of an inquiry without a statement puts the new deadline in, and tells what is open without it', async () => {
    const out = space.folder();
    const args = ['letter', 'zwischennachricht', 'F0047/26', '--to', out, '--format', 'pdf'] as const;
    expect(await office.json(...args)).toMatchObject({ open: ['neue Frist'] });
    expect(await office.json(...args, '--new-deadline', '1.12.2026')).toMatchObject({ open: [] });
  });

  it('takes a recipient by name or as lines', async () => {
    const out = space.folder();
    const to = (recipient: string) =>
      office.json('letter', 'antwort', REF, '--to', out, '--format', 'pdf', '--recipient', recipient);
    expect(await to('Fraktion Soziales Auenfurt')).toMatchObject({ open: [] });
    expect(await to('Ida Beispiel; Am Weg 3; 00815 Auenfurt')).toMatchObject({ open: [] });
  });

  it('refuses a kind and a day that do not exist', async () => {
    const out = space.folder();
    const kind = await office.run('letter', 'liebesbrief', REF, '--to', out);
    expect(kind.exitCode).toBe(2);
    expect(kind.stderr).toContain('zwischennachricht (interim-reply)');
    const day = await office.run('letter', 'intern', REF, '--to', out, '--deadline', '31.2.2026');
    expectRefusal(day, 'no-such-day');
    expect(readdirSync(out)).toEqual([]);
  });
});
