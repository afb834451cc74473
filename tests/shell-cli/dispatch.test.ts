/** `copies` and `dispatch` as they are typed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DispatchProof } from '../../src-main/contract/dispatch/shapes.ts';
import { expectRefusal, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
const REF = 'S0027/26';
let drafts: Office;
let issued: Office;

beforeAll(async () => {
  drafts = await space.office('example');
  issued = space.copyOf(drafts);
  await issued.json('release', REF, '--accept', 'Testlauf');
  await issued.json('issue', REF);
});

const pdfs = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.pdf'));

describe('copies and dispatch', () => {
  it('refuse a draft', async () => {
    const target = space.folder();
    expectRefusal(await drafts.run('copies', REF, '--to', target), 'issue-missing');
    expectRefusal(await drafts.run('dispatch', REF), 'step-forbidden');
    expect(readdirSync(target)).toEqual([]);
  });

  it('write the suggested copies as files and as one PDF', async () => {
    const office = space.copyOf(issued);
    const files = space.folder();
    const { paths } = await office.json<{ paths: string[] }>('copies', REF, '--to', files);
    expect(pdfs(files)).toHaveLength(paths.length);
    expect(pdfs(files).filter((name) => name.includes('-Original-'))).toEqual(['S0027-26-Original-Stadtrat.pdf']);
    expect(pdfs(files).some((name) => name.startsWith('S0027-26-Entwurf-'))).toBe(true);
    const combined = space.folder();
    await office.json('copies', REF, '--to', combined, '--combined', '--duplex');
    expect(readdirSync(combined)).toEqual(['S0027-26-Kopien.pdf']);
  });

  it('put the copies into a folder with a proof of each file, then list the proofs', async () => {
    const office = space.copyOf(issued);
    const target = space.folder();
    const { proofs } = await office.json<{ proofs: DispatchProof[] }>(
      'dispatch',
      REF,
      '--channel',
      'folder',
      '--to',
      target,
    );
    expect(proofs.length).toBeGreaterThan(2);
    for (const { fileName, sha512 } of proofs)
      expect(
        createHash('sha512')
          .update(readFileSync(join(target, fileName)))
          .digest('hex'),
      ).toBe(sha512);
    expect(await office.json('dispatch', REF, '--list')).toEqual(proofs);
    const { stdout } = await office.run('dispatch', REF);
    expect(stdout).toMatch(/gedruckt {2}Entwurf für /);
    const list = space.folder();
    await office.json('dispatch', REF, '--list', '--to', list);
    expect(readdirSync(list).sort()).toEqual(['S0027-26-Versandnachweis.docx', 'S0027-26-Versandnachweis.pdf']);
  });

  it('refuse what cannot be sent, and a way there is not', async () => {
    const office = space.copyOf(issued);
    await office.json('dispatch', REF);
    expectRefusal(await office.run('dispatch', REF), 'nothing-to-send');
    expectRefusal(await office.run('dispatch', REF, '--channel', 'taube'), 'usage');
    expectRefusal(await office.run('dispatch', REF, '--channel', 'email'), 'usage');
  });
});
