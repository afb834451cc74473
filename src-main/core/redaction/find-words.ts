/** Finds the same words again, however they are written: other blanks, other case, telephone numbers with other separators. Pure. */
import type { Passage, RedactionMark } from '../../contract/redaction/shapes.ts';
import type { TextRange } from './redact-text.ts';

/** Shorter words stand inside too many others. */
const LEAST_EVERYWHERE = 3;
const LEAST_INSIDE_WORDS = 5;
const LEAST_DIGITS = 6;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Null for words so short that they mean something only in their place. */
export function wordsPattern(words: string): RegExp | null {
  const digits = words.replace(/\D/g, '');
  if (digits.length >= LEAST_DIGITS && /^[\d\s()+./–-]+$/.test(words))
    return new RegExp(`[+(]{0,2}${[...digits].join(String.raw`[\s()./–-]{0,3}`)}`, 'g');
  const parts = words.trim().split(/\s+/);
  const count = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (count < LEAST_EVERYWHERE) return null;
  const body = parts.map(escape).join(String.raw`\s+`);
  const isOwn = count < LEAST_INSIDE_WORDS;
  return new RegExp(isOwn ? String.raw`(?<![\p{L}\p{N}])${body}(?![\p{L}\p{N}])` : body, 'giu');
}

export function rangesOf(text: string, pattern: RegExp): TextRange[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A mark for every place where the words stand. */
export function occurrencesOf(passages: readonly Passage[], words: string, reason: string): RedactionMark[] {
  // What has more letters than any passage stands nowhere, and is no pattern either.
  const letters = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (passages.every(({ text }) => text.length < letters)) return [];
  const pattern = wordsPattern(words) ?? new RegExp(escape(words), 'g');
  return passages.flatMap(({ field, blockId, text }) =>
    rangesOf(text, pattern).map(({ start, end }) => ({
      field,
      blockId,
      start,
      end,
      words: text.slice(start, end),
      reason,
    })),
  );
}
