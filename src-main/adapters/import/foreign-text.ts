/** Text files of other programs, told by how they begin: they are no statement, and are refused by their names. */
import { isHtmlPage, isRichTextFormat } from '../formats/text-marks.ts';

/** The first sign that says something; blank lines and a mark of the encoding may stand before it. */
const BEGINNINGS: readonly (readonly [mimeType: string, begins: RegExp])[] = [
  ['application/postscript', /^%!PS(?:-Adobe)?[-\s]/],
  ['text/vcard', /^BEGIN:VCARD\s*\n/i],
  ['text/calendar', /^BEGIN:VCALENDAR\s*\n/i],
  ['message/rfc822', /^From \S+@\S+[^\n]*\d{4}\n[!-9;-~]+:/],
  ['application/x-tex', /^(?:%[^\n]*\n\s*)*\\document(?:class|style)\s*[[{]/],
  ['application/x-pem-file', /^-----BEGIN [A-Z0-9 ]+-----\s*\n/],
  ['text/x-script', /^#!\s?\/\S/],
];
/** A fragment of a page: an element of HTML at the beginning, and one that is closed. */
const HTML =
  /^<(?:!doctype\s+html|html|head|body|title|meta|style|script|div|p|span|table|tbody|tr|td|ul|ol|li|h[1-6]|b|i|strong|em|font|center|section|article|main)(?:\s[^<>]*)?\/?>/i;
const CLOSED = /<\/[a-z][a-z0-9]*\s*>/i;
const ELEMENT = /^<([\p{L}_][\p{L}\d_.:-]*)(?:\s[^<>]*)?>/u;

/** Without a declaration, XML is known by its last element, which is its first. */
function isMarkup(text: string): 'text/html' | 'application/xml' | undefined {
  if (isHtmlPage(text) || (HTML.test(text) && CLOSED.test(text))) return 'text/html';
  const name = ELEMENT.exec(text)?.[1];
  return name !== undefined && text.trimEnd().endsWith(`</${name}>`) ? 'application/xml' : undefined;
}

const DELIMITERS = [';', ',', '\t', '|'] as const;
const SAMPLE_ROWS = 200;
const LONGEST_CELL = 300;
const QUOTED = /"(?:[^"]|"")*"/g;

/**
 * A table: every line has as many cells as the first, which names them; nobody writes a stop at a line's end or a colon behind
 * its first cell, and no blank follows a mark
 * that parts cells. Prose has blanks behind its commas, and lines of unequal number. Two columns may be chance, so they need a third line, but
 * for those a tab parts: nobody writes two lines with one tab in each.
 */
function isTable(text: string): boolean {
  const rows = text
    .replace(QUOTED, 'Q')
    .split(/\r\n?|\n/)
    .filter((row) => row.trim() !== '')
    .slice(0, SAMPLE_ROWS);
  const [head = ''] = rows;
  return DELIMITERS.some((delimiter) => {
    const columns = head.split(delimiter).length;
    if (columns < 2 || rows.length < (columns === 2 && delimiter !== '\t' ? 3 : 2)) return false;
    return rows.every((row) => {
      const cells = row.split(delimiter);
      const isParted = cells.slice(1).every((cell) => !/^[ \u00a0]\S/.test(cell)) && !(cells[0] ?? '').endsWith(':');
      return (
        cells.length === columns &&
        isParted &&
        !/[.!?:]$/.test(row) &&
        cells.every((cell) => cell.length <= LONGEST_CELL)
      );
    });
  });
}

/** The type of the program's text; undefined for what may be somebody's words. */
export function foreignText(text: string): string | undefined {
  const start = text.trimStart().replace(/\r\n?/g, '\n');
  return (
    (isRichTextFormat(start) ? 'application/rtf' : undefined) ??
    BEGINNINGS.find(([, begins]) => begins.test(start))?.[0] ??
    isMarkup(start) ??
    (isTable(start) ? 'text/csv' : undefined)
  );
}
