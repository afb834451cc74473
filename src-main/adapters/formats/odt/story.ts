/** Paragraphs, lists and tables of an OpenDocument text as blocks of the record. */
import { shownSymbols } from '../../../base/symbol-fonts.ts';
import type { DocumentNote, LeftOutKind } from '../../../core/ports/read-document.ts';
import type { Block, Heading, TableCell, TableRow } from '../../../record/rich-text/rich-text.ts';
import { contentParts, PARAGRAPH, type ContentPiece } from '../document/inline-content.ts';
import { ListFlow, withLabel } from '../document/list-flow.ts';
import type { ListMark } from '../document/list-numbers.ts';
import { padRows, rowsAsLines } from '../document/table-grid.ts';
import { attributeOf, childElements, childNamed, isElement, textOf, type XmlElement } from '../xml.ts';
import { formulaText } from './formula.ts';
import { countItem, OdtLists, type ListCount } from './numbering.ts';
import { PLAIN_LOOK, type OdtLook, type OdtStyles } from './styles.ts';

export interface OdtContext {
  readonly styles: OdtStyles;
  /** Root of a formula's own part. */
  formula(href: string): XmlElement | undefined;
  /** Words of a tracked deletion. */
  deleted(id: string): string;
  isTicked(id: string): boolean | null;
  leaveOut(kind: LeftOutKind, text: string): void;
  /** A number that the reader put into the text itself. */
  labelled(label: string): void;
  nextNote(): string;
  addNote(note: DocumentNote): void;
}

const MOST_COLUMNS = 100;
const MOST_REPEATED = 1000;
/** More blanks in a row say nothing more; a document can claim any number. */
const MOST_SPACES = 100;
const DEEPEST_TABLE = 2;
const TICKED = '☒';
const EMPTY = '☐';
/** Elements that hold no words of the page. */
const SILENT = new Set([
  'tracked-changes',
  'sequence-decls',
  'forms',
  'note-citation',
  'bookmark-start',
  'table-of-content-source',
  'alphabetical-index-source',
  'bibliography-source',
  'illustration-index-source',
  'table-index-source',
  'object-index-source',
  'user-index-source',
  'title',
  'desc',
]);
/** Elements that hold paragraphs and are none themselves. */
const GROUPS = new Set([
  'section',
  'index-body',
  'index-title',
  'table-of-content',
  'alphabetical-index',
  'bibliography',
  'illustration-index',
  'table-index',
  'object-index',
  'user-index',
  'numbered-paragraph',
  'soft-page-break',
]);

/** Whether a condition hides it now (§19.826); without a word about it, it does. */
const isHidden = (element: XmlElement): boolean => attributeOf(element, 'is-hidden') !== 'false';

function isHiddenSection(section: XmlElement): boolean {
  const display = attributeOf(section, 'display');
  return display === 'none' || (display === 'condition' && attributeOf(section, 'is-hidden') === 'true');
}

const positive = (text: string | null, most: number): number => Math.min(Math.max(Number(text ?? 1) || 1, 1), most);

/** Text and boxes of one paragraph. */
class OdtParagraph {
  readonly pieces: ContentPiece[] = [];
  readonly boxes: XmlElement[] = [];
  readonly #context: OdtContext;
  #endsInBlank = true;

  constructor(context: OdtContext) {
    this.#context = context;
  }

