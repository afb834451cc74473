/**
 * A vCard file as its cards with their properties, one line each, in the form of version 3.0. The parser (ical.js) knows 3.0 and 4.0
 * and gives up the whole file on one bad line; Outlook writes 2.1, which folds lines otherwise, has parameters without a name
 * ("TEL;WORK:"), and values in quoted-printable of any encoding.
 */
import { decodeValue } from './decode-list.ts';

export interface ContentLine {
  /** Lower case, without group ("item1.TEL" is "tel"). */
  readonly name: string;
  /** Lower case values of TYPE, and "pref" for PREF=1. */
  readonly types: readonly string[];
  /** As written, escapes included. */
  readonly value: string;
}

export interface Card {
  readonly lines: readonly ContentLine[];
  /** False when the file ended before END:VCARD. */
  readonly closed: boolean;
}

/** No name or address is longer; what is cut off here would not fit into a cell either. */
const LARGEST_VALUE = 20_000;
const LARGEST_PREFIX = 2000;
/** Properties of one card; real ones have some thirty. */
const MOST_LINES = 1000;

interface Parsed extends ContentLine {
  readonly quotedPrintable: boolean;
  readonly charset: string;
}

/** Place of the colon that ends name and parameters; quoted parameters may hold colons. -1 when there is none. */
function valueStart(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length && at < LARGEST_PREFIX; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    if (line[at] === ':' && !quoted) return at;
  }
  return -1;
}

function parseLine(line: string): Parsed | undefined {
  const colon = valueStart(line);
  if (colon < 1) return undefined;
  const [fullName = '', ...parameters] = line.slice(0, colon).toLowerCase().split(';');
  const named = parameters.map((parameter) => {
    const equals = parameter.indexOf('=');
    const value = parameter
      .slice(equals + 1)
      .replaceAll('"', '')
      .trim();
    return equals < 0 ? { key: 'type', value } : { key: parameter.slice(0, equals).trim(), value };
  });
  const valueOf = (key: string): string => named.find((parameter) => parameter.key === key)?.value ?? '';
  const types = named.filter(({ key }) => key === 'type').flatMap(({ value }) => value.split(','));
  if (valueOf('pref') === '1') types.push('pref');
  const quotedPrintable = valueOf('encoding') === 'quoted-printable' || types.includes('quoted-printable');
  return {
    name: fullName.slice(fullName.lastIndexOf('.') + 1).trim(),
    types,
    value: line.slice(colon + 1),
    quotedPrintable,
    charset: valueOf('charset'),
  };
}

function decodeQuotedPrintable(value: string, charset: string): string {
  // An encoded semicolon belongs to the value; a bare one parts its components.
  const ascii = value.replace(/=([0-9a-f]{2})/gi, (_, hex: string) =>
    hex.toLowerCase() === '3b' ? '\\;' : String.fromCharCode(parseInt(hex, 16)),
  );
  // Signs beyond one byte stand there unencoded, against the rule; as UTF-8 they survive the way through bytes.
  const bytes = /[^\u0000-\u00ff]/.test(ascii) ? Buffer.from(ascii, 'utf8') : Buffer.from(ascii, 'latin1');
  // A line break inside a value is "\n" in 3.0.
  return decodeValue(bytes, charset).replace(/\r\n?|\n/g, '\\n');
}

/** Joins folded lines, reading on where quoted-printable says the line goes on. Blank lines and lines without a colon are skipped. */
function* contentLines(text: string): Generator<ContentLine> {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const parts = [lines[at] ?? ''];
    const first = parseLine(parts[0] ?? '');
    if (first?.quotedPrintable === true) {
      while (parts.at(-1)?.endsWith('=') === true && at + 1 < lines.length) {
        parts.push(parts.pop()?.slice(0, -1) ?? '', lines[(at += 1)] ?? '');
      }
    }
    while (/^[ \t]/.test(lines[at + 1] ?? '')) parts.push((lines[(at += 1)] ?? '').slice(1));
    const parsed = parts.length === 1 ? first : parseLine(parts.join(''));
    if (!parsed) continue;
    const value = parsed.value.slice(0, LARGEST_VALUE);
    yield {
      name: parsed.name,
      types: parsed.types,
      value: parsed.quotedPrintable ? decodeQuotedPrintable(value, parsed.charset) : value,
    };
  }
}

/** Cards in their order; a card inside a card (the AGENT of 2.1) belongs to nobody here. Line ends are "\n". */
export function* readCards(text: string): Generator<Card> {
  let lines: ContentLine[] | undefined;
  let depth = 0;
  for (const line of contentLines(text)) {
    const isCard = line.value.trim().toLowerCase() === 'vcard';
    if (line.name === 'begin' && isCard) {
      depth += 1;
      if (depth === 1) lines = [];
    } else if (line.name === 'end' && isCard) {
      depth -= 1;
      if (depth <= 0 && lines) yield { lines, closed: true };
      if (depth <= 0) lines = undefined;
      depth = Math.max(0, depth);
    } else if (depth === 1 && lines && lines.length < MOST_LINES) lines.push(line);
  }
  if (lines) yield { lines, closed: false };
}
