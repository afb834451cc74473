/** Paragraphs, lists and tables of an OpenDocument text as blocks of the record. */
import type { Block, CellAlign, Heading, TableCell, TableRow } from '../../../record/rich-text/rich-text.ts';
import { contentParts, PARAGRAPH } from '../document/inline-content.ts';
import { ListFlow, withLabel } from '../document/list-flow.ts';
import type { ListMark } from '../document/list-numbers.ts';
import { padRows, rowsAsLines } from '../document/table-grid.ts';
import { attributeOf, childElements, textOf, type XmlElement } from '../xml.ts';
import { countItem, OdtLists, type ListCount } from './numbering.ts';
import { OdtParagraph, positive, SILENT, type OdtContext } from './paragraph.ts';
import { PLAIN_LOOK, type OdtLook } from './styles.ts';

export type { OdtContext } from './paragraph.ts';

const MOST_COLUMNS = 100;
const MOST_REPEATED = 1000;
const MOST_REPEATED_CELLS = 20_000;
const DEEPEST_TABLE = 2;
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

function isHiddenSection(section: XmlElement): boolean {
  const display = attributeOf(section, 'display');
  return display === 'none' || (display === 'condition' && attributeOf(section, 'is-hidden') === 'true');
}

/** What stands for itself within a paragraph: its fields say nothing about the words around it. */
const APART = new Set(['frame', 'note', 'annotation']);

/** A field in it hides it whole (§7.7.4). One that does not say whether it does, hides only itself. */
const isHiddenParagraph = (paragraph: XmlElement): boolean =>
  childElements(paragraph).some(
    (one) =>
      (one.local === 'hidden-paragraph' && attributeOf(one, 'is-hidden') === 'true') ||
      (!APART.has(one.local) && isHiddenParagraph(one)),
  );

interface ListPlace {
  readonly count: ListCount;
  readonly style: string | null;
  readonly level: number;
}

export class OdtStory {
  readonly #context: OdtContext;
  readonly #lists: OdtLists;
  readonly #headingCounts: (number | undefined)[] = [];
  /** A paragraph ended its page: what comes next begins another one. */
  #isPageEnded = false;

  /** Cells so far, those that are only said to be repeated among them. */
  #repeated = 0;

  /** A file of a few pages can claim millions of equal cells; from some number on each counts once. */
  get #hasRoom(): boolean {
    return this.#repeated < MOST_REPEATED_CELLS;
  }

  constructor(context: OdtContext) {
    this.#context = context;
    this.#lists = new OdtLists(context.styles);
  }

  #newParagraph(): OdtParagraph {
    return new OdtParagraph(this.#context, (body) => new OdtStory(this.#context).read(body));
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
      else if (element.local === 'table') {
        this.#turnPage(flow, false, depth);
        flow.addAll(this.#table(element, depth + 1));
      } else if (element.local === 'change')
        this.#context.leaveOut('deleted', this.#context.deleted(attributeOf(element, 'change-id') ?? ''));
      else if (element.local === 'section' && isHiddenSection(element))
        this.#context.leaveOut('hidden', childElements(element).map(textOf).join(' '));
      else if (GROUPS.has(element.local)) this.#readInto(flow, element, depth);
      else this.#frame(flow, element, depth);
    }
  }

  /** A frame beside the paragraphs: its boxes are stories. */
  #frame(flow: ListFlow, element: XmlElement, depth: number): void {
    const paragraph = this.#newParagraph();
    paragraph.read({ ...element, children: [element] }, PLAIN_LOOK);
    this.#place(flow, paragraph, { look: PLAIN_LOOK, outline: null, mark: null, level: 0 }, depth);
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
    if (isHiddenParagraph(element)) {
      this.#context.leaveOut('hidden', textOf(element));
      return;
    }
    const name = attributeOf(element, 'style-name');
    const look = styles.look('paragraph', name, PLAIN_LOOK);
    const paragraph = this.#newParagraph();
    paragraph.read(element, look);
    const isHeading = element.local === 'h';
    const outline = isHeading ? positive(attributeOf(element, 'outline-level'), 10) : null;
    const isNumbered = outline !== null && item === null && attributeOf(element, 'is-list-header') !== 'true';
    const mark = isNumbered
      ? countItem(styles.outlineLevels, this.#headingCounts, outline, null)
      : (item?.mark ?? null);
    this.#place(flow, paragraph, { look, outline, mark, level: item?.level ?? 0 }, depth);
  }

  #place(
    flow: ListFlow,
    { pieces, boxes }: OdtParagraph,
    form: {
      readonly look: OdtLook;
      readonly outline: number | null;
      readonly mark: ListMark | null;
      readonly level: number;
    },
    depth: number,
  ): void {
    const [content = []] = contentParts(pieces, form.outline !== null);
    this.#turnPage(flow, form.look.breaksBefore, depth);
    if (depth === 0) this.#isPageEnded = form.look.breaksAfter;
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

  /** Within tables no page is turned. */
  #turnPage(flow: ListFlow, breaksBefore: boolean, depth: number): void {
    if (breaksBefore || (this.#isPageEnded && depth === 0)) flow.add({ type: 'pageBreak', attrs: { id: null } });
    if (depth === 0) this.#isPageEnded = false;
  }

  #table(table: XmlElement, depth: number): Block[] {
    const rows: TableRow[] = [];
    const readRows = (parent: XmlElement, isHead: boolean): void => {
      for (const element of childElements(parent)) {
        if (element.local === 'table-row') {
          const row = this.#row(element, isHead, depth);
          const times = positive(attributeOf(element, 'number-rows-repeated'), MOST_REPEATED);
          for (let time = 0; time < (isBlankRow(row) || !this.#hasRoom ? 1 : times); time += 1) {
            rows.push(row);
            this.#repeated += row.content.length;
          }
        } else if (element.local === 'table-header-rows') readRows(element, true);
        else if (/^table-row(?:s|-group)$/.test(element.local)) readRows(element, isHead);
      }
    };
    readRows(table, false);
    if (rows.length === 0) return [];
    if (depth > DEEPEST_TABLE) return rowsAsLines(rows);
    return [{ type: 'table', attrs: { id: null }, content: padRows(rows) }];
  }

  /** As all paragraphs of the cell stand that have words. */
  #aligned(cell: XmlElement): { readonly align?: CellAlign } {
    const filled = childElements(cell)
      .filter(({ local }) => local === 'p')
      .filter((one) => textOf(one).trim() !== '');
    const [first, ...others] = filled.map(
      (one) => this.#context.styles.look('paragraph', attributeOf(one, 'style-name'), PLAIN_LOOK).align,
    );
    return first && others.every((align) => align === first) ? { align: first } : {};
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
          ...this.#aligned(element),
        },
        content: blocks.length === 0 ? [PARAGRAPH] : blocks,
      };
      const times = positive(attributeOf(element, 'number-columns-repeated'), MOST_COLUMNS);
      for (let time = 0; time < (this.#hasRoom ? times : 1) && cells.length < MOST_COLUMNS; time += 1) cells.push(cell);
    }
    return { type: 'tableRow', content: cells };
  }
}

const isBlankRow = ({ content }: TableRow): boolean =>
  content.every((cell) => cell.content.length === 1 && cell.content[0] === PARAGRAPH);
