/**
 * Reads a finished PDF again, from its bytes alone, and compares it with what was to be printed: for what the typesetter can get wrong. Does not
 * use the library that other files are read with, nor anything the finishing step remembers.
 */
import type { PrintDocument } from '../../core/print/model.ts';
import { tableHeads } from '../../core/print/table-heads.ts';
import { PAGE_NUMBER, textsOfDocument, type PlacedText } from '../../core/print/texts-of-document.ts';
import { pdfFaultWords } from '../../contract/document/texts-de.ts';
import { PlainPdf } from './plain-pdf.ts';
import { Name } from './plain-values.ts';
import { isElement, structureRead, textsByPlace, type ReadElement, type ReadText } from './read-out.ts';
import { shownContents, type Shown } from './shown-contents.ts';

export interface PdfFault {
  readonly place: string;
  readonly problem: string;
}
type Reading = keyof ReadText;

/** Blanks and line ends are the typesetter's; what nobody sees is no text. Taken apart, so that pieces compare as the whole does. */
const bare = (text: string): string => text.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '').normalize('NFD');
const SHOWN_AROUND = 24;

/** Markers of lists are the typesetter's own. */
function wordsOf(element: ReadElement, reading: Reading): string {
  if (element.type === 'Lbl' || element.type === 'Figure') return '';
  return element.kids.map((kid) => (isElement(kid) ? wordsOf(kid, reading) : kid[reading])).join('');
}

function* elementsIn(elements: readonly ReadElement[]): Generator<ReadElement> {
  for (const element of elements) {
    yield element;
    yield* elementsIn(element.kids.filter(isElement));
  }
}

/** In pieces that are known, with null for the number of a page. */
const piecesOf = (texts: readonly PlacedText[]): { readonly place: string; readonly wanted: string | null }[] =>
  texts.flatMap(({ place, text }) =>
    text
      .split(PAGE_NUMBER)
      .flatMap((part, index) => [
        ...(index > 0 ? [{ place, wanted: null }] : []),
        ...(bare(part) === '' ? [] : [{ place, wanted: bare(part) }]),
      ]),
  );

/** Digits of a page number; what is known to follow may begin with digits itself. */
function numberLength(read: string, next: string | null): number {
  const digits = /^\d*/.exec(read)?.[0].length ?? 0;
  for (let length = 1; length < digits; length += 1) if (next !== null && read.startsWith(next, length)) return length;
  return digits;
}

/** The first place where the words part; null where they are the same. */
function difference(texts: readonly PlacedText[], read: string): PdfFault | null {
  const pieces = piecesOf(texts);
  let at = 0;
  for (const [index, { place, wanted }] of pieces.entries()) {
    if (wanted === null) at += numberLength(read.slice(at), pieces[index + 1]?.wanted ?? null);
    else if (read.startsWith(wanted, at)) at += wanted.length;
    else {
      let same = 0;
      while (same < wanted.length && wanted[same] === read[at + same]) same += 1;
      const from = at + Math.max(0, same - SHOWN_AROUND / 2);
      return { place, problem: pdfFaultWords.read(read.slice(from, from + SHOWN_AROUND).normalize('NFC')) };
    }
  }
  const rest = read.slice(at, at + SHOWN_AROUND).normalize('NFC');
  return rest === '' ? null : { place: pdfFaultWords.end, problem: pdfFaultWords.read(rest) };
}

/** Head and foot of pages: each text stands on a page, with numbers for what is filled in. */
function marginFaults(texts: readonly PlacedText[], margins: readonly string[]): PdfFault[] {
  return texts.flatMap(({ place, text }) => {
    const pattern = bare(text)
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
      .join(String.raw`\d+`);
    const isThere = margins.length === 0 || margins.some((margin) => new RegExp(pattern).test(margin));
    return isThere ? [] : [{ place, problem: pdfFaultWords.read((margins[0] ?? '').slice(0, SHOWN_AROUND)) }];
  });
}

function headingFaults(structure: readonly ReadElement[]): PdfFault[] {
  let before = 0;
  return [...elementsIn(structure)].flatMap((element) => {
    const level = Number(/^H([1-6])$/.exec(element.type)?.[1] ?? 0);
    if (level === 0) return [];
    const isJump = level > before + 1;
    before = level;
    const place = pdfFaultWords.heading(
      wordsOf(element, 'signs')
        .trim()
        .slice(0, 2 * SHOWN_AROUND),
    );
    return isJump ? [{ place, problem: pdfFaultWords.jump }] : [];
  });
}

const headsOf = (element: ReadElement): ReadElement[] =>
  element.kids.filter(isElement).flatMap((kid) => {
    if (kid.type === 'Table') return [];
    return [...(kid.type === 'TH' ? [kid] : []), ...headsOf(kid)];
  });
const hasScope = ({ attributes }: ReadElement): boolean =>
  attributes.some((entries) => {
    const scope = entries.get('Scope');
    return scope instanceof Name && ['Row', 'Column', 'Both'].includes(scope.name);
  });

function tableFaults(structure: readonly ReadElement[], wanted: readonly number[]): PdfFault[] {
  const tables = [...elementsIn(structure)].filter(({ type }) => type === 'Table').map(headsOf);
  const place = (at: number): string => pdfFaultWords.table(at + 1);
  if (tables.length !== wanted.length) return [{ place: place(tables.length), problem: pdfFaultWords.heads }];
  return tables.flatMap((heads, at) =>
    heads.length === wanted[at] && heads.every(hasScope) ? [] : [{ place: place(at), problem: pdfFaultWords.heads }],
  );
}

/** Signs that say nothing (ISO 19005-3, 6.2.11.7.2), or that only some fonts know (6.2.11.7.3). */
const NO_SIGN = /^$|[\0\ufeff\ufffe]|\p{Co}/u;

function signFaults({ contents, fonts }: Shown): PdfFault[] {
  for (const content of contents)
    for (const { font, codes } of content.runs) {
      const signs = fonts.get(content.fonts.get(font) ?? -1)?.signs;
      const words = codes.map((code) => signs?.get(code) ?? '');
      if (words.some((sign) => NO_SIGN.test(sign)))
        return [{ place: pdfFaultWords.words(words.join('').slice(0, 2 * SHOWN_AROUND)), problem: pdfFaultWords.sign }];
    }
  return [];
}

/** Every fault found, the first of each kind; nothing when the file says what the document says. Throws on a file it cannot read. */
export function pdfFaults(bytes: Uint8Array, document: PrintDocument): readonly PdfFault[] {
  const pdf = new PlainPdf(bytes);
  const shown = shownContents(pdf);
  const byPlace = textsByPlace(shown);
  const structure = structureRead(pdf, byPlace);
  const texts = textsOfDocument(document);
  const inText = texts.filter((text) => text.shown === undefined);
  const hasNextPages = pdf.pages().length > 1;
  const inMargin = texts.filter(
    ({ text, shown: where }) => text !== '' && (where === 'margin' || (where === 'next-pages' && hasNextPages)),
  );
  const different = (['signs', 'spoken'] as const).flatMap((reading) => {
    const margins = [...byPlace].flatMap(([place, read]) => (place.includes(' ') ? [] : [bare(read[reading])]));
    const words = bare(structure.map((element) => wordsOf(element, reading)).join(''));
    const first = difference(inText, words);
    return [...(first ? [first] : []), ...marginFaults(inMargin, margins)];
  });
  return [
    ...different.slice(0, 1),
    ...signFaults(shown),
    ...headingFaults(structure),
    ...tableFaults(structure, tableHeads(document.blocks)),
  ];
}
