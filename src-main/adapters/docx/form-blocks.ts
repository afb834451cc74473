/** Letterhead, title line, head of the form and registers. */
import {
  BorderStyle,
  HeightRule,
  ImageRun,
  Paragraph,
  ShadingType,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ITableCellOptions,
} from 'docx';
import type { GridCell, PrintBlock, PrintDocument } from '../../core/print/model.ts';
import { inlineRuns, plainRuns } from './inline-runs.ts';
import { RULE, STYLE } from './styles.ts';
import { halfPoints, pixelsOfMm, twips, twipsOfMm } from './units.ts';

type Of<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>;

const HAIR = { style: BorderStyle.SINGLE, size: 4, color: RULE };
const HEADER_FILL = { type: ShadingType.CLEAR, color: 'auto', fill: 'F0F0F0' };

const textWidth = ({ style }: PrintDocument): number => twipsOfMm(210 - style.marginLeftMm - style.marginRightMm);

export function letterheadParagraph(block: Of<'letterhead'>, document: PrintDocument, after: number): Paragraph {
  const children: (TextRun | ImageRun)[] = [new TextRun({ text: block.bodyName })];
  const raster = document.coatOfArms?.raster;
  if (block.coatOfArms && raster) {
    const height = pixelsOfMm(block.coatOfArms.heightMm);
    children.push(new TextRun({ text: '\t' }));
    children.push(
      new ImageRun({
        type: raster.mimeType === 'image/png' ? 'png' : 'jpg',
        data: Buffer.from(raster.data, 'base64'),
        transformation: { height, width: Math.round((height * raster.widthPx) / raster.heightPx) },
        altText: { name: 'Wappen', title: 'Wappen', description: block.coatOfArms.alternativeText },
      }),
    );
  }
  return new Paragraph({
    style: STYLE.letterhead,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(document) }],
    spacing: { after: twips(after) },
    children,
  });
}

export function titleParagraph(block: Of<'title'>, document: PrintDocument, after: number): Paragraph {
  const size = halfPoints(document.layout.asideSizePt);
  const aside = block.asideMarked
    ? new TextRun({
        text: block.aside,
        size,
        bold: true,
        color: '000000',
        border: { style: BorderStyle.SINGLE, size: 10, color: '000000', space: 4 },
      })
    : new TextRun({ text: block.aside, size, bold: false, color: '000000' });
  return new Paragraph({
    style: STYLE.heading[0],
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(document) - (block.asideMarked ? 80 : 0) }],
    spacing: { after: twips(after) },
    children: [new TextRun({ text: block.text }), new TextRun({ text: '\t' }), aside],
  });
}

const cellBase = (
  widthTwips: number,
  x: number,
  top: number,
  bottom: number,
): Pick<ITableCellOptions, 'width' | 'margins' | 'borders'> => ({
  width: { size: widthTwips, type: WidthType.DXA },
  margins: { marginUnitType: WidthType.DXA, left: twips(x), right: twips(x), top: twips(top), bottom: twips(bottom) },
  borders: { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR },
});

/** Word shows label and value in one cell; a screen reader reads them together. */
export function formTable(block: Of<'grid'>, document: PrintDocument): Table {
  const { cellPt } = document.layout;
  const leading = document.style.lineHeightPt - document.style.bodySizePt;
  const columns = block.columnsMm.map(twipsOfMm);
  const rows: TableRow[] = [];
  for (let at = 0; at + 1 < block.rows.length; at += 2) {
    const labels = block.rows[at]?.cells ?? [];
    const values = block.rows[at + 1]?.cells ?? [];
    let column = 0;
    const cells = values.map((value: GridCell, index) => {
      const width = columns.slice(column, column + value.span).reduce((sum, part) => sum + part, 0);
      column += value.span;
      return new TableCell({
        ...cellBase(width, cellPt.x, cellPt.top, cellPt.bottom - leading / 2),
        columnSpan: value.span,
        children: [
          new Paragraph({
            style: STYLE.label,
            spacing: { after: twips(Math.max(0, cellPt.between - 0.5 - leading / 2)) },
            children: plainRuns(labels[index]?.text ?? ''),
          }),
          new Paragraph({
            style: STYLE.value,
            children: value.content ? inlineRuns(value.content) : plainRuns(value.text),
          }),
        ],
      });
    });
    rows.push(new TableRow({ cantSplit: true, children: cells }));
  }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows,
  });
}

export function registerTable(block: Of<'register'>, document: PrintDocument): Table {
  const { registerPt } = document.layout;
  const leading = document.style.lineHeightPt - document.style.bodySizePt;
  const x = block.sizePt === null ? registerPt.x : registerPt.smallX;
  const style = block.sizePt === null ? STYLE.value : STYLE.small;
  const columns = block.columnsMm.map(twipsOfMm);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.header.map(
      (text, index) =>
        new TableCell({
          ...cellBase(columns[index] ?? 0, x, registerPt.y, registerPt.y - 0.5),
          shading: HEADER_FILL,
          verticalAlign: VerticalAlignTable.CENTER,
          children: [new Paragraph({ style: STYLE.label, children: plainRuns(text) })],
        }),
    ),
  });
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        ...(block.rowHeightMm !== null && {
          height: { value: twipsOfMm(block.rowHeightMm), rule: HeightRule.ATLEAST },
        }),
        children: row.map(
          (text, index) =>
            new TableCell({
              ...cellBase(columns[index] ?? 0, x, registerPt.y - leading / 2, registerPt.y - leading / 2),
              verticalAlign: VerticalAlignTable.CENTER,
              children: [new Paragraph({ style, children: plainRuns(text) })],
            }),
        ),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows: [header, ...rows],
  });
}
