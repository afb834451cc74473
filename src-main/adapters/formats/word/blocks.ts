/** Paragraphs, headings, lists and tables of one story (body, note, box, cell) as blocks of the record. */
import type { Block, CellAlign, Heading, TableCell, TableRow } from '../../../record/rich-text/rich-text.ts';
import { childElements, childNamed, textOf, type XmlElement } from '../xml.ts';
import { contentParts, PARAGRAPH } from '../document/inline-content.ts';
import { ListFlow, withLabel } from '../document/list-flow.ts';
import { padRows, rowsAsLines } from '../document/table-grid.ts';
import { chosenBranch } from './inline-parts.ts';
import { InlineReader, type InlineContext, type Piece } from './inline.ts';
import { childVal, integerOf, nameOf, toggleOf, wordsOf } from './names.ts';
import type { Numberer } from './numbering.ts';
import { paragraphLook, type ParagraphLook, type Styles } from './styles.ts';

export interface StoryContext extends InlineContext {
  readonly numberer: Numberer;
  /** Lists in boxes count for themselves. */
  readonly boxNumberer: Numberer;
  /** A number that the reader put into the text itself. */
  labelled(label: string): void;
}

const MOST_COLUMNS = 100;
/** Tables inside the cells of another table stay tables; what is deeper becomes lines. */
const DEEPEST_TABLE = 2;

export class StoryReader {
  readonly #context: StoryContext;
  readonly #inline: InlineReader;
  /** Words of a paragraph whose end was deleted: they go on in the next one. */
  #carried: { readonly look: ParagraphLook; readonly pieces: Piece[] } | null = null;

  constructor(context: StoryContext) {
    this.#context = context;
    this.#inline = new InlineReader(context);
  }

  /** Blocks of everything below an element that holds paragraphs and tables. `depth`: of the tables around it. */
  read(container: XmlElement, depth = 0): Block[] {
    const flow = new ListFlow();
    this.#readInto(flow, container, depth);
    this.#endCarried(flow, depth);
    return flow.blocks;
  }

  #readInto(flow: ListFlow, container: XmlElement, depth: number): void {
    for (const element of childElements(container)) {
      switch (nameOf(element)) {
        case 'w:p':
          this.#paragraph(flow, element, depth);
          break;
        case 'w:tbl':
          this.#endCarried(flow, depth);
          flow.addAll(this.#table(element, depth + 1));
          break;
        case 'w:sdt': {
          const content = childNamed(element, 'sdtContent');
          if (content) this.#readInto(flow, content, depth);
          break;
        }
        case 'mc:AlternateContent': {
          const branch = chosenBranch(element);
          if (branch) this.#readInto(flow, branch, depth);
          break;
        }
        case 'm:oMathPara':
          this.#paragraph(flow, element, depth);
          break;
        case 'w:customXml':
        case 'w:smartTag':
        case 'w:ins':
        case 'w:moveTo':
          this.#readInto(flow, element, depth);
          break;
        default:
        // Properties, marks of places, and what holds no words; words that are lost here are counted and named.
      }
    }
  }

  #paragraph(flow: ListFlow, element: XmlElement, depth: number): void {
    const properties = childNamed(element, 'pPr');
    const look = paragraphLook(properties, this.#context.styles.paragraph(childVal(properties, 'pStyle')));
    const pieces = this.#carried?.pieces ?? [];
    for (const piece of this.#inline.read(element, look.run)) pieces.push(piece);
    this.#carried = null;
    const marks = properties && childNamed(properties, 'rPr');
    if (marks && (childNamed(marks, 'del') ?? childNamed(marks, 'moveFrom'))) {
      this.#carried = { look, pieces };
      return;
    }
    this.#place(flow, look, pieces, depth);
  }

  /** Before a table and at the end of a cell or story there is no next paragraph: its words stand for themselves. */
  #endCarried(flow: ListFlow, depth: number): void {
    const carried = this.#carried;
    this.#carried = null;
    if (carried) this.#place(flow, carried.look, carried.pieces, depth);
  }

  /** A box is a story of its own: fields and numbers of the text do not reach into it. */
  #box(content: XmlElement, depth: number): Block[] {
    return new StoryReader({ ...this.#context, numberer: this.#context.boxNumberer }).read(content, depth);
  }

  #place(flow: ListFlow, look: ParagraphLook, pieces: readonly Piece[], depth: number): void {
    const boxes = pieces.flatMap((piece) => (piece.kind === 'box' ? this.#box(piece.content, depth) : []));
    const isHeading = look.outline !== null;
    const mark = this.#mark(look);
    const parts = contentParts(
      pieces.filter((piece) => piece.kind !== 'box' && piece.kind !== 'point'),
      isHeading,
    );
    if (look.breaksBefore) flow.add({ type: 'pageBreak', attrs: { id: null } });
    parts.forEach((content, at) => {
      if (at > 0) flow.add({ type: 'pageBreak', attrs: { id: null } });
      if (content.length === 0) return;
      // The number stands before the first words.
      const own = parts.findIndex((part) => part.length > 0) === at ? mark : null;
      if (look.outline !== null) {
        const heading: Heading = { type: 'heading', attrs: { id: null, level: look.outline === 0 ? 1 : 2 }, content };
        flow.add(own?.kind === 'number' ? withLabel(heading, own.label) : heading);
        if (own?.kind === 'number') this.#context.labelled(own.label);
      } else if (own) {
        const isText = flow.addItem(look.numbering?.level ?? 0, own, { ...PARAGRAPH, content });
        if (isText && own.kind === 'number') this.#context.labelled(own.label);
      } else flow.add({ ...PARAGRAPH, content });
    });
    flow.addAll(boxes);
  }

  #mark({ numbering }: ParagraphLook): ReturnType<Numberer['next']> {
    if (numbering?.list === null || numbering === null || numbering.list === '0') return null;
    return this.#context.numberer.next(numbering.list, numbering.level ?? 0);
  }

  #rowsOf(table: XmlElement): XmlElement[] {
    return childElements(table).flatMap((element): XmlElement[] => {
      const name = nameOf(element);
      if (name === 'w:tr') return [element];
      if (name === 'w:sdt') return this.#rowsOf(childNamed(element, 'sdtContent') ?? element);
      if (name === 'mc:AlternateContent') return this.#rowsOf(chosenBranch(element) ?? element);
      return name === 'w:customXml' || name === 'w:ins' || name === 'w:moveTo' ? this.#rowsOf(element) : [];
    });
  }

