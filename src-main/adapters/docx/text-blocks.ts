/** Running text: paragraphs, lists, quotations, tables – each with the gap to what follows. */
import {
  BorderStyle,
  LevelFormat,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type FileChild,
  type INumberingOptions,
  type IParagraphOptions,
} from 'docx';
import { assertNever } from '../../base/assert-never.ts';
import type { PrintBlock, PrintDocument } from '../../core/print/model.ts';
import { contentsParagraphs, coverParagraphs, markParagraph } from './folder-blocks.ts';
import { formTable, letterheadParagraph, registerTable, titleParagraph } from './form-blocks.ts';
import { plainRuns } from './inline-runs.ts';
import { blockRuns, lockedParts, type Part } from './editing-copy.ts';
import { signaturePicture } from './signature-picture.ts';
import { letterOpeningTable } from './letter-opening.ts';
import { gapAfterPt } from './spacing.ts';
import { RULE, STYLE } from './styles.ts';
import { twips, twipsOfMm } from './units.ts';

type NumberingConfig = INumberingOptions['config'][number];
type Of<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>;

interface Surroundings {
  /** Every paragraph holds on to the next one. */
  readonly keepNext?: true;
  readonly style: string;
  readonly widthTwips: number;
  readonly depth: number;
  readonly insetPt: number;
  /** Of the cell around. */
  readonly alignment?: 'center' | 'right';
}

const headingStyle = ({ level }: Of<'heading'>): string => STYLE.heading[level - 1] ?? STYLE.heading[3];

const DEEPEST = 8;
const BULLETS = 'stellwerk-bullets';

export class TextBlocks {
  readonly #document: PrintDocument;
  readonly #numbering: NumberingConfig[] = [];

  constructor(document: PrintDocument) {
    this.#document = document;
    this.#numbering.push(this.#levels(BULLETS, LevelFormat.BULLET, 1));
  }

  /** Complete only after `blocks` ran: every numbered list brings its own numbering. */
  get numbering(): readonly NumberingConfig[] {
    return this.#numbering;
  }

  all(): FileChild[] {
    const { style, copy } = this.#document;
    const widthTwips = twipsOfMm(210 - style.marginLeftMm - style.marginRightMm);
    const around = { style: STYLE.body, widthTwips, depth: 0, insetPt: 0 };
    const { blocks } = this.#document;
    if (!copy) return this.#blocks(blocks, around);
    const parts = blocks.map((block, index): Part => ({
      block,
      children: this.#block(block, blocks[index + 1], around),
    }));
    return lockedParts(parts);
  }

