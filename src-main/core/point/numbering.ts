/** Which lines are numbered, and how deep: a number counts where it begins a list or goes on with one. Pure. */
import type { Marker } from './markers.ts';
import type { Line } from './text-lines.ts';

export interface NumberedLine {
  readonly line: Line;
  /** Null: a line of running text. */
  readonly marker: Marker | null;
  /** 0 for the outermost number of its list. */
  readonly level: number;
  /** Lists that begin anew are counted; -1 for running text. */
  readonly list: number;
}

interface Open {
  readonly style: string;
  readonly kind: Marker['kind'];
  readonly value: number;
}

const isSure = ({ kind, style }: Marker): boolean =>
  kind === 'list' || kind === 'bullet' || style.startsWith('word') || (kind === 'figure' && style !== 'figure');

const REACH = 300;

/** "a)" alone numbers nothing: somewhere behind it there must be "b)". */
const hasNext = (marker: Marker, lines: readonly Line[], at: number): boolean =>
  lines
    .slice(at + 1, at + 1 + REACH)
    .some(({ markers }) => markers.some(({ style, value }) => style === marker.style && value === marker.value + 1));

/** "… wurden vom⏎2. Bürgermeister": the sentence goes on, and what looks like a number is counted. */
const GOES_ON =
  /(?:^|\s)(?:der|die|das|des|dem|den|vom|zum|zur|im|ins|am|ans|beim|bis|ab|seit|nach|von|in|an|auf|für|mit|als|je|ca\.|Nr\.|§|Abs\.|pro|ein|eine[mnrs]?|ihre[nrms]?|seine[nrms]?|dieses|diesem|diesen|dieser)$/iu;
const isCounted = (line: Line, before: Line | undefined): boolean =>
  !line.isFirst && before?.block === line.block && GOES_ON.test(before.text);

/** What a change adds or replaces bears the number that it has in the paper it changes. */
const CHANGING =
  /\b(?:ergänzt|geändert|ersetzt|gefasst|eingefügt|angefügt|hinzugefügt|neuen?|folgende[nrms]?|lautet)\b.*:$/iu;
const STOPPED = /[.?!:;,]["“”»«']?$/u;
function beginsLater(marker: Marker, lines: readonly Line[], at: number): boolean {
  if (marker.kind !== 'figure' || marker.style === 'figure' || marker.value > 40) return false;
  const before = lines[at - 1];
  if (before && CHANGING.test(before.text)) return true;
  const isOnItsOwn = lines[at]?.isFirst === true || (before !== undefined && STOPPED.test(before.text));
  return isOnItsOwn && hasNext(marker, lines, at);
}

const MOST_SKIPPED = 2;

/** The list of `open` that the marker goes on with: the innermost one whose next number it bears, or one that it leaves a gap in. */
function continued(open: readonly Open[], marker: Marker): number {
  if (marker.kind === 'bullet') return open.findLastIndex(({ style }) => style === marker.style);
  const next = open.findLastIndex(({ style, value }) => style === marker.style && value + 1 === marker.value);
  if (next !== -1) return next;
  return open.findLastIndex(
    ({ style, value }) => style === marker.style && marker.value > value && marker.value <= value + 1 + MOST_SKIPPED,
  );
}

function asOpen({ style, kind, value }: Marker): Open {
  return { style, kind, value };
}

/** "2.1" behind "2." needs no "2.2". */
const isBelow = (open: readonly Open[], marker: Marker): boolean =>
  marker.kind === 'section' &&
  marker.value === 1 &&
  open.some(({ kind, value }) => kind === 'figure' && marker.style === `section ${String(value)}`);

/** Sections "2.1" stand beside "1.3" and below "2". */
function outside(open: readonly Open[], marker: Marker): readonly Open[] {
  if (marker.kind !== 'section') return open;
  const depth = marker.style.split('.').length;
  const at = open.findIndex(({ kind, style }) => kind === 'section' && style.split('.').length >= depth);
  return at === -1 ? open : open.slice(0, at);
}

export function numbered(lines: readonly Line[]): readonly NumberedLine[] {
  let open: readonly Open[] = [];
  let list = -1;
  /** The last number of each kind: "3." goes on below another heading. */
  const last = new Map<string, number>();
  const opened = (marker: Marker): Open => {
    last.set(marker.style, marker.value);
    return asOpen(marker);
  };
  return lines.map((line, at): NumberedLine => {
    const markers = isCounted(line, lines[at - 1]) ? [] : line.markers;
    const goesOn = markers
      .map((marker) => ({ marker, at: continued(open, marker) }))
      .filter((found) => found.at !== -1)
      .sort((a, b) => b.at - a.at)[0];
    if (goesOn && goesOn.marker.kind !== 'bullet') {
      open = [...open.slice(0, goesOn.at), opened(goesOn.marker)];
      return { line, marker: goesOn.marker, level: goesOn.at, list };
    }
    const begins = markers.find(
      (marker) =>
        marker.kind === 'bullet' ||
        marker.kind === 'list' ||
        (open.length > 0 && last.get(marker.style) === marker.value - 1) ||
        isBelow(open, marker) ||
        ((marker.value === 1 || marker.style.startsWith('word')) && (isSure(marker) || hasNext(marker, lines, at))) ||
        beginsLater(marker, lines, at),
    );
    if (!begins) return { line, marker: null, level: 0, list: -1 };
    if (goesOn) {
      open = open.slice(0, goesOn.at + 1);
      return { line, marker: goesOn.marker, level: goesOn.at, list };
    }
    // The same kind of number from the begin: another list in the place of the former.
    const same = open.findIndex(({ style }) => style === begins.style);
    const around = same === -1 ? outside(open, begins) : open.slice(0, same);
    if (around.length === 0) list += 1;
    open = [...around, opened(begins)];
    return { line, marker: begins, level: around.length, list };
  });
}
