/** Looks of runs and paragraphs: what a style says, with what it is based on (17.7). */
import { attributeOf, childNamed, childrenNamed, type XmlElement } from '../xml.ts';
import { childVal, integerOf, toggleOf } from './names.ts';

export interface RunLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly raised: 'superscript' | 'subscript' | null;
  readonly struck: boolean;
  readonly doubleStruck: boolean;
  readonly hidden: boolean;
  /** Font of the letters. */
  readonly font: string | null;
}

export interface ParagraphLook {
  readonly run: RunLook;
  /** 0 for the first level; null for running text. */
  readonly outline: number | null;
  readonly numbering: { readonly list: string | null; readonly level: number | null } | null;
  readonly breaksBefore: boolean;
  /** As the file calls it (17.18.44); null where nothing says. */
  readonly alignment: string | null;
}

export const PLAIN_RUN: RunLook = {
  bold: false,
  italic: false,
  underline: false,
  raised: null,
  struck: false,
  doubleStruck: false,
  hidden: false,
  font: null,
};
const PLAIN_PARAGRAPH: ParagraphLook = {
  run: PLAIN_RUN,
  outline: null,
  numbering: null,
  breaksBefore: false,
  alignment: null,
};

/** Level of outline that means running text (17.3.1.20). */
const BODY_LEVEL = 9;
const DEEPEST_STYLE = 20;

function raisedOf(properties: XmlElement): RunLook['raised'] | undefined {
  const value = childVal(properties, 'vertAlign');
  if (value === null) return undefined;
  return value === 'superscript' || value === 'subscript' ? value : null;
}

function fontOf(properties: XmlElement): string | null {
  const fonts = childNamed(properties, 'rFonts');
  return fonts ? (attributeOf(fonts, 'ascii') ?? attributeOf(fonts, 'hAnsi')) : null;
}

/** What these properties say; what they do not say stays. */
export function runLook(properties: XmlElement | undefined, before: RunLook): RunLook {
  if (!properties) return before;
  const underline = childVal(properties, 'u');
  const raised = raisedOf(properties);
  return {
    bold: toggleOf(properties, 'b') ?? before.bold,
    italic: toggleOf(properties, 'i') ?? before.italic,
    underline: underline === null ? before.underline : underline !== 'none',
    raised: raised === undefined ? before.raised : raised,
    struck: toggleOf(properties, 'strike') ?? before.struck,
    doubleStruck: toggleOf(properties, 'dstrike') ?? before.doubleStruck,
    hidden: toggleOf(properties, 'vanish') ?? before.hidden,
    font: fontOf(properties) ?? before.font,
  };
}

export function paragraphLook(properties: XmlElement | undefined, before: ParagraphLook): ParagraphLook {
  if (!properties) return before;
  const outline = integerOf(childVal(properties, 'outlineLvl'));
  const numbering = childNamed(properties, 'numPr');
  return {
    run: before.run,
    outline: outline === null ? before.outline : outline >= BODY_LEVEL ? null : outline,
    numbering: numbering
      ? {
          list: childVal(numbering, 'numId') ?? before.numbering?.list ?? null,
          level: integerOf(childVal(numbering, 'ilvl')) ?? before.numbering?.level ?? null,
        }
      : before.numbering,
    breaksBefore: toggleOf(properties, 'pageBreakBefore') ?? before.breaksBefore,
    alignment: childVal(properties, 'jc') ?? before.alignment,
  };
}

export interface Styles {
  /** Of a paragraph's style, or of the default one; null in `id` means that it names none. */
  paragraph(id: string | null): ParagraphLook;
  /** A look with a style of characters on it: bold within a bold paragraph is plain, as are its fellows (toggle properties, 17.7.3). */
  character(id: string | null, before: RunLook): RunLook;
}

/** Word's names of headings are the same in every language; LibreOffice writes an outline level besides. */
function outlineByName(style: XmlElement): number | null {
  const named = /^heading ([1-9])$/i.exec(childVal(style, 'name') ?? '')?.[1];
  if (named !== undefined) return Number(named) - 1;
  return /^(?:sub)?title$/i.test(childVal(style, 'name') ?? '') ? 0 : null;
}

/** `root` of the part of styles; undefined for a document without one. */
export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, XmlElement>();
  let defaultId: string | null = null;
  for (const style of root ? childrenNamed(root, 'style') : []) {
    const id = attributeOf(style, 'styleId') ?? '';
    styles.set(id, style);
    const isDefault = /^(?:1|true|on)$/.test(attributeOf(style, 'default') ?? '');
    if (isDefault && attributeOf(style, 'type') === 'paragraph') defaultId = id;
  }
  const known = new Map<string, ParagraphLook>();
  const paragraph = (id: string | null, depth: number): ParagraphLook => {
    const style = id === null ? undefined : styles.get(id);
    // "Heading1" without any style behind it is still what its writer meant.
    if (!style || id === null) {
      const named = /^(?:heading|berschrift|überschrift) ?([1-9])$/i.exec(id ?? '')?.[1];
      return named === undefined ? PLAIN_PARAGRAPH : { ...PLAIN_PARAGRAPH, outline: Number(named) - 1 };
    }
    const before = known.get(id);
    if (before) return before;
    const base = depth > DEEPEST_STYLE ? PLAIN_PARAGRAPH : paragraph(childVal(style, 'basedOn'), depth + 1);
    const own = paragraphLook(childNamed(style, 'pPr'), base);
    const look: ParagraphLook = {
      ...own,
      outline: outlineByName(style) ?? own.outline,
      run: runLook(childNamed(style, 'rPr'), base.run),
    };
    known.set(id, look);
    return look;
  };
  const character = (id: string | null, before: RunLook, depth: number): RunLook => {
    const style = id === null ? undefined : styles.get(id);
    if (!style || depth > DEEPEST_STYLE) return before;
    return runLook(childNamed(style, 'rPr'), character(childVal(style, 'basedOn'), before, depth + 1));
  };
  const toggled = (id: string | null, before: RunLook): RunLook => {
    const own = character(id, { ...before, bold: false, italic: false, struck: false, hidden: false }, 0);
    return {
      ...own,
      bold: own.bold !== before.bold,
      italic: own.italic !== before.italic,
      struck: own.struck !== before.struck,
      hidden: own.hidden !== before.hidden,
    };
  };
  return { paragraph: (id) => paragraph(id ?? defaultId, 0), character: toggled };
}
