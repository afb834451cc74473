/**
 * Reader of WordprocessingML (ISO/IEC 29500-1 and -4): every word that stands on the page as blocks of the record, and by name what does not.
 * One reader for import, search in attachments and comparison.
 */
import type { DocumentNote, LeftOut, ReadDocument } from '../../../core/ports/read-document.ts';
import { textBlocks } from '../../../record/rich-text/plain-text.ts';
import type { Block } from '../../../record/rich-text/rich-text.ts';
import { openPackage, type OfficePackage, type Relation } from '../opc.ts';
import { attributeOf, childElements, childNamed, elementsIn, textOf, type XmlElement } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { StoryReader, type StoryContext } from './blocks.ts';
import { childVal, nameOf } from './names.ts';
import { createNumberer } from './numbering.ts';
import { shownNumber } from '../document/list-numbers.ts';
import { lostPlaces } from '../document/lost-words.ts';
import { rawParagraphs } from './raw-words.ts';
import { readStyles } from './styles.ts';

/** No main part: an office document of another kind, or none at all. */
export class NoWordDocument extends Error {
  constructor() {
    super('no document of WordprocessingML');
    this.name = 'NoWordDocument';
  }
}

/** Name of the part that holds the text; undefined where the package is none of a text. @throws ArchiveProblem, XmlProblem */
export function mainPartOf(files: OfficePackage): string | undefined {
  const named = files.relationsOf('').find(({ kind }) => kind === 'officeDocument')?.target ?? undefined;
  const part = named ?? files.names.find((name) => /^\/?word\/document\d*\.xml$/i.test(name));
  if (part === undefined || files.bytes(part) === undefined) return undefined;
  return part;
}

interface NoteMark {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly label: string;
  readonly behind: string;
}

const textsOf = (blocks: readonly Block[]): string[] => textBlocks(blocks).map(({ text }) => text);

const paragraphsOf = (comment: XmlElement): string => childElements(comment).map(textOf).join(' ');

/** Words of charts, diagrams and embedded files: named, because they have no place in running text. */
function drawnWords(files: OfficePackage, relations: readonly Relation[]): LeftOut[] {
  return relations.flatMap(({ kind, target }): LeftOut[] => {
    if (target === null) return [];
    if (kind === 'aFChunk' || kind === 'subDocument') return [{ kind: 'drawing', text: target }];
    if (kind !== 'chart' && kind !== 'diagramData') return [];
    const root = files.xml(target);
    const words = root ? [...elementsIn(root)].filter(({ local }) => local === 't' || local === 'v').map(textOf) : [];
    const text = words
      .map((word) => word.trim())
      .filter(Boolean)
      .join(' ');
    return text === '' ? [] : [{ kind: 'drawing', text }];
  });
}

/** Notes of a part; of two with one id the first counts. */
const byId = (part: XmlElement | undefined): ReadonlyMap<string, XmlElement> =>
  new Map((part ? childElements(part) : []).map((note) => [attributeOf(note, 'id') ?? '', note] as const).reverse());

/** How notes are numbered (17.11): as the last section says, else the whole document. */
function noteFormats(body: XmlElement, settings: XmlElement | undefined): (kind: NoteMark['kind']) => string {
  const section = childNamed(body, 'sectPr');
  const saidBy = (parent: XmlElement | undefined, kind: NoteMark['kind']): string | null =>
    childVal(parent && childNamed(parent, `${kind}Pr`), 'numFmt');
  return (kind) => saidBy(section, kind) ?? saidBy(settings, kind) ?? (kind === 'endnote' ? 'lowerRoman' : 'decimal');
}

/** The body of a document with the parts it points to, by their kind. */
interface WordParts {
  readonly files: OfficePackage;
  readonly body: XmlElement;
  readonly relations: readonly Relation[];
  readonly partOf: (kind: string) => XmlElement | undefined;
}