  read(element: XmlElement, look: OdtLook): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#text(child, look);
      else if (isElement(child)) this.#element(child, look);
    }
  }

  /** Blanks in a row are one, and none stands at the beginning (§6.1.2). */
  #text(raw: string, look: OdtLook): void {
    let text = raw.replace(/[ \t\r\n]+/g, ' ');
    if (this.#endsInBlank) text = text.replace(/^ /, '');
    if (text === '') return;
    this.#endsInBlank = text.endsWith(' ');
    this.#add(text, look);
  }

  #add(text: string, look: OdtLook): void {
    const shown = shownSymbols(look.font, text);
    for (const sign of shown.unknown) this.#context.leaveOut('symbol', sign);
    if (look.struck || look.hidden) this.#context.leaveOut(look.struck ? 'struck' : 'hidden', shown.text);
    else this.pieces.push({ kind: 'text', text: shown.text, look });
  }

  /** A sign that stands for itself, whatever its font. */
  #sign(text: string, look: OdtLook): void {
    this.#endsInBlank = text.endsWith(' ') || text === '\t';
    this.#add(text, { ...look, font: null });
  }

  #element(element: XmlElement, look: OdtLook): void {
    if (SILENT.has(element.local)) return;
    switch (element.local) {
      case 's':
        this.#sign(' '.repeat(positive(attributeOf(element, 'c'), MOST_SPACES)), look);
        return;
      case 'tab':
        this.#sign('\t', look);
        return;
      case 'line-break':
        this.#endsInBlank = true;
        this.pieces.push({ kind: 'break' });
        return;
      case 'span':
        this.read(element, this.#context.styles.look('text', attributeOf(element, 'style-name'), look));
        return;
      case 'note':
        this.#note(element, look);
        return;
      case 'annotation':
        this.#context.leaveOut('comment', annotationText(element));
        return;
      case 'change':
        this.#context.leaveOut('deleted', this.#context.deleted(attributeOf(element, 'change-id') ?? ''));
        return;
      case 'hidden-text':
      case 'hidden-paragraph':
        if (isHidden(element)) this.#context.leaveOut('hidden', textOf(element));
        else this.read(element, look);
        return;
      case 'ruby':
        this.#ruby(element, look);
        return;
      case 'control':
        this.#control(element, look);
        return;
      case 'object':
        this.#object(element, look);
        return;
      case 'text-box':
        this.boxes.push(element);
        return;
      default:
        this.#other(element, look);
    }
  }

  /** Fields, links and frames show what they hold; a shape that was drawn holds paragraphs. */
  #other(element: XmlElement, look: OdtLook): void {
    if (childNamed(element, 'p') ?? childNamed(element, 'list')) this.boxes.push(element);
    else this.read(element, look);
  }

  #ruby(element: XmlElement, look: OdtLook): void {
    const base = childNamed(element, 'ruby-base');
    if (base) this.read(base, look);
  }

  #control(element: XmlElement, look: OdtLook): void {
    const ticked = this.#context.isTicked(attributeOf(element, 'control') ?? '');
    if (ticked !== null) this.#sign(ticked ? TICKED : EMPTY, look);
  }

  #object(element: XmlElement, look: OdtLook): void {
    const root = this.#context.formula(attributeOf(element, 'href') ?? '');
    if (root?.local === 'math') {
      const formula = formulaText(root);
      this.#sign(formula, look);
      this.#context.labelled(formula);
    } else if (root) this.#context.leaveOut('drawing', textOf(root));
  }

  #note(element: XmlElement, look: OdtLook): void {
    const citation = childNamed(element, 'note-citation');
    const counted = this.#context.nextNote();
    const label = (citation && textOf(citation).trim()) || counted;
    this.#sign(label, { ...look, raised: 'superscript' });
    this.#context.labelled(label);
    const body = childNamed(element, 'note-body');
    // The number is taken before the note is read: it may hold a note itself.
    this.#context.addNote({ label, blocks: body ? new OdtStory(this.#context).read(body) : [] });
  }
}

const annotationText = (element: XmlElement): string =>
  childElements(element)
    .filter(({ local }) => local === 'p' || local === 'list')
    .map(textOf)
    .join(' ');

interface ListPlace {
  readonly count: ListCount;
  readonly style: string | null;
  readonly level: number;
}

export class OdtStory {
  readonly #context: OdtContext;
  readonly #lists: OdtLists;
  readonly #headingCounts: (number | undefined)[] = [];

  constructor(context: OdtContext) {
    this.#context = context;
    this.#lists = new OdtLists(context.styles);
  }

  read(container: XmlElement, depth = 0): Block[] {
    const flow = new ListFlow();
    this.#readInto(flow, container, depth);
    return flow.blocks;
  }

  #readInto(flow: ListFlow, container: XmlElement, depth: number): void {
    for (const element of childElements(container)) {
      if (SILENT.has(element.local)) continue;
      if (element.local === 'p' || element.local === 'h') this.#paragraph(flow, element, null, depth);
      else if (element.local === 'list') this.#list(flow, element, null, depth);
      else if (element.local === 'table') flow.addAll(this.#table(element, depth + 1));
      else if (element.local === 'change')
        this.#context.leaveOut('deleted', this.#context.deleted(attributeOf(element, 'change-id') ?? ''));
      else if (element.local === 'section' && isHiddenSection(element))
        this.#context.leaveOut('hidden', childElements(element).map(textOf).join(' '));
      else if (GROUPS.has(element.local)) this.#readInto(flow, element, depth);
      else this.#frame(flow, element, depth);
    }
  }

  /** A frame beside the paragraphs: its boxes are stories. */
  #frame(flow: ListFlow, element: XmlElement, depth: number): void {
    const paragraph = new OdtParagraph(this.#context);
    paragraph.read({ ...element, children: [element] }, PLAIN_LOOK);
    this.#place(flow, paragraph, { breaksBefore: false, outline: null, mark: null, level: 0 }, depth);
  }

