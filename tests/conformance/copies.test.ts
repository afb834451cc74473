/** Copies, combined copies, labels, envelopes and the dispatch list before independent judges. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderDelivery } from '../../src-main/adapters/files/folder-delivery.ts';
import { ENVELOPE_FORMATS, LABEL_FORMATS } from '../../src-main/contract/distribution/sheet-formats.ts';
import {
  docxSchemaCheck,
  pdfInfo,
  pdfText,
  qpdfCheck,
  verapdf,
  type VeraPdfFlavour,
} from '../harness/judges/judges.ts';
import { outputOf } from '../harness/judges/run-tool.ts';
import {
  COUNCIL,
  distributionOffice,
  entry,
  external,
  FACTION,
  issue,
  known,
  REF,
  UNIT,
} from '../support/distribution-office.ts';
import { requireJudges, scratchFolder } from './corpus.ts';
import { handOver } from '../support/hand-over.ts';

const folder = scratchFolder();
const place = (name: string): string => join(folder, name);
const pdfsIn = (name: string): string[] =>
  readdirSync(place(name))
    .filter((file) => file.endsWith('.pdf'))
    .sort()
    .map((file) => join(place(name), file));
const guests = Array.from({ length: 30 }, (_, n) =>
  entry(external(`Gast ${n}`, [`Gast ${n}`, `Gasse ${n}`, '09999 Prüfingen'])),
);
const MM_PER_PT = 25.4 / 72;

interface Word {
  readonly text: string;
  readonly page: number;
  readonly leftMm: number;
  readonly topMm: number;
  readonly rightMm: number;
  readonly bottomMm: number;
}
async function wordsOf(pdf: string): Promise<Word[]> {
  const html = await outputOf('pdftotext', ['-bbox', '-enc', 'UTF-8', pdf, '-']);
  let page = 0;
  return html.split('\n').flatMap((line): Word[] => {
    if (line.includes('<page ')) page += 1;
    const found = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line);
    if (!found) return [];
    const [leftMm = 0, topMm = 0, rightMm = 0, bottomMm = 0] = found.slice(1, 5).map((pt) => Number(pt) * MM_PER_PT);
    return [{ text: found[5] ?? '', page, leftMm, topMm, rightMm, bottomMm }];
  });
}

beforeAll(async () => {
  const host = await distributionOffice();
  const { distribution, dispatch, statements } = host.app;
  try {
    // Two pages, so that page totals and empty back pages have something to say.
    await statements.setField({ ref: REF, field: 'reply', value: 'Die Bänke werden aufgestellt. '.repeat(150) });
    await issue(host);
    const deliver = async (name: string, work: (to: ReturnType<typeof folderDelivery>) => Promise<unknown>) => {
      mkdirSync(place(name));
      await work(folderDelivery(place(name)));
    };
    const entries = [
      entry(known('organization', COUNCIL, 'Stadtrat'), 'original'),
      entry(known('group', FACTION, 'Fraktion Neue Mitte'), 'copy'),
      entry(known('organization', UNIT, 'FB 61'), 'draft'),
      entry(known('organization', UNIT, 'FB 61'), 'follow-up', { followUp: '2026-05-04', copies: 2 }),
    ];
    const first = await distribution.save({ ref: REF, expectedRevision: 0, entries });
    await deliver('copies', (to) =>
      handOver(distribution.deliverCopies({ ref: REF, form: 'files', duplex: false }), to),
    );
    await deliver('combined', (to) =>
      handOver(distribution.deliverCopies({ ref: REF, form: 'combined', duplex: false }), to),
    );
    const draftFirst = { ref: REF, expectedRevision: first.revision, entries: [...entries].reverse() };
    await distribution.save(draftFirst);
    await deliver('duplex', (to) =>
      handOver(distribution.deliverCopies({ ref: REF, form: 'combined', duplex: true }), to),
    );
    await dispatch.send({ ref: REF, channel: 'print' });
    await deliver('list', (to) => handOver(dispatch.deliverList({ ref: REF, formats: ['pdf', 'docx'] }), to));
    await distribution.save({ ref: REF, expectedRevision: first.revision + 1, entries: guests });
    for (const { id } of LABEL_FORMATS)
      await deliver(`labels-${id}`, (to) =>
        handOver(distribution.deliverLabels({ ref: REF, format: id, start: 5 }), to),
      );
    for (const { id } of ENVELOPE_FORMATS)
      await deliver(`envelopes-${id}`, (to) => handOver(distribution.deliverEnvelopes({ ref: REF, format: id }), to));
  } finally {
    await host.dispose();
  }
});

const all = (): string[] => readdirSync(folder).flatMap((name) => pdfsIn(name));

describe('every PDF of distribution', () => {
  it.for<VeraPdfFlavour>(['3a', 'ua1'])('passes veraPDF %s', async (flavour, test) => {
    requireJudges(test, ['veraPDF']);
    expect(all()).toHaveLength(5 + 1 + 1 + 1 + LABEL_FORMATS.length + ENVELOPE_FORMATS.length);
    const bad = (await verapdf(all(), flavour)).filter(({ compliant }) => !compliant);
    expect(bad.map(({ file, failures }) => [file, failures.slice(0, 2)])).toEqual([]);
  });

  it('is sound for qpdf', async (test) => {
    requireJudges(test, ['qpdf']);
    for (const pdf of all()) expect(await qpdfCheck(pdf), pdf).toEqual({ sound: true, problems: [] });
  });
});

/** Text of each page, without the end after the last one. */
const pagesOf = async (pdf: string): Promise<string[]> => (await pdfText(pdf)).split('\f').slice(0, -1);
const footerOf = (page: string): string => /Seite \d+ von \d+/.exec(page)?.[0] ?? '';