/** @throws ArchiveProblem, XmlProblem, NoWordDocument */
export function openWord(archive: Archive): WordParts {
  const files = openPackage(archive);
  const main = mainPartOf(files);
  const root = main === undefined ? undefined : files.xml(main);
  const body = root && childNamed(root, 'body');
  if (main === undefined || !body || nameOf(body) !== 'w:body') throw new NoWordDocument();
  const relations = files.relationsOf(main);
  const partOf = (kind: string): XmlElement | undefined => {
    const target = relations.find((relation) => relation.kind === kind)?.target;
    return target === undefined || target === null ? undefined : files.xml(target);
  };
  return { files, body, relations, partOf };
}

/** @throws ArchiveProblem, XmlProblem, NoWordDocument */
export function readWord(archive: Archive): ReadDocument {
  const { files, body, relations, partOf } = openWord(archive);
  const leftOut: LeftOut[] = [];
  const marks: NoteMark[] = [];
  const added: string[] = [];
  const styles = readStyles(partOf('styles'));
  const numbering = partOf('numbering');
  const boxNumberer = createNumberer(numbering);
  const formatOf = noteFormats(body, partOf('settings'));
  const counts = { footnote: 0, endnote: 0 };
  const context: StoryContext = {
    styles,
    numberer: createNumberer(numbering),
    boxNumberer,
    labelled: (label) => void added.push(label),
    leaveOut: (kind, text) => {
      if (text.trim() !== '') leftOut.push({ kind, text: text.trim() });
    },
    noteLabel: (kind, id, hasOwnMark, behind) => {
      if (!hasOwnMark) counts[kind] += 1;
      const label = hasOwnMark ? '' : shownNumber(counts[kind], formatOf(kind));
      marks.push({ kind, id, label, behind });
      added.push(label);
      return label;
    },
  };
  const blocks = new StoryReader(context).read(body);
  const parts = { footnote: partOf('footnotes'), endnote: partOf('endnotes') };
  const elements = { footnote: byId(parts.footnote), endnote: byId(parts.endnote) };
  // Lists of the text do not go on in the notes, nor at the edges of the pages.
  const beside: StoryContext = { ...context, numberer: createNumberer(numbering) };
  // Marks inside of notes would lengthen the list while it is read.
  const notes = [...marks].map(({ kind, id, label, behind }): DocumentNote => {
    const note = elements[kind].get(id);
    return { label, behind, blocks: note ? new StoryReader(beside).read(note) : [] };
  });
  const pageParts = relations.filter(({ kind }) => kind === 'header' || kind === 'footer');
  const pageMarks = pageParts.flatMap(({ target }) => {
    const part = target === null ? undefined : files.xml(target);
    return part ? textsOf(new StoryReader(beside).read(part)).filter((line) => line.trim() !== '') : [];
  });
  const comments = partOf('comments');
  for (const comment of comments ? childElements(comments) : []) context.leaveOut('comment', paragraphsOf(comment));
  const arrived = [
    ...textsOf(blocks),
    ...notes.flatMap((note) => textsOf(note.blocks)),
    ...leftOut.map(({ text }) => text),
  ];
  const raw = [body, ...notedElements(parts, marks)].flatMap((part) => rawParagraphs(part, styles));
  for (const place of lostPlaces(raw, arrived, added)) context.leaveOut('lost', place);
  leftOut.push(...drawnWords(files, relations));
  return { blocks, notes, pageMarks, leftOut };
}

function notedElements(
  parts: Readonly<Record<NoteMark['kind'], XmlElement | undefined>>,
  marks: readonly NoteMark[],
): XmlElement[] {
  const named = new Set(marks.map(({ kind, id }) => `${kind} ${id}`));
  return (['footnote', 'endnote'] as const).flatMap((kind) => {
    const part = parts[kind];
    const all = part ? childElements(part) : [];
    return all.filter((element) => named.has(`${kind} ${attributeOf(element, 'id') ?? ''}`));
  });
}
