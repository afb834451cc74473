/** From numbered lines to an outline of points: what belongs to which number, what is a heading over others. Pure. */
import { shorten } from '../../base/shorten.ts';
import type { NumberedLine } from './numbering.ts';
import type { Line } from './text-lines.ts';

export interface Place {
  /** Block of the paper's text; null in a text without ids. */
  readonly block: string | null;
  /** UTF-16 units of the block's plain text. */
  readonly start: number;
  readonly end: number;
}

export interface OutlineEntry {
  readonly label: string;
  readonly level: number;
  readonly list: number;
  readonly lines: readonly Line[];
  readonly text: string;
  readonly places: readonly Place[];
}

const LONGEST_HEADING = 90;
const LONGEST_GROUP_LABEL = 30;
/** "… a) davon unbesetzt, und": what joins it to the next one belongs to neither. */
const JOINING = /(?:[,;]\s*)?(?:\b(?:und|oder|sowie|und\/oder|bzw\.)|[,;])\s*$/u;
const JOINING_ALONE = /^(?:und|oder|sowie|und\/oder|bzw\.)[,:]?$/iu;

export const isJoining = (text: string): boolean => JOINING_ALONE.test(text);

/** Short, of its own, and no sentence: it stands over what follows. */
export const isHeadingLike = ({ text, isHeading }: Line): boolean =>
  isHeading ||
  (text.length <= LONGEST_HEADING && !/[.?!,;]$/u.test(text) && !/\b(?:ist|sind|wird|werden|hat|haben)\b/u.test(text));

/** The words without what numbers them and without what joins them to the next. */
function ownWords(line: Line, typed: number): { readonly text: string; readonly place: Place } {
  const cut = line.text.slice(typed);
  const text = cut.replace(JOINING, '').trimEnd();
  const start = line.start + typed;
  return { text, place: { block: line.block, start, end: start + text.length } };
}

export function entryOf(label: string, level: number, list: number, lines: readonly Line[], typed = 0): OutlineEntry {
  const parts = lines
    .filter(({ text }) => !isJoining(text))
    .map((line, at) => ownWords(line, at === 0 ? typed : 0))
    .filter(({ text }) => text !== '');
  return {
    label,
    level,
    list,
    lines,
    text: parts.map(({ text }) => text).join('\n'),
    places: parts.map(({ place }) => place),
  };
}

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** Running text that belongs to no number, with the number of entries before it. */
  readonly loose: readonly { readonly line: Line; readonly after: number }[];
}

interface Started {
  readonly label: string;
  readonly level: number;
  readonly list: number;
  readonly isBullet: boolean;
  readonly typed: number;
  lines: Line[];
}

/** "2 a)" for a letter below a 2; sections name themselves. */
function fullLabel(parents: readonly Started[], { marker, level }: NumberedLine): string {
  const own = marker?.label ?? '';
  const parent = parents.findLast((entry) => entry.level < level && entry.label !== '');
  return marker?.kind === 'section' || !parent ? own : `${parent.label} ${own}`;
}

export function outline(lines: readonly NumberedLine[]): Outline {
  const started: Started[] = [];
  const loose: { line: Line; after: number }[] = [];
  lines.forEach((one, at) => {
    const { line, marker, level, list } = one;
    const last = started.at(-1);
    if (marker === null) {
      const isInside =
        last !== undefined && (line.depth > 0 || !line.isFirst) && last.lines.includes(lines[at - 1]?.line ?? line);
      const goesOn = lines
        .slice(at + 1)
        .some((next) => next.list === last?.list && next.marker?.kind !== 'bullet' && last.label !== '');
      const isBetween = last !== undefined && goesOn && !isHeadingLike(line) && !isJoining(line.text);
      if (isInside || isBetween) last.lines.push(line);
      else if (!isJoining(line.text)) loose.push({ line, after: started.length });
      return;
    }
    // Dashes below a number are part of what it says.
    const holder = started.at(-1);
    if (marker.kind === 'bullet' && level > 0 && holder && holder.label !== '') {
      holder.lines.push(line);
      return;
    }
    started.push({
      label: fullLabel(
        started.filter((entry) => entry.list === list),
        one,
      ),
      level,
      list,
      isBullet: marker.kind === 'bullet',
      typed: marker.length,
      lines: [line],
    });
  });
  return { entries: named(started, loose), loose };
}

/** A running number for what bears none; lists that begin anew bear their heading, so that each label names one point. */
function named(started: readonly Started[], loose: Outline['loose']): readonly OutlineEntry[] {
  const lists = new Set(started.map(({ list }) => list));
  const restarts = new Map<number, { heading: Line | null; prefix: string }>();
  const clash = new Set(
    started.map(({ label }) => label).filter((label, at, all) => label !== '' && all.indexOf(label) !== at),
  );
  if (clash.size > 0 && lists.size > 1)
    [...lists].forEach((list, order) => {
      const first = started.findIndex((entry) => entry.list === list);
      const heading = loose.findLast(({ line, after }) => after === first && isHeadingLike(line))?.line ?? null;
      const words = heading?.text.replace(/\s*:$/u, '') ?? `Liste ${String(order + 1)}`;
      restarts.set(list, { heading, prefix: `${shorten(words, LONGEST_GROUP_LABEL)}, ` });
    });
  let running = 0;
  const seen = new Set<number>();
  const taken = new Set<string>();
  const once = (label: string): string => {
    let own = label;
    for (let number = 2; taken.has(own); number += 1) own = `${label} (${String(number)})`;
    taken.add(own);
    return own;
  };
  return started.flatMap(({ label, level, list, lines, typed }): OutlineEntry[] => {
    const group = restarts.get(list);
    if (label === '') running += 1;
    const own = `${group?.prefix ?? ''}${label === '' ? String(running) : label}`;
    const heading = group?.heading && !seen.has(list) ? once(group.prefix.replace(/, $/u, '')) : null;
    const entry = entryOf(once(own), group?.heading ? level + 1 : level, list, lines, typed);
    if (!group?.heading || heading === null) return [entry];
    seen.add(list);
    return [entryOf(heading, 0, list, [group.heading]), entry];
  });
}
