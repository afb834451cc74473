/**
 * OpenDocument text as a copy that came back: its paragraphs one after the other, with tracked changes (OpenDocument 1.3 part 3, §5.5),
 * annotations (§14) and bookmarks at the words they concern. Deleted words stand beside the text and are put back where they stood.
 */
import type {
  Remark,
  ReturnedFile,
  TrackedChange,
  TrackedParagraph,
  TrackedRun,
  UnmergedChange,
} from '../../../core/ports/returned-file.ts';
import { isOwnMark, LOCKED_TAG, trackedRun } from '../document/tracked-content.ts';
import {
  attributeOf,
  childElements,
  childNamed,
  elementsIn,
  isElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '../xml.ts';
import type { Archive } from '../zip.ts';
import { copyOf, nearestTable, regionsOf, textElements, wordsOf, type Region } from './changed-regions.ts';
import { OdtParagraph, SILENT, type OdtContext } from './paragraph.ts';
import { formulaIn, NoOdtText, readOdt, ticks, xmlOf } from './read-odt.ts';
import { PLAIN_LOOK, readOdtStyles, type OdtLook, type OdtStyles } from './styles.ts';

interface Around {
  readonly isLocked: boolean;
  readonly cell: string | null;
  readonly list: TrackedParagraph['list'];
  readonly listStyle: string | null;
  readonly listLevel: number;
}

/** A paragraph in the making. */
interface Draft {
  names: string[];
  runs: TrackedRun[];
  remarks: { id: string; start: number; end: number }[];
  /** Signs so far that were not added. */
  offset: number;
}
const newDraft = (): Draft => ({ names: [], runs: [], remarks: [], offset: 0 });

class OdtTrackedWalk {
  readonly paragraphs: TrackedParagraph[] = [];
  readonly remarks: Remark[] = [];
  readonly unmerged: UnmergedChange[] = [];
  readonly #context: OdtContext;
  readonly #styles: OdtStyles;
  readonly #regions: ReadonlyMap<string, Region>;
  /** Deletions that were put back: a file can point to one any number of times. */
  readonly #putBack = new Set<string>();
  readonly #insertions = new Map<string, TrackedChange>();
  readonly #openRemarks = new Map<string, number>();
  #draft = newDraft();
  #cells = 0;

  /** Names of annotations that end somewhere; the others stand at a place. */
  readonly #ended: ReadonlySet<string>;

  constructor(context: OdtContext, text: XmlElement) {
    this.#context = context;
    this.#styles = context.styles;
    this.#regions = regionsOf(text);
    const ends = [...elementsIn(text)].filter(({ local }) => local === 'annotation-end');
    this.#ended = new Set(ends.map((end) => attributeOf(end, 'name') ?? ''));
  }

  walk(container: XmlElement, around: Around): void {
    for (const element of childElements(container)) {
      if (SILENT.has(element.local) && element.local !== 'bookmark-start') continue;
      switch (element.local) {
        case 'p':
        case 'h':
          this.#paragraph(element, around);
          break;
        case 'list':
          this.#list(element, around);
          break;
        case 'table':
          this.#table(element, around);
          break;
        case 'change':
        case 'change-start':
        case 'change-end':
          this.#change(element, around, element, PLAIN_LOOK, null);
          break;
        case 'section':
          this.walk(element, {
            ...around,
            isLocked: around.isLocked || (attributeOf(element, 'name') ?? '').startsWith(LOCKED_TAG),
          });
          break;
        default:
          // Groups of paragraphs; a frame is none of the text.
          if (element.local !== 'frame') this.walk(element, around);
      }
    }
  }

  #list(list: XmlElement, around: Around): void {
    const listStyle = attributeOf(list, 'style-name') ?? around.listStyle;
    const listLevel = around.listLevel + 1;
    const level = this.#styles.levels(listStyle)[listLevel];
    for (const item of childElements(list))
      this.walk(item, { ...around, listStyle, listLevel, list: level?.isBullet === false ? 'number' : 'bullet' });
  }

  #table(table: XmlElement, around: Around): void {
    for (const element of elementsIn(table)) {
      if (element.local !== 'table-cell' || element.parent?.local !== 'table-row') continue;
      if (nearestTable(element) !== table) continue;
      this.walk(element, { ...around, list: null, listStyle: null, listLevel: 0, cell: String((this.#cells += 1)) });
    }
  }

  #paragraph(element: XmlElement, around: Around): void {
    const look = this.#styles.look('paragraph', attributeOf(element, 'style-name'), PLAIN_LOOK);
    for (const [id] of this.#openRemarks) this.#openRemarks.set(id, 0);
    const words = new OdtParagraph(this.#context, () => []);
    this.#nodes(element.children, look, { element, around, words });
    this.#close(element, around, [...this.#insertions.values()].at(-1) ?? null);
  }

  #close(element: XmlElement, { isLocked, cell, list }: Around, end: TrackedChange | null): void {
    const { names, runs, remarks } = this.#draft;
    this.#draft = newDraft();
    const outline = element.local === 'h' ? Number(attributeOf(element, 'outline-level') ?? 1) || 1 : null;
    this.paragraphs.push({
      names,
      isLocked,
      cell,
      outline,
      list: outline === null ? list : null,
      runs,
      end,
      goesOn: false,
      remarks,
    });
  }

  #nodes(
    nodes: readonly XmlNode[],
    look: OdtLook,
    inside: { readonly element: XmlElement; readonly around: Around; readonly words: OdtParagraph },
  ): void {
    for (const node of nodes) {
      if (typeof node !== 'string' && !isElement(node)) continue;
      if (typeof node === 'string') this.#words([node], look, inside);
      else if (node.local === 'span')
        this.#nodes(node.children, this.#styles.look('text', attributeOf(node, 'style-name'), look), inside);
      else if (node.local === 'a' || node.local === 'meta' || node.local === 'content-control')
        this.#nodes(node.children, look, inside);
      else if (node.local === 'change' || node.local === 'change-start' || node.local === 'change-end')
        this.#change(node, inside.around, inside.element, look, inside.words);
      else if (node.local === 'bookmark-start' || node.local === 'bookmark')
        this.#draft.names.push(attributeOf(node, 'name') ?? '');
      else if (node.local === 'note') continue;
      else if (node.local === 'annotation') this.#annotation(node);
      else if (node.local === 'annotation-end') this.#endAnnotation(attributeOf(node, 'name') ?? '');
      else this.#words([node], look, inside);
    }
  }

  /** Words as the reader of documents takes them, with the change that is open. */
  #words(
    nodes: XmlNode[],
    look: OdtLook,
    { element, words }: { readonly element: XmlElement; readonly words: OdtParagraph },
  ): void {
    const before = words.pieces.length;
    words.read({ ...element, children: nodes }, look);
    for (const piece of words.pieces.slice(before)) {
      if (piece.kind === 'page') continue;
      this.#add(trackedRun(piece, element.local === 'h', [...this.#insertions.values()].at(-1) ?? null));
    }
  }

  #add(run: TrackedRun): void {
    this.#draft.runs.push(run);
    if (run.change?.kind !== 'added') this.#draft.offset += run.inline.type === 'text' ? run.inline.text.length : 1;
  }

  #change(node: XmlElement, around: Around, element: XmlElement, look: OdtLook, words: OdtParagraph | null): void {
    const id = attributeOf(node, 'change-id') ?? '';
    const region = this.#regions.get(id);
    if (!region) return;
    const { kind, author, at } = region;
    if (kind === 'insertion') {
      if (node.local === 'change-end') this.#insertions.delete(id);
      else this.#insertions.set(id, { kind: 'added', author, at, move: null });
    } else if (kind === 'format-change') {
      if (node.local === 'change-start')
        this.unmerged.push({ kind: 'format', author, text: textOf(element).trim().slice(0, 200) });
    } else if (!this.#putBack.has(id)) {
      this.#putBack.add(id);
      this.#deleted(region, around, element, look, words);
    }
  }

  /** Several paragraphs: the first ends the words before this place, the last begins those behind it. */
  #deleted(
    { author, at, paragraphs }: Region,
    around: Around,
    element: XmlElement,
    look: OdtLook,
    words: OdtParagraph | null,
  ): void {
    const change: TrackedChange = { kind: 'removed', author, at, move: null };
    // What somebody added and somebody else took out again was never there.
    if (this.#insertions.size > 0) return;
    const texts = paragraphs.flatMap((one) => (one.local === 'p' || one.local === 'h' ? [one] : textElements(one)));
    const isWhole = words === null;
    // What the paragraph is called, it is called behind the words that went.
    const behind = texts.length > 1 && this.#draft.runs.length === 0 ? this.#draft.names : [];
    if (behind.length > 0) this.#draft.names = [];
    texts.forEach((paragraph, index) => {
      const taken = new OdtParagraph(this.#context, () => []);
      this.#taken(paragraph, look, taken);
      for (const piece of taken.pieces)
        if (piece.kind !== 'page') this.#add(trackedRun(piece, paragraph.local === 'h', change));
      if (isWhole || index < texts.length - 1)
        this.#close(index === 0 && !isWhole ? element : paragraph, around, change);
    });
    this.#draft.names.push(...behind);
  }

  #taken(paragraph: XmlElement, look: OdtLook, taken: OdtParagraph): void {
    for (const one of elementsIn(paragraph))
      if (one.local === 'bookmark-start' || one.local === 'bookmark')
        this.#draft.names.push(attributeOf(one, 'name') ?? '');
    taken.read(paragraph, this.#styles.look('paragraph', attributeOf(paragraph, 'style-name'), look));
  }

  #annotation(element: XmlElement): void {
    const id = attributeOf(element, 'name') ?? `annotation ${this.remarks.length + 1}`;
    this.remarks.push({
      id,
      author: wordsOf(element, 'creator'),
      at: wordsOf(element, 'date'),
      text: textElements(element).map(textOf).join('\n').trim(),
      isOwn: isOwnMark(wordsOf(element, 'creator-initials') || wordsOf(element, 'sender-initials')),
    });
    if (!this.#ended.has(id)) this.#draft.remarks.push({ id, start: this.#draft.offset, end: this.#draft.offset });
    else this.#openRemarks.set(id, this.#draft.offset);
  }

  #endAnnotation(id: string): void {
    const start = this.#openRemarks.get(id);
    if (start === undefined) return;
    this.#openRemarks.delete(id);
    this.#draft.remarks.push({ id, start, end: this.#draft.offset });
  }
}

/** @throws ArchiveProblem, XmlProblem, EncryptedOdt, NoOdtText */
export function readTrackedOdt(archive: Archive): ReturnedFile {
  // Refuses what is encrypted or no text.
  const document = readOdt(archive);
  const content = xmlOf(archive, 'content.xml');
  const body = content && childNamed(content, 'body');
  const text = body && childNamed(body, 'text');
  if (!content || !text) throw new NoOdtText();
  const styleRoot = xmlOf(archive, 'styles.xml');
  let notes = 0;
  const walk = new OdtTrackedWalk(
    {
      styles: readOdtStyles(styleRoot ? [styleRoot, content] : [content]),
      formula: formulaIn(archive),
      deleted: () => '',
      isTicked: ticks(content),
      leaveOut: () => undefined,
      labelled: () => undefined,
      nextNote: () => String((notes += 1)),
      addNote: () => undefined,
    },
    text,
  );
  walk.walk(text, { isLocked: false, cell: null, list: null, listStyle: null, listLevel: 0 });
  const { paragraphs, remarks, unmerged } = walk;
  return { copyOf: copyOf(archive), paragraphs, remarks, unmerged, document };
}
