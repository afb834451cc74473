import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LETTER_KINDS } from '../../src-main/contract/letter/kinds.ts';
import type { LetterForm } from '../../src-main/contract/letter/letter-texts.ts';
import { letterDocument } from '../../src-main/core/print/letter.ts';
import { lazyDocuments } from '../../src-main/host/lazy-documents.ts';
import {
  coreXmlCheck,
  docxSchemaCheck,
  libreOfficeConvert,
  pdfInfo,
  qpdfCheck,
  verapdf,
} from '../harness/judges/judges.ts';
import { outputOf } from '../harness/judges/run-tool.ts';
import { letter, letterProfile, LETTERS, LONG_ADDRESS, LONG_SUBJECT, withArms } from '../support/letters.ts';
import { darkPlacesAt, placedWords, type PlacedWord } from '../support/pdf-places.ts';
import { assetFolder, typstWorker } from '../support/test-host.ts';
import { requireJudges, scratchFolder } from './corpus.ts';

/** DIN 5008 in millimetres, written down again: the test must not believe the program. */
const DIN = {
  A: { field: 27, address: 44.7, fieldEnd: 72, information: 32, text: 80.46, folds: [87, 192] },
  B: { field: 45, address: 62.7, fieldEnd: 90, information: 50, text: 98.46, folds: [105, 210] },
} as const;
const PUNCH = 148.5;
const FIELD = { left: 20, right: 105 } as const;
const TOLERANCE_MM = 0.5;
const FORMS: readonly LetterForm[] = ['A', 'B'];

interface Written {
  readonly what: string;
  readonly form: LetterForm;
  readonly pdf: string;
  readonly docx: string;
}

const folder = scratchFolder();
const documents = lazyDocuments({ assetFolder, typstWorker });
const written: Written[] = [];

async function write(what: string, form: LetterForm, document: ReturnType<typeof letterDocument>): Promise<Written> {
  const path = (ending: string): string => join(folder, `${what}-${form}.${ending}`);
  writeFileSync(path('pdf'), await documents.ports.pdf.write(document, Promise.resolve([])));
  writeFileSync(path('docx'), await documents.ports.docx.write(document, null));
  return { what, form, pdf: path('pdf'), docx: path('docx') };
}

beforeAll(async () => {
  for (const form of FORMS) {
    for (const { what, content } of LETTERS) {
      // The plainest letter has no coat of arms, all others the highest there is.
      const profile = what === 'nothing-known' ? letterProfile(form) : withArms(letterProfile(form));
      written.push(await write(what, form, letterDocument(content, profile)));
    }
  }
});
afterAll(() => documents.close());

const find = (what: string, form: LetterForm): Written => {
  const found = written.find((entry) => entry.what === what && entry.form === form);
  if (!found) throw new Error(`no letter ${what} ${form}`);
  return found;
};
const wordOf = (words: readonly PlacedWord[], text: string, nth = 0): PlacedWord => {
  const found = words.filter((word) => word.text === text)[nth];
  if (!found) throw new Error(`no word „${text}“ on the page`);
  return found;
};
const firstPage = async (pdf: string): Promise<readonly PlacedWord[]> => (await placedWords(pdf))[0] ?? [];
const near = (found: number, wanted: number, what: string, tolerance = TOLERANCE_MM): void =>
  expect(Math.abs(found - wanted), `${what}: ${found.toFixed(2)} mm instead of ${wanted} mm`).toBeLessThanOrEqual(
    tolerance,
  );
const textOf = (words: readonly PlacedWord[]): string => words.map((word) => word.text).join(' ');