  #list(flow: ListFlow, list: XmlElement, around: ListPlace | null, depth: number): void {
    const style = attributeOf(list, 'style-name') ?? around?.style ?? null;
    const place: ListPlace = around
      ? { ...around, style, level: around.level + 1 }
      : { count: this.#lists.open(list, style), style, level: 1 };
    for (const item of childElements(list)) {
      const isHeader = item.local === 'list-header';
      const start = attributeOf(item, 'start-value');
      let isFirst = !isHeader;
      for (const element of childElements(item)) {
        if (element.local === 'list') this.#list(flow, element, place, depth);
        else if (element.local === 'p' || element.local === 'h') {
          const levels = this.#lists.levels(style);
          const asked = start === null ? null : Number(start) || null;
          const mark = isFirst ? countItem(levels, place.count.counts, place.level, asked) : null;
          this.#paragraph(flow, element, { mark, level: place.level - 1 }, depth);
          isFirst = false;
        } else this.#readInto(flow, { ...item, children: [element] }, depth);
      }
    }
  }

  #paragraph(
    flow: ListFlow,
    element: XmlElement,
    item: { readonly mark: ListMark | null; readonly level: number } | null,
    depth: number,
  ): void {
    const { styles } = this.#context;
    const name = attributeOf(element, 'style-name');
    const look = styles.look('paragraph', name, PLAIN_LOOK);
    const paragraph = new OdtParagraph(this.#context);
    paragraph.read(element, look);
    const isHeading = element.local === 'h';
    const outline = isHeading ? positive(attributeOf(element, 'outline-level'), 10) : null;
    const isNumbered = outline !== null && item === null && attributeOf(element, 'is-list-header') !== 'true';
    const mark = isNumbered
      ? countItem(styles.outlineLevels, this.#headingCounts, outline, null)
      : (item?.mark ?? null);
    this.#place(flow, paragraph, { breaksBefore: look.breaksBefore, outline, mark, level: item?.level ?? 0 }, depth);
  }

  #place(
    flow: ListFlow,
    { pieces, boxes }: OdtParagraph,
    form: {
      readonly breaksBefore: boolean;
      readonly outline: number | null;
      readonly mark: ListMark | null;
      readonly level: number;
    },
    depth: number,
  ): void {
    const [content = []] = contentParts(pieces, form.outline !== null);
    if (form.breaksBefore) flow.add({ type: 'pageBreak', attrs: { id: null } });
    if (content.length > 0) {
      const { mark } = form;
      if (form.outline !== null) {
        const heading: Heading = { type: 'heading', attrs: { id: null, level: form.outline === 1 ? 1 : 2 }, content };
        flow.add(mark?.kind === 'number' ? withLabel(heading, mark.label) : heading);
        if (mark?.kind === 'number') this.#context.labelled(mark.label);
      } else if (mark) {
        const isText = flow.addItem(form.level, mark, { ...PARAGRAPH, content });
        if (isText && mark.kind === 'number') this.#context.labelled(mark.label);
      } else flow.add({ ...PARAGRAPH, content });
    }
    for (const box of boxes) flow.addAll(new OdtStory(this.#context).read(box, depth));
  }

  #table(table: XmlElement, depth: number): Block[] {
    const rows: TableRow[] = [];
    const readRows = (parent: XmlElement, isHead: boolean): void => {
      for (const element of childElements(parent)) {
        if (element.local === 'table-row') {
          const row = this.#row(element, isHead, depth);
          const times = positive(attributeOf(element, 'number-rows-repeated'), MOST_REPEATED);
          for (let time = 0; time < (isBlankRow(row) ? 1 : times); time += 1) rows.push(row);
        } else if (element.local === 'table-header-rows') readRows(element, true);
        else if (/^table-row(?:s|-group)$/.test(element.local)) readRows(element, isHead);
      }
    };
    readRows(table, false);
    if (rows.length === 0) return [];
    if (depth > DEEPEST_TABLE) return rowsAsLines(rows);
    return [{ type: 'table', attrs: { id: null }, content: padRows(rows) }];
  }

  #row(row: XmlElement, isHead: boolean, depth: number): TableRow {
    const cells: TableCell[] = [];
    for (const element of childElements(row)) {
      if (element.local === 'covered-table-cell') {
        this.#context.leaveOut('hidden', textOf(element));
        continue;
      }
      if (element.local !== 'table-cell') continue;
      const blocks = this.read(element, depth);
      const cell: TableCell = {
        type: isHead ? 'tableHeader' : 'tableCell',
        attrs: {
          colspan: positive(attributeOf(element, 'number-columns-spanned'), MOST_COLUMNS),
          rowspan: positive(attributeOf(element, 'number-rows-spanned'), MOST_COLUMNS),
        },
        content: blocks.length === 0 ? [PARAGRAPH] : blocks,
      };
      const times = positive(attributeOf(element, 'number-columns-repeated'), MOST_COLUMNS);
      for (let time = 0; time < times && cells.length < MOST_COLUMNS; time += 1) cells.push(cell);
    }
    return { type: 'tableRow', content: cells };
  }
}

const isBlankRow = ({ content }: TableRow): boolean =>
  content.every((cell) => cell.content.length === 1 && cell.content[0] === PARAGRAPH);