  #cellsOf(row: XmlElement): XmlElement[] {
    return childElements(row).flatMap((element): XmlElement[] => {
      const name = nameOf(element);
      if (name === 'w:tc') return [element];
      if (name === 'w:sdt') return this.#cellsOf(childNamed(element, 'sdtContent') ?? element);
      if (name === 'mc:AlternateContent') return this.#cellsOf(chosenBranch(element) ?? element);
      return name === 'w:customXml' || name === 'w:ins' || name === 'w:moveTo' ? this.#cellsOf(element) : [];
    });
  }

  #table(table: XmlElement, depth: number): Block[] {
    const rows: TableRow[] = [];
    /** Cells that reach down, by the column they begin in. */
    const reaching = new Map<number, TableCell>();
    let isHead = true;
    for (const row of this.#rowsOf(table)) {
      const properties = childNamed(row, 'trPr');
      if (properties && childNamed(properties, 'del')) {
        this.#context.leaveOut('deleted', this.#cellsOf(row).map(textOf).join(' '));
        continue;
      }
      isHead &&= toggleOf(properties, 'tblHeader') ?? false;
      rows.push(this.#row(row, properties, reaching, isHead, depth));
    }
    if (rows.length === 0) return [];
    if (depth > DEEPEST_TABLE) return rowsAsLines(rows);
    return [{ type: 'table', attrs: { id: null }, content: padRows(rows) }];
  }

  #row(
    row: XmlElement,
    properties: XmlElement | undefined,
    reaching: Map<number, TableCell>,
    isHead: boolean,
    depth: number,
  ): TableRow {
    const type = isHead ? 'tableHeader' : 'tableCell';
    const empty = (colspan: number): TableCell => ({ type, attrs: { colspan, rowspan: 1 }, content: [PARAGRAPH] });
    const cells: TableCell[] = [];
    let column = integerOf(childVal(properties, 'gridBefore')) ?? 0;
    if (column > 0) cells.push(empty(Math.min(column, MOST_COLUMNS)));
    for (const element of this.#cellsOf(row)) {
      const own = childNamed(element, 'tcPr');
      const colspan = Math.min(Math.max(integerOf(childVal(own, 'gridSpan')) ?? 1, 1), MOST_COLUMNS);
      const before = cells.at(-1);
      if (before && own && childNamed(own, 'hMerge') && childVal(own, 'hMerge') !== 'restart') {
        // Of old files: the cell before reaches over this one (17.4.22).
        this.#context.leaveOut('hidden', wordsOf(element));
        before.attrs.colspan = Math.min(before.attrs.colspan + colspan, MOST_COLUMNS);
        column += colspan;
        continue;
      }
      const merge = own && childNamed(own, 'vMerge');
      const above = reaching.get(column);
      if (merge && childVal(own, 'vMerge') !== 'restart' && above && above.attrs.rowspan < MOST_COLUMNS) {
        // A cell that another one covers shows nothing.
        this.#context.leaveOut('hidden', wordsOf(element));
        above.attrs.rowspan += 1;
      } else {
        const content = this.#cellBlocks(element, depth);
        const align = alignOf(element, this.#context.styles);
        const cell: TableCell = { type, attrs: { colspan, rowspan: 1, ...(align && { align }) }, content };
        cells.push(cell);
        if (merge) reaching.set(column, cell);
        else reaching.delete(column);
      }
      column += colspan;
    }
    const after = integerOf(childVal(properties, 'gridAfter')) ?? 0;
    if (after > 0) cells.push(empty(Math.min(after, MOST_COLUMNS)));
    return { type: 'tableRow', content: cells };
  }

  #cellBlocks(cell: XmlElement, depth: number): Block[] {
    const blocks = this.read(cell, depth);
    return blocks.length === 0 ? [PARAGRAPH] : blocks;
  }
}

const ALIGNED: Readonly<Record<string, CellAlign>> = { center: 'center', right: 'right', end: 'right' };

/** As all paragraphs of the cell stand that have words (ECMA-376 part 1, 17.3.1.13). */
function alignOf(cell: XmlElement, styles: Styles): CellAlign | undefined {
  const filled = childElements(cell).filter((element) => nameOf(element) === 'w:p' && wordsOf(element).trim() !== '');
  const [first, ...others] = filled.map((paragraph) => {
    const properties = childNamed(paragraph, 'pPr');
    const { alignment } = paragraphLook(properties, styles.paragraph(childVal(properties, 'pStyle')));
    return ALIGNED[alignment ?? ''];
  });
  return others.every((align) => align === first) ? first : undefined;
}
