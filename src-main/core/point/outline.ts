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
  /** Length of what numbers the first line. */
  readonly typed: number;
  readonly text: string;
  readonly places: readonly Place[];
}

const LONGEST_HEADING = 90;
const LONGEST_GROUP_LABEL = 30;
/** Before the running number of a dash below a number. */
const DASH = ' – ';
/** "… a) davon unbesetzt, und": what joins it to the next one belongs to neither. */
const JOINING = /(?:[,;]\s*)?(?:\b(?:und|oder|sowie|und\/oder|bzw\.)|[,;])\s*$/u;
const JOINING_ALONE = /^(?:und|oder|sowie|und\/oder|bzw\.)[,:]?$/iu;

const isJoining = (text: string): boolean => JOINING_ALONE.test(text);

/** Short, of its own, and no sentence: it stands over what follows. */
export const isHeadingLike = ({ text, isHeading }: Line): boolean =>
  isHeading ||
  (text.length <= LONGEST_HEADING && !/[.?!,;]$/u.test(text) && !/\b(?:ist|sind|wird|werden|hat|haben)\b/u.test(text));

/** The words without what numbers them, the last ones without what joins them to the next point. */
function ownWords(line: Line, typed: number, isLast: boolean): { readonly text: string; readonly place: Place } {
  const cut = line.text.slice(typed);
  const text = isLast ? cut.replace(JOINING, '').trimEnd() : cut;
  const start = line.start + typed;
  return { text, place: { block: line.block, start, end: start + text.length } };
}

export function entryOf(label: string, level: number, list: number, lines: readonly Line[], typed = 0): OutlineEntry {
  const own = lines.filter(({ text }) => !isJoining(text));
  const parts = own
    .map((line, at) => ownWords(line, at === 0 ? typed : 0, at === own.length - 1))
    .filter(({ text }) => text !== '');
  return {
    label,
    level,
    list,
    lines,
    typed,
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
  readonly typed: number;
  lines: Line[];
}

/** "2 a)" for a letter below a 2; sections name themselves. `path`: the open entry of each level. */
function fullLabel(path: readonly (Started | undefined)[], { marker, level }: NumberedLine): string {
  const own = marker?.label ?? '';
  const parent = path.slice(0, level).findLast((entry) => entry !== undefined && entry.label !== '');
  return marker?.kind === 'section' || !parent ? own : `${parent.label} ${own}`;
}

/** Whether running text belongs to the point before it. */
function belongs(
  last: Started,
  line: Line,
  before: Line | undefined,
  next: NumberedLine | undefined,
  goesOn: boolean,
): boolean {
  const isInside = (line.depth > 0 || !line.isFirst) && last.lines.at(-1) === before;
  if (isInside) return true;
  if (last.label === '') return false;
  // "… folgende Flächen:" before dashes.
  const leads = line.text.endsWith(':') && next?.marker?.kind === 'bullet';
  return leads || (goesOn && !isHeadingLike(line) && !isJoining(line.text));
}

/** Dashes below a number are part of what it says, unless they ask and the number only leads to them. */
function asksByDashes(holder: Started, line: Line): boolean {
  const [first] = holder.lines;
  return line.text.includes('?') && first !== undefined && !first.text.includes('?') && first.text.endsWith(':');
}

export function outline(lines: readonly NumberedLine[]): Outline {
  const started: Started[] = [];
  const loose: { line: Line; after: number }[] = [];
  const lastOf = new Map<number, number>();
  lines.forEach(({ list, marker }, at) => {
    if (marker !== null && marker.kind !== 'bullet') lastOf.set(list, at);
  });
  let path: (Started | undefined)[] = [];
  let holder: Started | undefined;
  let dashes = 0;
  const start = (one: NumberedLine, label: string): void => {
    const { line, marker, level, list } = one;
    const entry = { label, level, list, typed: marker?.length ?? 0, lines: [line] };
    path = [
      ...path.slice(0, level),
      ...Array.from({ length: Math.max(0, level - path.length) }, () => undefined),
      entry,
    ];
    started.push(entry);
  };
  lines.forEach((one, at) => {
    const { line, marker, level } = one;
    const last = started.at(-1);
    if (marker === null) {
      const goesOn = last !== undefined && (lastOf.get(last.list) ?? -1) > at;
      if (last && belongs(last, line, lines[at - 1]?.line, lines[at + 1], goesOn)) last.lines.push(line);
      else if (!isJoining(line.text)) loose.push({ line, after: started.length });
      return;
    }
    if (marker.kind !== 'bullet') {
      if (level === 0) path = [];
      start(one, fullLabel(path, one));
      holder = started.at(-1);
      dashes = 0;
    } else if (level === 0 || !holder) {
      start(one, '');
    } else if (asksByDashes(holder, line)) {
      dashes += 1;
      start(one, `${holder.label}${DASH}${String(dashes)}`);
    } else last?.lines.push(line);
  });
  return { entries: named(started, loose), loose };
}

/** Lists whose labels clash bear their heading before them. */
function headings(
  started: readonly Started[],
  loose: Outline['loose'],
): ReadonlyMap<number, { heading: Line | null; prefix: string }> {
  const found = new Map<number, { heading: Line | null; prefix: string }>();
  const seen = new Set<string>();
  const clashes = started.some(({ label }) => {
    const isKnown = label !== '' && seen.has(label);
    seen.add(label);
    return isKnown;
  });
  if (!clashes || started.every(({ list }) => list === started[0]?.list)) return found;
  const before = new Map<number, Line>();
  for (const { line, after } of loose) if (isHeadingLike(line)) before.set(after, line);
  started.forEach(({ list }, at) => {
    if (found.has(list)) return;
    const heading = before.get(at) ?? null;
    const words = heading?.text.replace(/\s*:$/u, '') ?? `Liste ${String(found.size + 1)}`;
    found.set(list, { heading, prefix: shorten(words, LONGEST_GROUP_LABEL) });
  });
  return found;
}

/** A running number for what bears none; each label names one point. */
function named(started: readonly Started[], loose: Outline['loose']): readonly OutlineEntry[] {
  const groups = headings(started, loose);
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  const once = (label: string): string => {
    let own = label;
    while (taken.has(own)) {
      const count = (counts.get(label) ?? 1) + 1;
      counts.set(label, count);
      own = `${label} (${String(count)})`;
    }
    taken.add(own);
    return own;
  };
  let running = 0;
  const begun = new Set<number>();
  return started.flatMap(({ label, level, list, lines, typed }): OutlineEntry[] => {
    const group = groups.get(list);
    if (label === '') running += 1;
    const above = group?.heading && !begun.has(list) ? [entryOf(once(group.prefix), 0, list, [group.heading])] : [];
    begun.add(list);
    const own = label === '' ? String(running) : label;
    const full = group ? `${group.prefix}, ${own}` : own;
    return [...above, entryOf(once(full), group?.heading ? level + 1 : level, list, lines, typed)];
  });
}
