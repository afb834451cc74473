import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentTitle } from '../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { pdfAttachments, pdfInfo, qpdfCheck, verapdf, type VeraPdfFlavour } from '../harness/judges/judges.ts';
import { outputOf } from '../harness/judges/run-tool.ts';
import { produceCorpus, requireJudges, scratchFolder, type Produced } from './corpus.ts';

const folder = scratchFolder();
let corpus: Produced[] = [];

beforeAll(async () => {
  corpus = await produceCorpus(folder);
});

const formSheets = (): Produced[] => corpus.filter(({ kind }) => kind === 'form-sheet');

/** The document catalog as qpdf reads it. */
async function catalogOf(pdf: string): Promise<Record<string, unknown>> {
  const json = JSON.parse(await outputOf('qpdf', ['--json', '--json-key=qpdf', pdf])) as {
    qpdf: [unknown, Record<string, { value?: Record<string, unknown> }>];
  };
  const objects = json.qpdf[1];
  const root = String(objects['trailer']?.value?.['/Root']);
  return objects[`obj:${root}`]?.value ?? {};
}

describe('every PDF', () => {
  it('is there: hard records, example office and, where it lies beside the project, the real statement', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(36);
    expect(new Set(corpus.map(({ pdf }) => pdf)).size).toBe(corpus.length);
  });

  it.for<VeraPdfFlavour>(['3a', 'ua1'])('passes veraPDF %s', async (flavour, test) => {
    requireJudges(test, ['veraPDF']);
    const verdicts = await verapdf(
      corpus.map(({ pdf }) => pdf),
      flavour,
    );
    const bad = verdicts.flatMap((verdict, index) =>
      verdict.compliant ? [] : [{ what: corpus[index]?.what, failures: verdict.failures.slice(0, 3) }],
    );
    expect(bad).toEqual([]);
  });

  it('is sound for qpdf', async (test) => {
    requireJudges(test, ['qpdf']);
    for (const { what, pdf } of corpus) expect(await qpdfCheck(pdf), what).toEqual({ sound: true, problems: [] });
  });

  it('has title, author, tags, A4 pages and a date from the record', async (test) => {
    requireJudges(test, ['Poppler']);
    for (const { what, kind, record, pdf } of corpus) {
      const info = await pdfInfo(pdf);
      expect(info, what).toMatchObject({ Author: record.bodyName, Tagged: 'yes', Subject: record.name });
      expect(info['Page size'], what).toMatch(/^595\.\d+ x 841\.\d+ pts \(A4\)$/);
      const title = documentTitle(record, builtInProfile());
      if (kind === 'form-sheet') expect(info['Title'], what).toBe(title);
      else expect(info['Title'], what).toBe(title.replace('Stellungnahme der Verwaltung', 'Verteilerliste'));
      expect(info['CreationDate'], what).toContain(record.date ?? '2000-01-01');
    }
  });

  it('says its language, its claims and its bookmarks in the catalog', async (test) => {
    requireJudges(test, ['qpdf']);
    for (const { what, kind, pdf } of corpus) {
      const catalog = await catalogOf(pdf);
      expect(catalog['/Lang'], what).toMatch(/^u:de(-DE)?$/);
      expect(catalog['/MarkInfo'], what).toMatchObject({ '/Marked': true });
      expect(catalog['/ViewerPreferences'], what).toMatchObject({ '/DisplayDocTitle': true });
      expect(catalog, what).toHaveProperty('/StructTreeRoot');
      expect(catalog, what).toHaveProperty('/Outlines');
      expect(Array.isArray(catalog['/AF']), what).toBe(kind === 'form-sheet');
    }
  });
});

describe('a form sheet', () => {
  it('carries its record and its DOCX, byte for byte', async (test) => {
    requireJudges(test, ['Poppler']);
    for (const { what, record, pdf, docx } of formSheets()) {
      const names = await pdfAttachments(pdf);
      expect(names.map((name) => name.replace(/^.*\./, '.')).sort(), what).toEqual(['.docx', '.json']);
      for (const [index, name] of names.entries()) {
        const saved = join(folder, 'attachment');
        await outputOf('pdfdetach', ['-save', String(index + 1), '-o', saved, pdf]);
        const bytes = readFileSync(saved);
        if (name.endsWith('.docx')) expect(bytes.equals(readFileSync(docx)), what).toBe(true);
        else expect(JSON.parse(bytes.toString('utf8')), what).toEqual(record);
      }
    }
  });

  it('has bookmarks for its title and its parts', async (test) => {
    requireJudges(test, ['qpdf']);
    const example = formSheets().find(({ what }) => what.includes('S0021/26'));
    const json = JSON.parse(await outputOf('qpdf', ['--json', '--json-key=outlines', example?.pdf ?? ''])) as {
      outlines: { title: string; kids: { title: string; kids: { title: string }[] }[] }[];
    };
    expect(json.outlines.map((entry) => entry.title)).toEqual(['Stellungnahme der Verwaltung']);
    expect(json.outlines[0]?.kids.map((entry) => entry.title)).toEqual(['Antrag', 'Stellungnahme']);
    expect(json.outlines[0]?.kids[1]?.kids.map((entry) => entry.title)).toContain('Kosten und Finanzierung');
  });
});
