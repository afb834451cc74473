/** Last touches on any extracted text. */
import { LARGEST_TEXT } from './attachment-text.ts';

/** All control characters but tab and line feed, and the hyphens and marks nobody types into a search. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\ufeff]/g;
/** A word longer than this is cut through. */
const LONGEST_WORD = 200;

export function tidyText(raw: string): string {
  return raw
    .replace(/\r\n?|[\f\v]/g, '\n')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The text up to the limit, without its last, broken word. */
export function cutText(text: string, limit = LARGEST_TEXT): { readonly text: string; readonly cut: boolean } {
  if (text.length <= limit) return { text, cut: false };
  const end = text.slice(Math.max(0, limit - LONGEST_WORD), limit + 1);
  const gap = end.search(/\s\S*$/);
  const at = gap < 0 ? limit : limit + 1 - end.length + gap;
  const kept = text.slice(0, at);
  return { text: (/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept).trimEnd(), cut: true };
}
