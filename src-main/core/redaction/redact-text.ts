/** Takes ranges out of text and puts one mark of constant length in the place of each: nothing tells how much stood there. Pure. */
import { REDACTED_MARK, type Inline } from '../../record/rich-text/rich-text.ts';
import { inlineText } from '../../record/rich-text/plain-text.ts';

/** UTF-16 offsets, end excluded. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const isHalf = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

function marksIn(text: string): TextRange[] {
  return [...text.matchAll(new RegExp(REDACTED_MARK, 'g'))].map(({ index }) => ({
    start: index,
    end: index + REDACTED_MARK.length,
  }));
}

/**
 * In order, none touching another: neighbours with only blanks between them become one, because two marks would tell two words. What was
 * blackened before joins them. A range never cuts a character in half.
 */
export function mergeRanges(text: string, ranges: readonly TextRange[]): readonly TextRange[] {
  const whole = ranges
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({
      start: isHalf(text, start) ? start - 1 : start,
      end: isHalf(text, end) ? end + 1 : end,
    }));
  if (whole.length === 0) return [];
  const merged: TextRange[] = [];
  for (const range of [...whole, ...marksIn(text)].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && text.slice(last.end, range.start).trim() === '')
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}

export function redactLine(text: string, ranges: readonly TextRange[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of mergeRanges(text, ranges)) {
    result += text.slice(at, start) + REDACTED_MARK;
    at = end;
  }
  return result + text.slice(at);
}

type TextInline = Extract<Inline, { type: 'text' }>;

/** A link to another paper names its number once more: what is left of a touched word is no link. */
function pieceOf(inline: TextInline, text: string): TextInline {
  const marks = (inline.marks ?? []).filter(({ type }) => type !== 'paperReference');
  const { marks: _marks, ...rest } = inline;
  return marks.length === 0 ? { ...rest, text } : { ...rest, text, marks };
}

/** Offsets count as in `inlineText`; a placeholder or line break that is touched goes altogether. */
export function redactInlines(content: readonly Inline[], ranges: readonly TextRange[]): readonly Inline[] {
  const merged = mergeRanges(inlineText(content), ranges);
  if (merged.length === 0) return content;
  const result: Inline[] = [];
  let begin = 0;
  for (const inline of content) {
    const end = begin + inlineText([inline]).length;
    const touching = merged.filter((range) => range.start < end && range.end > begin);
    if (touching.length === 0) result.push(inline);
    let at = begin;
    for (const range of touching) {
      if (inline.type === 'text' && range.start > at)
        result.push(pieceOf(inline, inline.text.slice(at - begin, range.start - begin)));
      // Where a range begins stands its mark, once, however many pieces it takes.
      if (range.start >= begin) result.push({ type: 'redacted' });
      at = range.end;
    }
    if (inline.type === 'text' && touching.length > 0 && at < end)
      result.push(pieceOf(inline, inline.text.slice(at - begin)));
    begin = end;
  }
  return result;
}