describe('page numbers', () => {
  it('count each copy by itself, in files as in one PDF, without an empty page', async (test) => {
    requireJudges(test, ['Poppler']);
    const files = new Map<string, string[]>();
    for (const pdf of pdfsIn('copies')) {
      const pages = await pagesOf(pdf);
      expect(pages.map(footerOf)).toEqual(pages.map((_, at) => `Seite ${at + 1} von ${pages.length}`));
      files.set(pdf, pages);
    }
    const [combined = ''] = pdfsIn('combined');
    const pages = await pagesOf(combined);
    expect(pages.every((page) => page.trim() !== '')).toBe(true);
    const pieces = (await pagesOf(combined)).filter((page) => footerOf(page).startsWith('Seite 1 von'));
    // Original, two members, draft, and the follow-up twice.
    expect(pieces).toHaveLength(6);
    const expected = [...files].flatMap(([name, each]) => (name.includes('Wiedervorlage') ? [...each, ...each] : each));
    expect(pages.map(footerOf).sort()).toEqual(expected.map(footerOf).sort());
    expect(
      pieces.map((page) => /Abdruck für: .*|Entwurf – .*|Wiedervorlage am .*/.exec(page)?.[0] ?? 'Original'),
    ).toEqual([
      'Original',
      'Abdruck für: Dr. Ada Ahorn',
      'Abdruck für: Cleo Zeder',
      'Entwurf – verbleibt bei den Akten',
      'Wiedervorlage am 04.05.2026',
      'Wiedervorlage am 04.05.2026',
    ]);
  });

  it('begin on front pages for printing on both sides, behind pages that are really empty', async (test) => {
    requireJudges(test, ['Poppler']);
    const [duplex = ''] = pdfsIn('duplex');
    const pages = await pagesOf(duplex);
    const firsts = pages.flatMap((page, at) => (footerOf(page).startsWith('Seite 1 von') ? [at] : []));
    expect(firsts).toHaveLength(6);
    expect(firsts.every((at) => at % 2 === 0)).toBe(true);
    const empty = pages.filter((page) => page.trim() === '');
    const [combined = ''] = pdfsIn('combined');
    expect(empty.length).toBe(pages.length - (await pagesOf(combined)).length);
    // An empty page stands only where a front page follows.
    pages.forEach((page, at) => {
      if (page.trim() === '') expect(firsts).toContain(at + 1);
    });
  });
});