  #levels(reference: string, format: 'bullet' | 'decimal', start: number): NumberingConfig {
    const { listPt } = this.#document.layout;
    const width = format === LevelFormat.BULLET ? listPt.bulletText : listPt.numberText;
    return {
      reference,
      levels: Array.from({ length: DEEPEST + 1 }, (_, level) => ({
        level,
        format,
        start: level === 0 ? start : 1,
        text: format === LevelFormat.BULLET ? (level % 2 === 0 ? '•' : '–') : `%${level + 1}.`,
        style: { paragraph: { indent: { left: twips(width * (level + 1)), hanging: twips(width - 4) } } },
      })),
    };
  }

  #blocks(blocks: readonly PrintBlock[], around: Surroundings): (Paragraph | Table)[] {
    return blocks.flatMap((block, index) => this.#block(block, blocks[index + 1], around));
  }

  #paragraph(around: Surroundings, after: number, options: IParagraphOptions): Paragraph {
    return new Paragraph({
      style: around.style,
      ...(around.keepNext && { keepNext: true }),
      ...(around.alignment && { alignment: around.alignment }),
      ...options,
      ...(after > 0 && { spacing: { after: twips(after) } }),
    });
  }

  /** Word gives tables no room below: an empty line of exactly that height does, and keeps neighbouring tables apart. */
  #gap(points: number, keepNext?: true): Paragraph[] {
    if (points <= 0) return [];
    return [
      new Paragraph({
        style: STYLE.gap,
        ...(keepNext && { keepNext }),
        spacing: { line: twips(points), lineRule: 'exact', before: 0, after: 0 },
      }),
    ];
  }

  #block(block: PrintBlock, next: PrintBlock | undefined, around: Surroundings): (Paragraph | Table)[] {
    const document = this.#document;
    const after = gapAfterPt(block, next, document);
    switch (block.kind) {
      case 'letter-opening':
        return [letterOpeningTable(block, document)];
      case 'letterhead':
        return [letterheadParagraph(block, document, after)];
      case 'title':
        return [titleParagraph(block, document, after)];
      case 'grid':
        return [formTable(block, document), ...this.#gap(after)];
      case 'register':
        return [registerTable(block, document), ...this.#gap(after)];
      case 'heading':
        return [
          new Paragraph({
            style: headingStyle(block),
            ...(around.alignment && { alignment: around.alignment }),
            spacing: { after: twips(after) },
            children: blockRuns(block),
          }),
        ];
      case 'paragraph':
        return [
          this.#paragraph(around, after, {
            children: blockRuns(block),
            ...(block.keepWithNext && { keepNext: true }),
          }),
        ];
      case 'bullets':
      case 'numbers':
        return this.#list(block, after, around);
      case 'quotation':
        return this.#quotation(block, after, around);
      case 'table':
        return [this.#table(block, around), ...this.#gap(Math.max(after, next ? 0 : 1), block.keepWithNext)];
      case 'page-break':
        return [this.#newPage()];
      case 'piece':
      case 'sheet':
        throw new Error(`${block.kind} is printed from PDF only`);
      case 'signature':
        return [
          ...signaturePicture(block, document),
          new Paragraph({
            style: STYLE.signature,
            ...(after > 0 && { spacing: { after: twips(after) } }),
            children: plainRuns([block.name, block.role].filter(Boolean).join('\n')),
          }),
        ];
      case 'cover':
        return [...coverParagraphs(block, document), this.#newPage()];
      case 'contents':
        return contentsParagraphs(block);
      case 'part':
        // Word has one footer for all pages here; the mark tells where a paper begins.
        return [this.#newPage(), markParagraph(block.mark), ...this.#blocks(block.blocks, around)];
      default:
        return assertNever(block);
    }
  }

  #newPage(): Paragraph {
    return new Paragraph({ style: STYLE.gap, children: [new PageBreak()] });
  }

  #list(block: Of<'bullets'> | Of<'numbers'>, after: number, around: Surroundings): (Paragraph | Table)[] {
    let reference = BULLETS;
    const level = Math.min(around.depth, DEEPEST);
    if (block.kind === 'numbers') {
      reference = `stellwerk-numbers-${this.#numbering.length}`;
      const config = this.#levels(reference, LevelFormat.DECIMAL, block.start);
      this.#numbering.push({
        ...config,
        levels: config.levels.map((entry) => (entry.level === level ? { ...entry, start: block.start } : entry)),
      });
    }
    const { listPt } = this.#document.layout;
    const textIndent = block.kind === 'numbers' ? listPt.numberText : listPt.bulletText;
    return block.items.flatMap((item, index) => {
      const isLast = index === block.items.length - 1;
      return item.flatMap((child, at): (Paragraph | Table)[] => {
        const gap = at < item.length - 1 ? listPt.between : isLast ? after : listPt.between;
        if (child.kind === 'paragraph' || child.kind === 'heading') {
          const first = at === 0;
          const style = child.kind === 'heading' ? headingStyle(child) : around.style;
          return [
            this.#paragraph({ ...around, style }, gap, {
              children: blockRuns(child),
              ...(first
                ? { numbering: { reference, level } }
                : { indent: { left: twips(around.insetPt + textIndent * (level + 1)) } }),
              ...(isLast && block.keepWithNext && at === item.length - 1 && { keepNext: true }),
            }),
          ];
        }
        const inner = { ...around, depth: around.depth + 1 };
        const tail = at === item.length - 1 && isLast ? after : listPt.between;
        if (child.kind === 'bullets' || child.kind === 'numbers') {
          const marker = at === 0 ? [this.#paragraph(around, 0, { numbering: { reference, level } })] : [];
          return [...marker, ...this.#list(child, tail, inner)];
        }
        return this.#block(child, undefined, inner);
      });
    });
  }

  #quotation(block: Of<'quotation'>, after: number, around: Surroundings): (Paragraph | Table)[] {
    const inner: Surroundings = {
      ...around,
      style: STYLE.quotation,
      insetPt: around.insetPt + this.#document.layout.quotationPt.inset,
    };
    return block.blocks.flatMap((child, index) => {
      const next = block.blocks[index + 1];
      if (next) return this.#block(child, next, inner);
      const canKeep = ['paragraph', 'bullets', 'numbers', 'table', 'quotation'].includes(child.kind);
      const last: PrintBlock = block.keepWithNext && canKeep ? ({ ...child, keepWithNext: true } as PrintBlock) : child;
      if (last.kind === 'paragraph') {
        return [
          this.#paragraph(inner, after, {
            children: blockRuns(last),
            ...(last.keepWithNext && { keepNext: true }),
          }),
        ];
      }
      if (last.kind === 'bullets' || last.kind === 'numbers') return this.#list(last, after, inner);
      return [...this.#block(last, undefined, inner), ...this.#gap(after, block.keepWithNext)];
    });
  }

  #table(block: Of<'table'>, around: Surroundings): Table {
    const { tablePt } = this.#document.layout;
    const leading = this.#document.style.lineHeightPt - this.#document.style.bodySizePt;
    const hair = { style: BorderStyle.SINGLE, size: 4, color: RULE };
    const columns = block.shares.map((share) => Math.floor(share * around.widthTwips));
    const y = twips(Math.max(0, tablePt.y - leading / 2));
    const x = twips(tablePt.x);
    const rows = block.rows.map(
      (row, rowIndex) =>
        new TableRow({
          tableHeader: rowIndex < block.headerRows,
          cantSplit: rowIndex < block.headerRows,
          children: row.map((cell) => {
            const style = cell.header ? STYLE.tableHead : STYLE.tableText;
            const isKept = block.keepWithNext && rowIndex === block.rows.length - 1;
            const children = this.#blocks(cell.blocks, {
              style,
              ...(isKept && { keepNext: true as const }),
              ...(cell.align && { alignment: cell.align }),
              widthTwips: Math.floor(around.widthTwips / block.shares.length) - 2 * x,
              depth: 0,
              insetPt: 0,
            });
            const needsParagraph = !(children.at(-1) instanceof Paragraph);
            return new TableCell({
              columnSpan: cell.colspan,
              rowSpan: cell.rowspan,
              margins: { marginUnitType: WidthType.DXA, left: x, right: x, top: y, bottom: y },
              borders: { top: hair, bottom: hair, left: hair, right: hair },
              ...(cell.header && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F0F0F0' } }),
              children: needsParagraph ? [...children, new Paragraph({ style })] : children,
            });
          }),
        }),
    );
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: columns.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
      columnWidths: columns,
      rows,
    });
  }
}
