/**
 * Reader of OpenDocument text (OpenDocument 1.3 part 3): the same blocks as the reader of Word's files. Deleted words of tracked changes are
 * not taken, and named; inserted ones are.
 */
import type { DocumentNote, LeftOut, ReadDocument } from '../../../core/ports/read-document.ts';
import { isSymbolFont } from '../../../base/symbol-fonts.ts';
import { textBlocks } from '../../../record/rich-text/plain-text.ts';
import type { Block } from '../../../record/rich-text/rich-text.ts';
import { lostPlaces } from '../document/lost-words.ts';
import {
  attributeOf,
  childElements,
  childNamed,
  elementsIn,
  isElement,
  parseXml,
  textOf,
  type XmlElement,
} from '../xml.ts';
import type { Archive } from '../zip.ts';
import { OdtStory, type OdtContext } from './story.ts';
import { PLAIN_LOOK, readOdtStyles, type OdtLook, type OdtStyles } from './styles.ts';

/** A password is needed: the parts are encrypted one by one, the archive is not. */
export class EncryptedOdt extends Error {
  constructor() {
    super('encrypted OpenDocument');
    this.name = 'EncryptedOdt';
  }
}

/** An OpenDocument file of another kind than a text. */
export class NoOdtText extends Error {
  constructor() {
    super('no text of OpenDocument');
    this.name = 'NoOdtText';
  }
}

export const xmlOf = (archive: Archive, name: string): XmlElement | undefined => {
  const part = archive.part(name);
  return part && parseXml(part, { utf16: true });
};

const isEncrypted = (archive: Archive): boolean => {
  const manifest = xmlOf(archive, 'META-INF/manifest.xml');
  return manifest !== undefined && [...elementsIn(manifest)].some(({ local }) => local === 'encryption-data');
};

const SKIPPED = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'ruby-text',
  'forms',
  'sequence-decls',
  'title',
  'desc',
]);

/** Text of each paragraph, counted apart from the reader; signs of symbol fonts left out. */
function rawParagraphs(root: XmlElement, styles: OdtStyles): string[] {
  const found: string[] = [];
  const walk = (element: XmlElement, look: OdtLook, collect: (text: string) => void): void => {
    if (SKIPPED.has(element.local)) return;
    const isParagraph = element.local === 'p' || element.local === 'h';
    const name = attributeOf(element, 'style-name');
    const own = isParagraph
      ? styles.look('paragraph', name, PLAIN_LOOK)
      : element.local === 'span'
        ? styles.look('text', name, look)
        : look;
    let text = '';
    const add = isParagraph ? (more: string) => void (text += more) : collect;
    for (const child of element.children) {
      if (typeof child !== 'string') {
        if (isElement(child)) walk(child, own, add);
      } else if (!isSymbolFont(own.font)) add(child);
    }
    if (isParagraph && text.trim() !== '') found.push(text);
  };
  walk(root, PLAIN_LOOK, () => undefined);
  return found;
}

const textsOf = (blocks: readonly Block[]): string[] => textBlocks(blocks).map(({ text }) => text);

/** Words that tracked changes deleted, by the change's id. */
function deletions(text: XmlElement): Map<string, string> {
  const changes = childNamed(text, 'tracked-changes');
  const found = new Map<string, string>();
  for (const region of changes ? childElements(changes) : []) {
    const deletion = childNamed(region, 'deletion');
    if (!deletion) continue;
    const paragraphs = childElements(deletion).filter(({ local }) => local !== 'change-info');
    found.set(attributeOf(region, 'id') ?? '', paragraphs.map(textOf).join(' '));
  }
  return found;
}

/** Formulas are documents of their own inside the package. */
export const formulaIn =
  (archive: Archive) =>
  (href: string): XmlElement | undefined => {
    const folder = href.replace(/^\.\//, '').replace(/\/$/, '');
    return folder === '' ? undefined : xmlOf(archive, `${folder}/content.xml`);
  };

/** @throws ArchiveProblem, XmlProblem, EncryptedOdt, NoOdtText */
export function readOdt(archive: Archive): ReadDocument {
  if (isEncrypted(archive)) throw new EncryptedOdt();
  const content = xmlOf(archive, 'content.xml');
  const body = content && childNamed(content, 'body');
  const text = body && childNamed(body, 'text');
  if (!content || !text) throw new NoOdtText();
  const styleRoot = xmlOf(archive, 'styles.xml');
  const leftOut: LeftOut[] = [];
  const notes: DocumentNote[] = [];
  const added: string[] = [];
  let marks = 0;
  const deleted = deletions(text);
  const context: OdtContext = {
    styles: readOdtStyles(styleRoot ? [styleRoot, content] : [content]),
    formula: formulaIn(archive),
    // Named where it stood first: a file can point to one deletion any number of times.
    deleted: (id) => {
      const words = deleted.get(id) ?? '';
      deleted.delete(id);
      return words;
    },
    isTicked: ticks(content),
    leaveOut: (kind, words) => {
      if (words.trim() !== '') leftOut.push({ kind, text: words.trim().replace(/\s+/g, ' ') });
    },
    labelled: (label) => void added.push(label),
    nextNote: () => String((marks += 1)),
    addNote: (note) => void notes.push(note),
  };
  const blocks = new OdtStory(context).read(text);
  const pageMarks = styleRoot ? pageLines(styleRoot, context) : [];
  const arrived = [
    ...textsOf(blocks),
    ...notes.flatMap((note) => textsOf(note.blocks)),
    ...leftOut.map((one) => one.text),
  ];
  for (const place of lostPlaces(rawParagraphs(text, context.styles), arrived, added)) context.leaveOut('lost', place);
  return { blocks, notes, pageMarks, leftOut };
}

/** Whether a box of a form is ticked, by its id (§13.5.8); null for what is no box. */
export function ticks(content: XmlElement): (id: string) => boolean | null {
  const found = new Map<string, boolean>();
  for (const element of elementsIn(content)) {
    if (element.local !== 'checkbox') continue;
    const state = attributeOf(element, 'current-state') ?? attributeOf(element, 'state');
    found.set(attributeOf(element, 'id') ?? '', state === 'checked');
  }
  return (id) => found.get(id) ?? null;
}

function pageLines(styleRoot: XmlElement, context: OdtContext): string[] {
  const master = childNamed(styleRoot, 'master-styles');
  const parts = master ? [...elementsIn(master)].filter(({ local }) => /^(?:header|footer)/.test(local)) : [];
  return parts.flatMap((part) => textsOf(new OdtStory(context).read(part)).filter((line) => line.trim() !== ''));
}
