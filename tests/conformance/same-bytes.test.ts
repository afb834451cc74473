import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workspace } from '../harness/desk/cli.ts';
import { HARD_RECORDS } from '../support/hard-records.ts';
import { pdfInfo } from '../harness/judges/judges.ts';
import { produceCorpus, requireJudges, scratchFolder, type Produced } from './corpus.ts';

const folder = scratchFolder();
const space = workspace();
const hashes = (corpus: readonly Produced[]): [string, string][] =>
  corpus
    .filter(({ record }) => record.reference !== null)
    .flatMap(({ pdf, docx }) => [pdf, docx])
    .map((path) => [basename(path), createHash('sha256').update(readFileSync(path)).digest('hex')]);

describe('the same record', () => {
  it('gives the same bytes in another database at another time', async () => {
    const first = await produceCorpus(join(folder, 'first'));
    const second = await produceCorpus(join(folder, 'second'));
    expect(hashes(first).length).toBeGreaterThanOrEqual(60);
    expect(hashes(second)).toEqual(hashes(first));
    expect(new Set(hashes(first).map(([, hash]) => hash)).size).toBe(hashes(first).length);
  });

  it('gives the same bytes on the built command line', async () => {
    const corpus = await produceCorpus(join(folder, 'third'), ['form-sheet']);
    const office = await space.office('own');
    for (const what of ['every character of real papers', 'a non-public paper', 'a signature after a list']) {
      const hard = HARD_RECORDS.find((entry) => entry.what === what);
      const produced = corpus.find((entry) => entry.what.startsWith(what));
      const file = join(space.folder(), 'record.json');
      writeFileSync(file, JSON.stringify(hard?.record));
      const { id } = await office.json<{ id: string }>('import', file);
      const out = space.folder();
      const { paths } = await office.json<{ paths: string[] }>('export', id, '--to', out);
      const built = paths.map((path) => readFileSync(path));
      expect(built[0]?.equals(readFileSync(produced?.pdf ?? '')), what).toBe(true);
      expect(built[1]?.equals(readFileSync(produced?.docx ?? '')), what).toBe(true);
    }
  });

  it('of forty pages has forty pages', async (test) => {
    requireJudges(test, ['Poppler']);
    const corpus = await produceCorpus(join(folder, 'fourth'), ['form-sheet']);
    const long = corpus.find(({ what }) => what.startsWith('a reply of forty pages'));
    expect(Number((await pdfInfo(long?.pdf ?? ''))['Pages'])).toBeGreaterThanOrEqual(40);
  });
});
