/** Looks, lists and fonts of OpenDocument styles, with what they inherit (OpenDocument 1.3 part 3, §16, §19, §20). */
import type { CellAlign } from '../../../record/rich-text/rich-text.ts';
import { attributeOf, childElements, childNamed, elementsIn, type XmlElement } from '../xml.ts';
import type { TextLook } from '../document/inline-content.ts';

export interface OdtLook extends TextLook {
  readonly struck: boolean;
  readonly hidden: boolean;
  readonly font: string | null;
  readonly breaksBefore: boolean;
  readonly breaksAfter: boolean;
  readonly align: CellAlign | null;
}

export const PLAIN_LOOK: OdtLook = {
  bold: false,
  italic: false,
  underline: false,
  raised: null,
  struck: false,
  hidden: false,
  font: null,
  breaksBefore: false,
  breaksAfter: false,
  align: null,
};

export interface ListLevel {
  readonly isBullet: boolean;
  /** Word of §19.500: "1", "a", "A", "i", "I"; '' for no number. */
  readonly format: string;
  /** "aa", "bb" after "z", not "aa", "ab". */
  readonly repeatsLetters: boolean;
  readonly prefix: string;
  readonly suffix: string;
  /** "(%1%.%2%)" of newer files, which counts before prefix and suffix: %n% is the number of level n. */
  readonly pattern: string | null;
  /** How many levels the number shows. */
  readonly shown: number;
  readonly start: number;
}

export interface OdtStyles {
  /** The look of a style of a family laid over another look. */
  look(family: 'paragraph' | 'text', name: string | null, before: OdtLook): OdtLook;
  /** Level from 1 that a style of paragraphs gives to the outline; null for running text. */
  outline(name: string | null): number | null;
  levels(list: string | null): readonly (ListLevel | undefined)[];
  /** Numbers of headings. */
  readonly outlineLevels: readonly (ListLevel | undefined)[];
}

const ALIGNED: Readonly<Record<string, CellAlign>> = { center: 'center', right: 'right', end: 'right' };
const DEEPEST_STYLE = 20;

function raisedOf(position: string | null): OdtLook['raised'] | undefined {
  if (position === null) return undefined;
  const [first = ''] = position.trim().split(/\s+/);
  if (first === 'super') return 'superscript';
  if (first === 'sub') return 'subscript';
  const shift = Number.parseFloat(first);
  if (Number.isNaN(shift) || shift === 0) return null;
  return shift > 0 ? 'superscript' : 'subscript';
}

const isBold = (weight: string): boolean => weight === 'bold' || Number(weight) >= 600;
const isLined = (style: string): boolean => style !== 'none';

function textLook(properties: XmlElement | undefined, before: OdtLook, fonts: ReadonlyMap<string, string>): OdtLook {
  if (!properties) return before;
  const value = (name: string): string | null => attributeOf(properties, name);
  const weight = value('font-weight');
  const slant = value('font-style');
  const underline = value('text-underline-style');
  const struck = value('text-line-through-style') ?? value('text-line-through-type');
  const display = value('display');
  const raised = raisedOf(value('text-position'));
  const named = value('font-name');
  const font = (named === null ? undefined : (fonts.get(named) ?? named)) ?? value('font-family');
  return {
    ...before,
    bold: weight === null ? before.bold : isBold(weight),
    italic: slant === null ? before.italic : slant !== 'normal',
    underline: underline === null ? before.underline : isLined(underline),
    struck: struck === null ? before.struck : isLined(struck),
    hidden: display === null ? before.hidden : display === 'none',
    raised: raised === undefined ? before.raised : raised,
    font: font === null ? before.font : font.replace(/^['"]|['"]$/g, ''),
  };
}

function listLevel(element: XmlElement): ListLevel {
  const number = (name: string): number => Number(attributeOf(element, name) ?? 1) || 1;
  return {
    isBullet: element.local === 'list-level-style-bullet' || element.local === 'list-level-style-image',
    format: attributeOf(element, 'num-format') ?? '',
    repeatsLetters: attributeOf(element, 'num-letter-sync') === 'true',
    prefix: attributeOf(element, 'num-prefix') ?? '',
    suffix: attributeOf(element, 'num-suffix') ?? '',
    pattern: attributeOf(element, 'num-list-format'),
    shown: number('display-levels'),
    start: number('start-value'),
  };
}

function levelsOf(style: XmlElement | undefined): readonly (ListLevel | undefined)[] {
  const levels: (ListLevel | undefined)[] = [];
  for (const element of style ? childElements(style) : []) {
    const at = Number(attributeOf(element, 'level') ?? 0);
    if (at >= 1 && at <= 10) levels[at] = listLevel(element);
  }
  return levels;
}

/** `roots` of the parts that hold styles, the nearest last. */
export function readOdtStyles(roots: readonly XmlElement[]): OdtStyles {
  const styles = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  const fonts = new Map<string, string>();
  let outlineStyle: XmlElement | undefined;
  for (const root of roots) {
    for (const element of elementsIn(root)) {
      const name = attributeOf(element, 'name') ?? '';
      if (element.local === 'style') styles.set(`${attributeOf(element, 'family') ?? ''} ${name}`, element);
      else if (element.local === 'list-style') lists.set(name, element);
      else if (element.local === 'outline-style') outlineStyle = element;
      else if (element.local === 'font-face') fonts.set(name, attributeOf(element, 'font-family') ?? name);
    }
  }
  const styleOf = (family: string, name: string | null): XmlElement | undefined =>
    name === null ? undefined : styles.get(`${family} ${name}`);
  const look = (family: string, name: string | null, before: OdtLook, depth: number): OdtLook => {
    const style = styleOf(family, name);
    if (!style || depth > DEEPEST_STYLE) return before;
    const parent = look(family, attributeOf(style, 'parent-style-name'), before, depth + 1);
    const own = textLook(childNamed(style, 'text-properties'), parent, fonts);
    const paragraph = childNamed(style, 'paragraph-properties');
    const breaks = paragraph ? attributeOf(paragraph, 'break-before') : null;
    const after = paragraph ? attributeOf(paragraph, 'break-after') : null;
    const align = paragraph ? attributeOf(paragraph, 'text-align') : null;
    return {
      ...own,
      breaksBefore: breaks === null ? own.breaksBefore : breaks === 'page',
      breaksAfter: after === null ? own.breaksAfter : after === 'page',
      align: align === null ? own.align : (ALIGNED[align] ?? null),
    };
  };
  const outline = (name: string | null, depth: number): number | null => {
    const style = styleOf('paragraph', name);
    if (!style || depth > DEEPEST_STYLE) return null;
    const own = Number(attributeOf(style, 'default-outline-level') ?? 0);
    return own >= 1 ? own : outline(attributeOf(style, 'parent-style-name'), depth + 1);
  };
  return {
    look: (family, name, before) => look(family, name, before, 0),
    outline: (name) => outline(name, 0),
    levels: (list) => levelsOf(list === null ? undefined : lists.get(list)),
    outlineLevels: levelsOf(outlineStyle),
  };
}