describe('sheets', () => {
  it.for(LABEL_FORMATS)('has every label $id at its place, from the fifth on', async (format, test) => {
    requireJudges(test, ['Poppler']);
    const [pdf = ''] = pdfsIn(`labels-${format.id}`);
    const words = await wordsOf(pdf);
    const perSheet = format.columns * format.rows;
    const heads = words.filter(({ text }) => text === 'Gast');
    expect(heads).toHaveLength(guests.length);
    heads.forEach((head, n) => {
      const at = (n + 4) % perSheet;
      const left = format.leftMm + (at % format.columns) * format.stepXMm;
      const top = format.topMm + Math.floor(at / format.columns) * format.stepYMm;
      expect(head.page).toBe(Math.floor((n + 4) / perSheet) + 1);
      expect(Math.abs(head.leftMm - (left + 6)), `left of ${n}`).toBeLessThan(1);
      // Three lines of 12.8 pt in the middle of the label.
      const middle = top + format.heightMm / 2;
      expect(Math.abs(head.topMm - (middle - 1.5 * 12.8 * MM_PER_PT)), `top of ${n}`).toBeLessThan(1);
    });
    const inside = words.every((word) =>
      Array.from({ length: perSheet }, (_, at) => at).some((at) => {
        const left = format.leftMm + (at % format.columns) * format.stepXMm;
        const top = format.topMm + Math.floor(at / format.columns) * format.stepYMm;
        return (
          word.leftMm >= left &&
          word.rightMm <= left + format.widthMm &&
          word.topMm >= top &&
          word.bottomMm <= top + format.heightMm
        );
      }),
    );
    expect(inside).toBe(true);
  });

  it.for(ENVELOPE_FORMATS)('prints an envelope $id of its size for each address', async (format, test) => {
    requireJudges(test, ['Poppler']);
    const [pdf = ''] = pdfsIn(`envelopes-${format.id}`);
    const info = await pdfInfo(pdf);
    expect(info['Pages']).toBe(String(guests.length));
    const [, width = '0', height = '0'] = /^([\d.]+) x ([\d.]+) pts/.exec(info['Page size'] ?? '') ?? [];
    expect(Math.abs(Number(width) * MM_PER_PT - format.widthMm)).toBeLessThan(0.1);
    expect(Math.abs(Number(height) * MM_PER_PT - format.heightMm)).toBeLessThan(0.1);
    const heads = (await wordsOf(pdf)).filter(({ text }) => text === 'Gast');
    for (const head of heads) {
      expect(Math.abs(head.leftMm - format.addressLeftMm)).toBeLessThan(1);
      expect(Math.abs(head.topMm - format.addressTopMm)).toBeLessThan(1);
    }
    const senders = (await wordsOf(pdf)).filter(({ text }) => text === 'Stadt');
    expect(senders).toHaveLength(guests.length);
  });
});

describe('the dispatch list', () => {
  it('prints every recipient with the whole digest', async (test) => {
    requireJudges(test, ['Poppler']);
    const [pdf = ''] = pdfsIn('list');
    const text = await pdfText(pdf, { layout: true });
    for (const name of ['Stadtrat', 'Dr. Ada Ahorn', 'Cleo Zeder', 'FB 61']) expect(text).toContain(name);
    const digits = (text.match(/\b[0-9a-f]{16}\b/g) ?? []).length;
    // Five recipients with SHA-512, and the end of the log with SHA-256.
    expect(digits).toBe(5 * 8 + 4);
    expect(text).toContain('gedruckt');
  });

  it('is a DOCX after ECMA-376, too', async (test) => {
    requireJudges(test, ['OOXML schemas', 'Python', 'xmllint']);
    const files = readdirSync(place('list')).filter((name) => name.endsWith('.docx'));
    const verdicts = await docxSchemaCheck(files.map((name) => join(place('list'), name)));
    expect(verdicts).toHaveLength(1);
    expect(verdicts).toMatchObject([{ valid: true, problems: [] }]);
  });
});