describe.each(FORMS)('a letter of form %s', (form) => {
  const din = DIN[form];

  it('has address, information block and subject where DIN 5008 wants them', async (test) => {
    requireJudges(test, ['Poppler']);
    for (const kind of LETTER_KINDS.filter((name) => name !== 'internal')) {
      const words = await firstPage(find(kind, form).pdf);
      const address = wordOf(words, 'Fraktion');
      near(address.left, 25, `${kind}: address, left`);
      near(address.top, din.address, `${kind}: address, top`);
      const information = wordOf(words, 'Amt:');
      near(information.left, 125, `${kind}: information block, left`);
      near(information.top, din.information, `${kind}: information block, top`);
      const subject = wordOf(words, 'Stellungnahme');
      near(subject.left, 25, `${kind}: subject, left`);
      near(subject.top, din.text, `${kind}: subject, top`);
      const return_ = wordOf(words, 'Stadt', 1);
      near(return_.left, 25, `${kind}: return address, left`);
      expect(return_.top).toBeGreaterThan(din.field);
      expect(return_.bottom).toBeLessThan(din.field + 5);
    }
  });

  it('keeps its margins: 25 mm left, 20 mm right', async (test) => {
    requireJudges(test, ['Poppler']);
    for (const page of await placedWords(find('three-pages', form).pdf)) {
      const text = page.filter((word) => word.text === 'Die' || word.text === 'abgestimmt.');
      expect(text.length).toBeGreaterThan(10);
      near(Math.min(...page.map((word) => word.left)), 25, 'left margin');
      expect(Math.max(...page.map((word) => word.right))).toBeLessThanOrEqual(190 + TOLERANCE_MM);
    }
  });

  it('shows in the window of an envelope nothing but return address, note and address', async (test) => {
    requireJudges(test, ['Poppler']);
    for (const what of ['cover-letter', 'long-address', 'long-subject', 'full-information']) {
      const words = await firstPage(find(what, form).pdf);
      const inWindow = words.filter(
        (word) =>
          word.right > FIELD.left && word.left < FIELD.right && word.bottom > din.field && word.top < din.fieldEnd,
      );
      const note = what === 'long-subject' ? ' Einschreiben' : '';
      const shown = textOf(inWindow);
      expect(
        shown.startsWith(`Stadt Prüfingen · Am Markt 1 · 09999 Prüfingen${note} Fraktion`),
        `${what}: ${shown}`,
      ).toBe(true);
      if (what !== 'long-address') expect(shown.endsWith('Lange Gasse 12 09999 Prüfingen')).toBe(true);
      for (const { text, left, right, top, bottom } of inWindow) {
        expect(left, text).toBeGreaterThanOrEqual(FIELD.left + 5 - TOLERANCE_MM);
        expect(right, text).toBeLessThanOrEqual(FIELD.right);
        expect(top, text).toBeGreaterThanOrEqual(din.field);
        expect(bottom, text).toBeLessThanOrEqual(din.fieldEnd + TOLERANCE_MM);
      }
    }
  });

  it('puts a note into the notes zone, above the address', async (test) => {
    requireJudges(test, ['Poppler']);
    const note = wordOf(await firstPage(find('long-subject', form).pdf), 'Einschreiben');
    near(note.left, 25, 'note, left');
    expect(note.top).toBeGreaterThan(din.field + 5);
    expect(note.bottom).toBeLessThan(din.address);
  });

  it('never loses street and place of a long address', async (test) => {
    requireJudges(test, ['Poppler']);
    const words = await firstPage(find('long-address', form).pdf);
    const zone = words.filter(
      (word) => word.left < FIELD.right && word.top > din.address - 1 && word.bottom < din.fieldEnd + 1,
    );
    const text = textOf(zone);
    expect(text).toContain('Fraktionsgemeinschaft');
    expect(text).toContain('Herrn Professor Doktor');
    for (const line of LONG_ADDRESS.slice(-2)) expect(text).toContain(line.trim());
    const rows = new Set(zone.map((word) => word.top.toFixed(1)));
    expect(rows.size).toBeLessThanOrEqual(6);
  });

  it('folds and punches where the marks are, on the first page only', async (test) => {
    requireJudges(test, ['Poppler']);
    const { pdf } = find('three-pages', form);
    const scratch = join(folder, `marks-${form}`);
    const places = await darkPlacesAt(pdf, 1, 6, scratch);
    expect(places).toHaveLength(3);
    [din.folds[0], PUNCH, din.folds[1]].forEach((wanted, index) => near(places[index] ?? 0, wanted, 'mark', 0.2));
    const long = await darkPlacesAt(pdf, 1, 9, scratch);
    expect(long).toHaveLength(1);
    near(long[0] ?? 0, PUNCH, 'punch mark', 0.2);
    expect(await darkPlacesAt(pdf, 2, 6, scratch)).toEqual([]);
    const bare = await write('no-marks', form, letterDocument(letter(), letterProfile(form, { letterMarks: false })));
    expect(await darkPlacesAt(bare.pdf, 1, 6, scratch)).toEqual([]);
  });

  it('counts its blank lines: two around the subject, one before text and greeting, three for the signature', async (test) => {
    requireJudges(test, ['Poppler']);
    const words = await firstPage(find('cover-letter', form).pdf);
    const line = (14 * 25.4) / 72;
    const top = (text: string): number =>
      Math.max(...words.filter((word) => word.text === text).map((word) => word.top));
    const places = ['Bänke', 'Sehr', 'als', 'Für', 'Mit', 'Erika', 'Fachbereichsleiterin', 'Anlage', 'Verteiler'].map(
      top,
    );
    const wanted = [3, 2, 2, 2, 4, 1, 2, 3];
    // "Anlage" stands in the text and above the list: the last one counts, with one line of its own before "Verteiler".
    wanted.forEach((lines, index) =>
      near((places[index + 1] ?? 0) - (places[index] ?? 0), lines * line, `step ${index + 1}`, 0.1),
    );
  });

  it('moves the subject below a long information block, with two blank lines between them', async (test) => {
    requireJudges(test, ['Poppler']);
    const words = await firstPage(find('full-information', form).pdf);
    const last = wordOf(words, 'nichtöffentlich');
    const subject = words.find((word) => word.text === 'Stellungnahme' && word.left < 26);
    expect(last.top).toBeGreaterThan(din.fieldEnd);
    near((subject?.top ?? 0) - last.top, (11.5 * 25.4) / 72 + 8.46, 'subject below the block', 0.3);
    for (const { text, left, right } of words.filter(
      (word) => word.left > 120 && word.top < last.bottom && word.top > din.information - 1,
    )) {
      expect(left, text).toBeGreaterThanOrEqual(124.5);
      expect(right, text).toBeLessThanOrEqual(200);
    }
  });

  it('prints a subject of 250 characters whole', async (test) => {
    requireJudges(test, ['Poppler']);
    const words = await firstPage(find('long-subject', form).pdf);
    const subject = words.filter((word) => word.top >= din.text - 1 && word.left < 190);
    expect(textOf(subject)).toContain(LONG_SUBJECT);
  });

  it('continues with a head line and page numbers, without a letterhead', async (test) => {
    requireJudges(test, ['Poppler']);
    const pages = await placedWords(find('three-pages', form).pdf);
    expect(pages).toHaveLength(3);
    pages.forEach((page, index) => {
      const text = textOf(page);
      expect(text).toContain(`Seite ${index + 1} von 3`);
      expect(text.includes('www.pruefingen.example')).toBe(index === 0);
      if (index === 0) return;
      expect(text.startsWith('Stadt Prüfingen · Stellungnahme S0001/26')).toBe(true);
      const head = page.filter((word) => word.top < 25);
      expect(textOf(head)).toContain('02.03.2026');
      const first = page.find((word) => word.top > 25);
      expect(first?.top).toBeLessThan(32);
    });
  });

  it('is read in its order: sender, recipient, information block, subject, text', async (test) => {
    requireJudges(test, ['Poppler']);
    const text = await outputOf('pdfinfo', ['-struct-text', '-enc', 'UTF-8', find('cover-letter', form).pdf]);
    const order = [
      'Am Markt 1',
      'Fraktion Neue Mitte',
      '12.01.2026',
      'H1',
      'Sehr geehrte',
      'Mit freundlichen',
      'Erika Muster',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('inside the house names from whom to whom, without greeting', async (test) => {
    requireJudges(test, ['Poppler']);
    const words = await firstPage(find('internal', form).pdf);
    const text = textOf(words);
    expect(text).not.toContain('Sehr geehrte');
    expect(text).not.toContain('Mit freundlichen');
    expect(text).toContain('Von FB 61');
    near(wordOf(words, 'An').top, din.information, 'from and to');
    near(wordOf(words, 'Stellungnahme').top, din.text, 'subject');
  });

  it('keeps what is not known visible', async (test) => {
    requireJudges(test, ['Poppler']);
    const text = textOf(await firstPage(find('nothing-known', form).pdf));
    expect(text).toContain('[Empfänger]');
    expect(text).toContain('Zwischennachricht [zum Antrag oder zur Anfrage]');
  });
});

describe('every letter', () => {
  it.for(['3a', 'ua1'] as const)('passes veraPDF %s', async (flavour, test) => {
    requireJudges(test, ['veraPDF']);
    const verdicts = await verapdf(
      written.map(({ pdf }) => pdf),
      flavour,
    );
    expect(verdicts.length).toBeGreaterThanOrEqual(2 * LETTER_KINDS.length);
    const bad = verdicts.flatMap(({ compliant, failures }, index) =>
      compliant ? [] : [{ what: written[index]?.what, failures: failures.slice(0, 3) }],
    );
    expect(bad).toEqual([]);
  });

  it('is sound, tagged and titled by its subject', async (test) => {
    requireJudges(test, ['qpdf', 'Poppler']);
    for (const { what, pdf } of written) expect(await qpdfCheck(pdf), what).toEqual({ sound: true, problems: [] });
    const info = await pdfInfo(find('cover-letter', 'B').pdf);
    expect(info).toMatchObject({
      Title: 'Stellungnahme S0001/26 zum Antrag A0001/26: Bänke am Weiher',
      Author: 'Stadt Prüfingen',
      Subject: 'Anschreiben an die Fraktion',
      Tagged: 'yes',
    });
  });

  it('is a valid Word document', async (test) => {
    requireJudges(test, ['OOXML schemas', 'Python', 'xmllint']);
    for (const { what, docx } of written) expect(coreXmlCheck(readFileSync(docx)), what).toEqual([]);
    const judged = written.filter(({ what, form }) => form === 'B' || what === 'internal');
    const verdicts = await docxSchemaCheck(judged.map(({ docx }) => docx));
    const bad = verdicts?.flatMap(({ valid, problems }, index) =>
      valid ? [] : [{ what: judged[index]?.what, problems: problems.slice(0, 5) }],
    );
    expect(bad).toEqual([]);
  });

  it('stands in LibreOffice where it stands in the PDF', async (test) => {
    requireJudges(test, ['LibreOffice', 'Poppler']);
    const converted = await libreOfficeConvert(
      written.map(({ docx }) => docx),
      'pdf',
      join(folder, 'libre-office'),
    );
    for (const [index, { what, form, pdf }] of written.entries()) {
      const ours = await placedWords(pdf);
      const theirs = await placedWords(converted[index] ?? '');
      expect(theirs.length, `${what} ${form}: pages`).toBe(ours.length);
      // Everything above the text: letterhead, field, information block, subject.
      const end = DIN[form].text + 30;
      const head = (ours[0] ?? []).filter((word) => word.top < end);
      const placed = theirs[0] ?? [];
      for (const word of head) {
        const same = placed.filter((other) => other.text === word.text);
        const distance = Math.min(...same.map((other) => Math.hypot(other.left - word.left, other.top - word.top)));
        expect(distance, `${what} ${form}: „${word.text}“`).toBeLessThanOrEqual(1.5);
      }
    }
  });

  it('has the same bytes for the same letter', async () => {
    const profile = withArms(letterProfile('B'));
    const again = await write('again', 'B', letterDocument(letter(), profile));
    const first = find('cover-letter', 'B');
    expect(readFileSync(again.pdf).equals(readFileSync(first.pdf))).toBe(true);
    expect(readFileSync(again.docx).equals(readFileSync(first.docx))).toBe(true);
  });
});
