/** Numbers of list paragraphs as a reader of the file sees them (17.9). */
import { shownNumber, type ListMark } from '../document/list-numbers.ts';
import { attributeOf, childNamed, childrenNamed, type XmlElement } from '../xml.ts';
import { childVal, integerOf, toggleOf } from './names.ts';

const LEVELS = 9;

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2)": each %n is the number of level n. */
  readonly text: string;
  /** The level whose step begins this one anew, counted from 1; 0 never, null every higher one. */
  readonly restart: number | null;
  /** All numbers of the label are plain figures. */
  readonly isLegal: boolean;
}

interface Numbering {
  readonly abstract: string;
  readonly levels: readonly Level[];
  /** Where this list begins anew, by level; null where it goes on. */
  readonly starts: readonly (number | null)[];
}

export interface Numberer {
  /** Counts one paragraph of this list and level; null where the list is none, or shows nothing. */
  next(list: string, level: number): ListMark | null;
}

const NO_LEVEL: Level = { start: 1, format: 'decimal', text: '', restart: null, isLegal: false };

function readLevel(element: XmlElement, before: Level): Level {
  return {
    start: integerOf(childVal(element, 'start')) ?? before.start,
    format: formatOf(element) ?? before.format,
    text: childVal(element, 'lvlText') ?? before.text,
    restart: integerOf(childVal(element, 'lvlRestart')) ?? before.restart,
    isLegal: toggleOf(element, 'isLgl') ?? before.isLegal,
  };
}

/** Newer formats stand in a choice, with an older one for programs that do not know them. */
function formatOf(level: XmlElement): string | null {
  const plain = childVal(level, 'numFmt');
  if (plain !== null) return plain;
  for (const one of childrenNamed(level, 'AlternateContent')) {
    const fallback = childNamed(one, 'Fallback');
    const format = fallback && childVal(fallback, 'numFmt');
    if (format !== null && format !== undefined) return format;
  }
  return null;
}

function withLevels(parent: XmlElement, before: readonly Level[]): Level[] {
  const levels = [...before];
  for (const element of childrenNamed(parent, 'lvl')) {
    const at = integerOf(attributeOf(element, 'ilvl')) ?? -1;
    if (at >= 0 && at < LEVELS) levels[at] = readLevel(element, NO_LEVEL);
  }
  return levels;
}

function readNumberings(root: XmlElement): ReadonlyMap<string, Numbering> {
  const abstracts = new Map<string, XmlElement>();
  const styled = new Map<string, string>();
  for (const element of childrenNamed(root, 'abstractNum')) {
    const id = attributeOf(element, 'abstractNumId') ?? '';
    abstracts.set(id, element);
    const style = childVal(element, 'styleLink');
    if (style !== null) styled.set(style, id);
  }
  const found = new Map<string, Numbering>();
  for (const element of childrenNamed(root, 'num')) {
    const named = childVal(element, 'abstractNumId') ?? '';
    // A numbering that only points to a style of lists takes that style's own one.
    const link = childVal(abstracts.get(named), 'numStyleLink');
    const abstract = (link === null ? undefined : styled.get(link)) ?? named;
    const source = abstracts.get(abstract);
    if (!source) continue;
    let levels = withLevels(
      source,
      Array.from({ length: LEVELS }, () => NO_LEVEL),
    );
    const starts: (number | null)[] = Array.from({ length: LEVELS }, () => null);
    for (const override of childrenNamed(element, 'lvlOverride')) {
      const at = integerOf(attributeOf(override, 'ilvl')) ?? -1;
      if (at < 0 || at >= LEVELS) continue;
      starts[at] = integerOf(childVal(override, 'startOverride'));
      levels = withLevels(override, levels);
    }
    found.set(attributeOf(element, 'numId') ?? '', { abstract, levels, starts });
  }
  return found;
}

/** `root` of the part of numberings; undefined for a document without one. */
export function createNumberer(root: XmlElement | undefined): Numberer {
  const numberings = root ? readNumberings(root) : new Map<string, Numbering>();
  /** Lists of one definition go on counting together, until one of them says where it begins. */
  const counters = new Map<string, (number | null)[]>();
  const begun = new Set<string>();
  const label = (numbering: Numbering, counts: readonly (number | null)[], at: number): string => {
    const { text, isLegal } = numbering.levels[at] ?? NO_LEVEL;
    return text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const level = numbering.levels[index] ?? NO_LEVEL;
      return shownNumber(counts[index] ?? startOf(numbering, index), isLegal ? 'decimal' : level.format);
    });
  };
  /** Of a level that counts for the first time, and after every step of a higher one (17.9.26). */
  const startOf = ({ levels, starts }: Numbering, at: number): number => starts[at] ?? (levels[at] ?? NO_LEVEL).start;
  const beginAnew = (list: string, { starts }: Numbering, counts: (number | null)[], level: number): void => {
    const start = starts[level] ?? null;
    if (start === null || begun.has(`${list}/${level}`)) return;
    begun.add(`${list}/${level}`);
    counts[level] = start - 1;
  };
  return {
    next: (list, wanted) => {
      const numbering = numberings.get(list);
      if (!numbering) return null;
      const at = Math.min(Math.max(wanted, 0), LEVELS - 1);
      const level = numbering.levels[at] ?? NO_LEVEL;
      if (level.format === 'bullet') return { kind: 'bullet' };
      const counts = counters.get(numbering.abstract) ?? Array.from({ length: LEVELS }, () => null);
      counters.set(numbering.abstract, counts);
      beginAnew(list, numbering, counts, at);
      // What has a number below a level counts for that level as well: "1.1" first, then "2".
      for (let higher = 0; higher < at; higher += 1) counts[higher] ??= startOf(numbering, higher);
      const before = counts[at] ?? null;
      const value = before === null ? startOf(numbering, at) : before + 1;
      counts[at] = value;
      for (let deeper = at + 1; deeper < LEVELS; deeper += 1) {
        const { restart } = numbering.levels[deeper] ?? NO_LEVEL;
        if (restart === null || (restart > 0 && at < restart)) counts[deeper] = null;
      }
      const text = label(numbering, counts, at).trim();
      return text === '' ? null : { kind: 'number', value, label: text };
    },
  };
}
