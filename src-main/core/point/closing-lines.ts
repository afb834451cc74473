/** What follows the last point in its own paragraph and belongs to the letter, not to the point. Pure. */
import type { PointKind } from '../../contract/point/shapes.ts';
import { sentences } from '../../base/sentences.ts';
import { isFormal, isProcedure } from './asking.ts';
import { entryOf, type OutlineEntry } from './outline.ts';
import { ends } from './sections.ts';
import type { Line } from './text-lines.ts';

const isClosing = (sentence: string): boolean => isFormal(sentence) || isProcedure(sentence);

/** Sentences at the end of a line that only close the letter are cut off; undefined where nothing is left. */
function trimmed(line: Line, isOnly: boolean): Line | undefined {
  const found = sentences(line.text);
  let count = found.length;
  while (count > (isOnly ? 1 : 0) && isClosing(found[count - 1]?.text ?? '')) count -= 1;
  if (count === found.length) return line;
  const last = found[count - 1];
  return last && { ...line, text: line.text.slice(0, last.end) };
}

function ownLines(lines: readonly Line[], kind: PointKind): readonly Line[] {
  const end = lines.findIndex((line, at) => at > 0 && ends(line));
  let own = end === -1 ? [...lines] : lines.slice(0, end);
  // Behind a question no line that asks nothing, unless it is the rest of one that does.
  const asking = own.findLastIndex(({ text }) => text.includes('?'));
  if (kind === 'question' && asking !== -1) own = own.slice(0, asking + 1);
  while (own.length > 1) {
    const line = trimmed(own.at(-1) ?? (own[0] as Line), false);
    if (line && line === own.at(-1)) return own;
    own = line ? [...own.slice(0, -1), line] : own.slice(0, -1);
    if (line) return own;
  }
  const [only] = own;
  return only ? [trimmed(only, true) ?? only] : own;
}

/** Only the last point can have swallowed them. */
export function withoutClosing(entries: readonly OutlineEntry[], kind: PointKind): readonly OutlineEntry[] {
  const last = entries.at(-1);
  if (!last) return entries;
  const lines = ownLines(last.lines, kind);
  if (lines.length === last.lines.length && lines.every((line, at) => line === last.lines[at])) return entries;
  return [...entries.slice(0, -1), entryOf(last.label, last.level, last.list, lines, last.typed)];
}
