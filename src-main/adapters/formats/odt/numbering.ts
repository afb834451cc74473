/** Numbers of OpenDocument lists (part 3, §5.3 and §16.30): each list counts for itself, unless it goes on with another one. */
import { shownNumber, type ListMark } from '../document/list-numbers.ts';
import { attributeOf, type XmlElement } from '../xml.ts';
import type { ListLevel, OdtStyles } from './styles.ts';

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerColumn',
  A: 'upperColumn',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** The same letter again after "z", where the level says so (§19.501). */
const REPEATED: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter' };

/** LibreOffice writes "01, 02, 03, ..." for figures with a zero before them. Others count in plain figures. */
function formatOf(format: string, repeatsLetters: boolean): string | undefined {
  if (format === '') return undefined;
  const letters = repeatsLetters ? REPEATED[format] : undefined;
  return letters ?? FORMATS[format] ?? (format.startsWith('01') ? 'decimalZero' : 'decimal');
}

/** Counters of one list and of those that go on with it, by level from 1. */
export interface ListCount {
  readonly style: string | null;
  readonly counts: (number | undefined)[];
}

function labelOf(
  levels: readonly (ListLevel | undefined)[],
  counts: readonly (number | undefined)[],
  at: number,
): string {
  const level = levels[at];
  if (!level) return '';
  const shown = (one: number): string => {
    const { format = '', repeatsLetters = false, start = 1 } = levels[one] ?? {};
    const kind = formatOf(format, repeatsLetters);
    return kind === undefined ? '' : shownNumber(counts[one] ?? start, kind);
  };
  if (level.pattern !== null)
    return level.pattern.replace(/%(\d{1,2})%/g, (_, one: string) => shown(Number(one))).trim();
  const from = Math.max(1, at - level.shown + 1);
  const numbers: string[] = [];
  for (let one = from; one <= at; one += 1) {
    const number = shown(one);
    if (number !== '') numbers.push(number);
  }
  return numbers.length === 0 ? '' : `${level.prefix}${numbers.join('.')}${level.suffix}`.trim();
}

/** Counts one item; null where it shows no number. `start`: the number that the item itself asks for. */
export function countItem(
  levels: readonly (ListLevel | undefined)[],
  counts: (number | undefined)[],
  at: number,
  start: number | null,
): ListMark | null {
  const level = levels[at];
  if (!level) return null;
  if (level.isBullet) return { kind: 'bullet' };
  // What has a number below a level counts for that level as well: "1.1" first, then "2".
  for (let higher = 1; higher < at; higher += 1) counts[higher] ??= levels[higher]?.start ?? 1;
  const before = counts[at];
  const value = start ?? (before === undefined ? level.start : before + 1);
  counts[at] = value;
  counts.length = at + 1;
  const label = labelOf(levels, counts, at);
  return label === '' ? null : { kind: 'number', value, label };
}

export class OdtLists {
  readonly #byId = new Map<string, ListCount>();
  readonly #lastOfStyle = new Map<string, ListCount>();
  readonly #styles: OdtStyles;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  levels(style: string | null): readonly (ListLevel | undefined)[] {
    return this.#styles.levels(style);
  }

  /** The counters of an outermost list. `style`: its own, or that of its first paragraph. */
  open(list: XmlElement, style: string | null): ListCount {
    const goesOn = attributeOf(list, 'continue-list');
    const isContinued = attributeOf(list, 'continue-numbering') === 'true';
    const before =
      goesOn === null
        ? isContinued && style !== null
          ? this.#lastOfStyle.get(style)
          : undefined
        : this.#byId.get(goesOn);
    const count = before ?? { style, counts: [] };
    const id = attributeOf(list, 'id');
    if (id !== null) this.#byId.set(id, count);
    if (style !== null) this.#lastOfStyle.set(style, count);
    return count;
  }
}
