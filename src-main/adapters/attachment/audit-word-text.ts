/** Changes that were never accepted and words that do not show, in one part of a Word document. */
import { attributeOf, childElements, childNamed, elementsIn, textOf, type XmlElement } from '../formats/xml.ts';
import type { FileAudit } from './file-audit.ts';
import { isShaded, isWhite } from './white.ts';

/** Insertions, deletions, moves, and changes of form (§17.13.5). */
const CHANGE = /^(?:ins|del|moveFrom|moveTo|\w+PrChange|cellIns|cellDel|cellMerge)$/;

interface Look {
  readonly hidden: boolean;
  readonly colour: string | null;
  readonly shading: string | null;
}
const PLAIN: Look = { hidden: false, colour: null, shading: null };

const isOn = (element: XmlElement): boolean => !/^(?:0|false|off|none)$/.test(attributeOf(element, 'val') ?? '');

function shadingOf(properties: XmlElement | undefined): string | null {
  const shading = properties && childNamed(properties, 'shd');
  const highlight = properties && childNamed(properties, 'highlight');
  // Every highlight but white is a colour to read on.
  if (highlight && !/^(?:none|white)$/.test(attributeOf(highlight, 'val') ?? '')) return '000000';
  return shading ? attributeOf(shading, 'fill') : null;
}

/** What the run's own properties say; what they do not say stays. */
function lookOf(properties: XmlElement | undefined, before: Look): Look {
  if (!properties) return before;
  const vanish = childNamed(properties, 'vanish');
  const colour = childNamed(properties, 'color');
  return {
    hidden: vanish ? isOn(vanish) : before.hidden,
    colour: colour ? attributeOf(colour, 'val') : before.colour,
    shading: shadingOf(properties) ?? before.shading,
  };
}

function styleLooks(root: XmlElement | undefined): (id: string | null) => Look {
  const styles = new Map<string, XmlElement>();
  for (const style of root ? childElements(root) : []) styles.set(attributeOf(style, 'styleId') ?? '', style);
  const looks = new Map<string, Look>();
  const lookOfStyle = (id: string | null, depth = 0): Look => {
    const style = id === null ? undefined : styles.get(id);
    if (!style || id === null || depth > 20) return PLAIN;
    const known = looks.get(id);
    if (known) return known;
    const parent = childNamed(style, 'basedOn');
    const look = lookOf(childNamed(style, 'rPr'), lookOfStyle(parent ? attributeOf(parent, 'val') : null, depth + 1));
    looks.set(id, look);
    return look;
  };
  return (id) => lookOfStyle(id);
}

const styleIn = (properties: XmlElement | undefined, name: string): string | null => {
  const style = properties && childNamed(properties, name);
  return style ? attributeOf(style, 'val') : null;
};

interface Ground {
  readonly shading: string | null;
  readonly paragraphStyle: string | null;
  readonly known: boolean;
}

/** Colour behind the run: of its paragraph or of a cell around it. Inside a drawing it is unknown, and white letters prove nothing. */
function groundOf(parent: XmlElement | null, isStyledTable: (table: XmlElement) => boolean): Ground {
  let shading: string | null = null;
  let paragraphStyle: string | null = null;
  for (let element = parent; element; element = element.parent) {
    if (element.local === 'txbxContent') return { shading, paragraphStyle, known: false };
    const properties =
      element.local === 'p'
        ? childNamed(element, 'pPr')
        : element.local === 'tc'
          ? childNamed(element, 'tcPr')
          : undefined;
    if (element.local === 'p') paragraphStyle ??= styleIn(properties, 'pStyle');
    shading ??= shadingOf(properties);
    // A table style can colour its rows: only a plain cell is surely white.
    if (element.local === 'tbl' && shading === null && isStyledTable(element))
      return { shading, paragraphStyle, known: false };
  }
  return { shading, paragraphStyle, known: true };
}

const wordsOf = (run: XmlElement): string =>
  childElements(run)
    .filter(({ local }) => local === 't' || local === 'delText')
    .map(textOf)
    .join('');

function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = work(key);
    known.set(key, made);
    return made;
  };
}

export function auditWordText(root: XmlElement, styles: XmlElement | undefined, audit: FileAudit): void {
  const looks = styleLooks(styles);
  // Once for all runs of a paragraph, and for all rows of a table: there can be very many.
  const isStyledTable = remembered((table: XmlElement): boolean => {
    const properties = childNamed(table, 'tblPr');
    return properties !== undefined && childNamed(properties, 'tblStyle') !== undefined;
  });
  const groundUnder = remembered((parent: XmlElement | null) => groundOf(parent, isStyledTable));
  let hidden = '';
  const endHidden = (): void => {
    audit.addHiddenText(hidden);
    hidden = '';
  };
  for (const element of elementsIn(root)) {
    const name = element.local;
    if (CHANGE.test(name)) {
      audit.trackedChanges += 1;
      audit.addUserName(attributeOf(element, 'author'));
    }
    if (name === 'p') endHidden();
    if (name !== 'r') continue;
    const words = wordsOf(element);
    if (words === '') continue;
    const ground = groundUnder(element.parent);
    const properties = childNamed(element, 'rPr');
    const paragraphLook = looks(ground.paragraphStyle);
    const styled = { ...paragraphLook, ...present(looks(styleIn(properties, 'rStyle'))) };
    const look = lookOf(properties, styled);
    const isUnseen =
      look.hidden || (isWhite(look.colour) && ground.known && !isShaded(look.shading) && !isShaded(ground.shading));
    if (isUnseen) hidden += words;
    else endHidden();
  }
  endHidden();
}

/** Only what a style says; the rest comes from the paragraph. */
function present(look: Look): Partial<Look> {
  return {
    ...(look.hidden && { hidden: true }),
    ...(look.colour !== null && { colour: look.colour }),
    ...(look.shading !== null && { shading: look.shading }),
  };
}
