import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { HEAD_WORDS } from '../support/hard-records.ts';
import { coreXmlCheck, docxSchemaCheck, libreOfficeConvert } from '../harness/judges/judges.ts';
import { outputOf } from '../harness/judges/run-tool.ts';
import { produceCorpus, requireJudges, scratchFolder, type Produced } from './corpus.ts';

const folder = scratchFolder();
let corpus: Produced[] = [];

beforeAll(async () => {
  corpus = await produceCorpus(folder);
});

/**
 * The words in order, as one string: without blanks (lines break at different places), list markers, page footers and the head rows
 * that repeat on every page.
 */
function words(text: string): string {
  const isFurniture = (token: string): boolean =>
    /^(?:[•–▪◦-]|\d{1,2}\.)$/.test(token) || (HEAD_WORDS as readonly string[]).includes(token);
  return text
    .replace(/^\S+ · (?:nichtöffentlich · )?Seite \d+ von \d+$/gm, '')
    .replaceAll(
      /\bVerteiler\s+Tag\b|\bEmpfänger\s+Tag\s+Wochentag\s+Zuständigkeit\s+Erledigt\s+Empfang\s+bestätigt\b/g,
      '',
    )
    .normalize('NFC')
    .split(/\s+/u)
    .filter((token) => !isFurniture(token))
    .join('');
}

/** Shows the place where two texts part instead of two long texts. */
function expectSameText(found: string, wanted: string, what: string): void {
  let at = 0;
  while (at < wanted.length && found[at] === wanted[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 40), at + 60);
  expect({ what, length: found.length, text: around(found) }).toEqual({
    what,
    length: wanted.length,
    text: around(wanted),
  });
}

const pdfWords = (pdf: string): Promise<string> => outputOf('pdftotext', ['-raw', '-enc', 'UTF-8', pdf, '-']);

describe('every DOCX', () => {
  it('is valid by the ECMA-376 schemas', async (test) => {
    requireJudges(test, ['OOXML schemas', 'Python', 'xmllint']);
    // Each file costs a second or more: one of every structure, not every text.
    const structures =
      /^(?:a title|twenty|a reply of forty|every character|a non-public|several|next to nothing|the real|example S0021|example draft).*form-sheet|^(?:twenty|no consultations).*list/;
    const judged = corpus.filter(({ what }) => structures.test(what));
    expect(judged.length).toBeGreaterThanOrEqual(11);
    const verdicts = await docxSchemaCheck(judged.map(({ docx }) => docx));
    const bad = verdicts?.flatMap((verdict, index) =>
      verdict.valid ? [] : [{ what: judged[index]?.what, problems: verdict.problems.slice(0, 5) }],
    );
    expect(verdicts).toHaveLength(judged.length);
    expect(bad).toEqual([]);
  });

  it('has valid core properties', () => {
    for (const { what, docx } of corpus) expect(coreXmlCheck(readFileSync(docx)), what).toEqual([]);
  });

  it('says in LibreOffice the words of the PDF in the same order', async (test) => {
    requireJudges(test, ['LibreOffice', 'Poppler']);
    const texts = await libreOfficeConvert(
      corpus.map(({ docx }) => docx),
      'txt',
      join(folder, 'as-text'),
    );
    for (const [index, { what, record, pdf }] of corpus.entries()) {
      const ofDocx = readFileSync(texts[index] ?? '', 'utf8').replace(/^\ufeff/, '');
      const ofPdf = await pdfWords(pdf);
      expect(words(ofPdf).length, what).toBeGreaterThan(50);
      // The head's labels stand in one row above their values in the PDF, in one cell with them in Word: there only the letters must agree.
      const start = words(record.consultations[0]?.organization ?? record.quotation[0] ?? record.replyText[0] ?? '');
      const [pdfHead, pdfBody] = splitAt(words(ofPdf), start);
      const [docxHead, docxBody] = splitAt(words(ofDocx), start);
      expect([...docxHead].sort().join(''), what).toBe([...pdfHead].sort().join(''));
      expectSameText(docxBody, pdfBody, what);
    }
  });
});

/** Cuts behind the head; a paper without anything to cut at is all head. */
function splitAt(text: string, start: string): [string, string] {
  const at = start === '' ? text.length : text.indexOf(start, text.indexOf('Bezeichnung'));
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
