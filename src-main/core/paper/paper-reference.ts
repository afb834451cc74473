/**
 * Numbers of papers (domain: class + running number + "/" + year, amendments append up to four "/n").
 * Patterns are configuration of the office; dirty originals such as `A0024/25 /1` or `ÄA0199/20/1/1` are read and kept beside the normal form.
 */
import type { PaperType } from '../../record/basics.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';

export interface PaperReference {
  readonly class: string;
  readonly paperType: PaperType;
  /** Four-digit year. */
  readonly year: number;
  readonly number: number;
  /** Amendment suffixes, at most four; empty for most papers. */
  readonly suffixes: readonly number[];
}

const MAX_SUFFIXES = 4;

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function patternRegExp(pattern: NumberPattern, fewestDigits = Infinity): RegExp {
  const source = pattern.pattern
    .split(/(\{0+\}|\{YY(?:YY)?\})/)
    .map((part) => {
      if (/^\{0+\}$/.test(part)) return `(?<number>\\d{${Math.min(part.length - 2, fewestDigits)},6})`;
      if (part === '{YY}') return '(?<year>\\d{2})';
      if (part === '{YYYY}') return '(?<year>\\d{4})';
      return escapeRegExp(cleaned(part));
    })
    .join('');
  return new RegExp(`^${source}(?<suffixes>(?:/\\d{1,3}){0,${MAX_SUFFIXES}})$`, 'u');
}

/** Two-digit years: 00–79 are 2000–2079, 80–99 are 1980–1999 (no council register is older). */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 80 ? 2000 + year : 1900 + year;
}

/** Blanks out, dashes and Unicode slashes unified, NFC, upper case: what people type and what dirty registers hold. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, '')
    .replace(/[\u2044\u2215]/g, '/')
    .toUpperCase();
}

/** Reads one reference by the office's patterns; undefined when no pattern fits. Never throws. */
export function parseReference(text: string, patterns: readonly NumberPattern[]): PaperReference | undefined {
  const candidate = cleaned(text);
  // Some registers write "ÄA0199/20/1" for an amendment to A0199/20.
  return (
    readNormal(candidate, patterns) ??
    (candidate.startsWith('Ä') ? readNormal(candidate.slice(1), patterns) : undefined)
  );
}

/**
 * The same as a person types it into a field: noughts before the number may be missing ("s101/26" is S0101/26). In running text such a word
 * can be something else.
 */
export function readTyped(text: string, patterns: readonly NumberPattern[]): PaperReference | undefined {
  return parseReference(text, patterns) ?? readNormal(cleaned(text), patterns, 1);
}

function readNormal(
  candidate: string,
  patterns: readonly NumberPattern[],
  fewestDigits?: number,
): PaperReference | undefined {
  for (const pattern of patterns) {
    const match = patternRegExp(pattern, fewestDigits).exec(candidate);
    const groups = match?.groups;
    if (!groups) continue;
    const number = Number(groups['number']);
    const suffixes = (groups['suffixes'] ?? '').split('/').filter(Boolean).map(Number);
    if (number === 0 || suffixes.includes(0)) return undefined;
    const isAmendment = suffixes.length > 0 && (pattern.paperType === 'motion' || pattern.paperType === 'inquiry');
    return {
      class: pattern.class,
      paperType: isAmendment ? 'amendment' : pattern.paperType,
      year: fullYear(groups['year'] ?? ''),
      number,
      suffixes,
    };
  }
  return undefined;
}

/** The normal form, e.g. `S0386/22`, `A0024/25/1`. Throws when the class has no pattern (a broken promise, not an input error). */
export function formatReference(reference: PaperReference, patterns: readonly NumberPattern[]): string {
  const pattern = patterns.find((candidate) => candidate.class === reference.class);
  if (!pattern) throw new Error(`no number pattern for class ${reference.class}`);
  const base = pattern.pattern
    .replace(/\{(0+)\}/, (_, zeros: string) => String(reference.number).padStart(zeros.length, '0'))
    .replace('{YYYY}', String(reference.year).padStart(4, '0'))
    .replace('{YY}', String(reference.year % 100).padStart(2, '0'));
  return [base, ...reference.suffixes].join('/');
}

/** Normal form of a text that may be a reference, else undefined. */
export function normalReference(text: string, patterns: readonly NumberPattern[]): string | undefined {
  const reference = parseReference(text, patterns);
  return reference && formatReference(reference, patterns);
}

/** Normal form of what a person typed. */
export function normalTyped(text: string, patterns: readonly NumberPattern[]): string | undefined {
  const reference = readTyped(text, patterns);
  return reference && formatReference(reference, patterns);
}

export type NumberFault =
  | { readonly kind: 'class'; readonly classes: readonly string[] }
  | { readonly kind: 'digits'; readonly after: string }
  | { readonly kind: 'nought' | 'long' | 'other' }
  | { readonly kind: 'year'; readonly digits: number };

/** What keeps a typed text from being a number of the office: the first thing that a reader would stumble over. */
export function numberFault(text: string, patterns: readonly NumberPattern[]): NumberFault {
  const candidate = cleaned(text);
  const parts = patterns.flatMap(({ pattern }) => {
    const [, before = '', between = '', year] = /^(.*?)\{0+\}(.*?)\{(YY(?:YY)?)\}$/.exec(pattern) ?? [];
    return year === undefined ? [] : [{ before: cleaned(before), between: cleaned(between), digits: year.length }];
  });
  const found = parts
    .filter(({ before }) => candidate.startsWith(before))
    .sort((a, b) => b.before.length - a.before.length)[0];
  if (!found)
    return parts.length > 0 ? { kind: 'class', classes: parts.map(({ before }) => before) } : { kind: 'other' };
  const rest = candidate.slice(found.before.length);
  const digits = /^\d*/.exec(rest)?.[0] ?? '';
  if (digits === '') return { kind: 'digits', after: found.before };
  if (digits.length > 6) return { kind: 'long' };
  if (Number(digits) === 0) return { kind: 'nought' };
  const year = new RegExp(`^${escapeRegExp(found.between)}\\d{${found.digits}}(?!\\d)`, 'u');
  return year.test(rest.slice(digits.length)) ? { kind: 'other' } : { kind: 'year', digits: found.digits };
}

/** Where references stand inside running text: start offsets in UTF-16 units, text as printed, normal form. */
export function findReferences(
  text: string,
  patterns: readonly NumberPattern[],
): readonly { readonly start: number; readonly text: string; readonly reference: string }[] {
  const found: { start: number; text: string; reference: string }[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\d/])\p{Lu}{1,4}\d{1,6}\/\d{2,4}(?:\/\d{1,3}){0,4}(?![\d/])/gu)) {
    const reference = normalReference(match[0], patterns);
    if (reference) found.push({ start: match.index, text: match[0], reference });
  }
  return found;
}

/** File-name form: `S0386/22` → `S0386-22`. Characters that Windows refuses become "-". */
export function referenceFileName(reference: string): string {
  return reference.replace(/[\\/:*?"<>|\s]+/g, '-');
}
