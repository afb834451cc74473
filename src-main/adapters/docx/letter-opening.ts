/**
 * The head of a letter in Word: a table with rows of exact heights, because text frames move when a document is edited or opened elsewhere.
 * The body begins near the upper edge; the header of the following pages is as high as their margin.
 */
import {
  BorderStyle,
  FrameAnchorType,
  Header,
  HeightRule,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
} from 'docx';
import type { LetterOpening, PrintDocument, PrintInline } from '../../core/print/model.ts';
import { inlineRuns, plainRuns } from './inline-runs.ts';
import { RULE, STYLE } from './styles.ts';
import { halfPoints, pixelsOfMm, twips, twipsOfMm } from './units.ts';

/** Upper edge of the body on the first page. */
export const FIRST_TOP_MM = 6;
export const HEADER_TOP_MM = 5;
const MM_PER_PT = 25.4 / 72;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: RULE };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

/** Letter heads come first or not at all. */
export function letterOpeningOf({ blocks }: PrintDocument): LetterOpening | null {
  const [first] = blocks;
  return first?.kind === 'letter-opening' ? first : null;
}

/**
 * Where the ascender stands below the upper edge of a line of exact height: Word and LibreOffice put the base line at four fifths of it.
 * The sheet's places are those of ascenders, as in the PDF.
 */
const ascenderDropMm = (sizePt: number, linePt: number): number => (0.8 * linePt - 0.905 * sizePt) * MM_PER_PT;

const exact = (linePt: number, beforePt = 0): IParagraphOptions['spacing'] => ({
  line: twips(linePt),
  lineRule: 'exact',
  before: Math.max(0, twips(beforePt)),
  after: 0,
});

const line = (style: string, linePt: number, beforeMm: number, runs: TextRun[]): Paragraph =>
  new Paragraph({ style, spacing: exact(linePt, beforeMm / MM_PER_PT), children: runs });

function lines(
  style: string,
  sizePt: number,
  linePt: number,
  beforeMm: number,
  content: readonly (readonly PrintInline[])[],
): Paragraph {
  const size = halfPoints(sizePt);
  const inlines = content.flatMap((part, index): PrintInline[] => [
    ...(index > 0 ? [{ kind: 'break' as const }] : []),
    ...part,
  ]);
  return new Paragraph({ style, spacing: exact(linePt, beforeMm / MM_PER_PT), children: inlineRuns(inlines, size) });
}

interface Cell {
  readonly widthMm: number;
  readonly children: readonly FileChild[];
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

const cell = ({ widthMm, children, columnSpan, rowSpan }: Cell): TableCell =>
  new TableCell({
    width: { size: twipsOfMm(widthMm), type: WidthType.DXA },
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: 0, bottom: 0 },
    borders: NO_BORDERS,
    ...(columnSpan !== undefined && { columnSpan }),
    ...(rowSpan !== undefined && { rowSpan }),
    children: children.length > 0 ? ([...children] as Paragraph[]) : [new Paragraph({ style: STYLE.gap })],
  });

const row = (heightMm: number, cells: readonly Cell[]): TableRow =>
  new TableRow({
    cantSplit: true,
    height: { value: twipsOfMm(heightMm), rule: HeightRule.EXACT },
    children: cells.map(cell),
  });

function titleParagraphs(head: LetterOpening, document: PrintDocument, widthMm: number): Paragraph[] {
  const children: (TextRun | ImageRun)[] = [new TextRun({ text: head.bodyName, color: head.accent.slice(1) })];
  const raster = document.coatOfArms?.raster;
  if (head.coatOfArms && raster) {
    const height = pixelsOfMm(head.coatOfArms.heightMm);
    children.push(
      new TextRun({ text: '\t' }),
      new ImageRun({
        type: raster.mimeType === 'image/png' ? 'png' : 'jpg',
        data: Buffer.from(raster.data, 'base64'),
        transformation: { height, width: Math.round((height * raster.widthPx) / raster.heightPx) },
        altText: { name: 'Wappen', title: 'Wappen', description: head.coatOfArms.alternativeText },
      }),
    );
  }
  const name = new Paragraph({
    style: STYLE.letterhead,
    tabStops: [{ type: TabStopType.RIGHT, position: twipsOfMm(widthMm) }],
    spacing: { before: twipsOfMm(head.measures.letterheadTopMm - FIRST_TOP_MM), after: 0 },
    children,
  });
  if (head.details === '') return [name];
  const { linePt } = head.type.details;
  return [name, line(STYLE.label, linePt, 0, plainRuns(head.details))];
}

function informationParagraphs(head: LetterOpening): Paragraph[] {
  const { sizePt, linePt, gapPt } = head.type.information;
  const { measures } = head;
  const top = measures.informationTopMm - measures.fieldTopMm - ascenderDropMm(sizePt, linePt);
  const tab = twipsOfMm(head.informationLabelMm);
  return head.information.map(
    ({ label, value, gapBefore }, index) =>
      new Paragraph({
        style: STYLE.information,
        spacing: exact(linePt, index === 0 ? top / MM_PER_PT : gapBefore ? gapPt : 0),
        tabStops: [{ type: TabStopType.LEFT, position: tab }],
        indent: { left: tab, hanging: tab },
        children: [
          new TextRun({ text: label, style: STYLE.informationLabel }),
          new TextRun({ text: '\t' }),
          ...plainRuns(value),
        ],
      }),
  );
}

function fieldRows(head: LetterOpening, document: PrintDocument, information: Cell): TableRow[] {
  const { measures, field, type } = head;
  const gap: Cell = {
    widthMm: measures.informationLeftMm - measures.textLeftMm - measures.addressWidthMm,
    children: [],
  };
  const left = (children: readonly FileChild[]): Cell => ({ widthMm: measures.addressWidthMm, children });
  const fieldHeight = measures.fieldBottomMm - measures.fieldTopMm;
  const { bodySizePt, lineHeightPt } = document.style;
  const subjectDrop = ascenderDropMm(bodySizePt, lineHeightPt);
  const below = row(measures.subjectTopMm - measures.fieldBottomMm - subjectDrop, [left([]), gap]);
  switch (field.kind) {
    case 'address': {
      const zone = measures.addressTopMm - measures.fieldTopMm;
      const senderLine = field.sender.sizePt + 2;
      const sender = new Paragraph({
        style: STYLE.label,
        border: { bottom: { ...HAIR, space: 1 } },
        spacing: exact(senderLine, (1 - ascenderDropMm(field.sender.sizePt, senderLine)) / MM_PER_PT),
        children: [new TextRun({ text: field.sender.text, size: halfPoints(field.sender.sizePt) })],
      });
      const { sizePt, linePt } = type.notes;
      const notesTop = zone - linePt * MM_PER_PT - 1 - ascenderDropMm(sizePt, linePt);
      const used = 1 + senderLine * MM_PER_PT;
      const notes = field.notes === '' ? [] : [line(STYLE.notes, linePt, notesTop - used, plainRuns(field.notes))];
      const { linePt: pitch } = type.address;
      const address = lines(STYLE.address, field.sizePt, pitch, 0, field.lines);
      // The base line of an exact line is lower than in the PDF: the zone above it gives way.
      const drop = ascenderDropMm(field.sizePt, pitch);
      return [
        row(zone - drop, [left([sender, ...notes]), gap, information]),
        row(fieldHeight - zone + drop, [left([address]), gap]),
        below,
      ];
    }
    case 'parties': {
      const { sizePt, linePt } = type.partyLabel;
      const { linePt: pitch } = type.address;
      const top = measures.informationTopMm - measures.fieldTopMm - ascenderDropMm(sizePt, linePt);
      const children = field.parties.flatMap((party, index) => [
        line(STYLE.label, linePt, index === 0 ? top : pitch * MM_PER_PT, plainRuns(party.label)),
        lines(STYLE.address, field.sizePt, pitch, 0, party.lines),
      ]);
      return [row(fieldHeight, [left(children), gap, { ...information, rowSpan: 2 }]), below];
    }
  }
}

export function letterOpeningTable(head: LetterOpening, document: PrintDocument): Table {
  const { measures } = head;
  const textWidthMm = 210 - document.style.marginLeftMm - document.style.marginRightMm;
  const columnsMm = [
    measures.addressWidthMm,
    measures.informationLeftMm - measures.textLeftMm - measures.addressWidthMm,
    measures.informationWidthMm,
  ];
  const widthMm = columnsMm.reduce((sum, part) => sum + part, 0);
  const information: Cell = {
    widthMm: measures.informationWidthMm,
    rowSpan: 3,
    children: informationParagraphs(head),
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twipsOfMm(widthMm), type: WidthType.DXA },
    columnWidths: columnsMm.map(twipsOfMm),
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      row(measures.fieldTopMm - FIRST_TOP_MM, [
        { widthMm, columnSpan: 3, children: titleParagraphs(head, document, textWidthMm) },
      ]),
      ...fieldRows(head, document, information),
    ],
  });
}

/** A mark is the upper border of a tiny paragraph with a place on the sheet. */
function mark(yMm: number, lengthMm: number): Paragraph {
  return new Paragraph({
    style: STYLE.gap,
    border: { top: { ...HAIR, space: 0 } },
    spacing: exact(1),
    frame: {
      type: 'absolute',
      position: { x: twipsOfMm(5), y: twipsOfMm(yMm) },
      width: twipsOfMm(lengthMm),
      height: twips(1),
      rule: HeightRule.EXACT,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
    children: [],
  });
}

const empty = (linePt: number): Paragraph => new Paragraph({ style: STYLE.gap, spacing: exact(linePt), children: [] });

export function firstHeader({ marks, measures }: LetterOpening): Header {
  const places = marks ? [...measures.foldMarksMm.map((y) => mark(y, 3)), mark(measures.punchMarkMm, 5)] : [];
  return new Header({ children: [...places, empty(1)] });
}

export function followingHeader({ continuation, measures, type }: LetterOpening, document: PrintDocument): Header {
  const { linePt } = type.continuation;
  const { style } = document;
  const beforeMm = 10;
  // The first line of the text has its base line where it has it in the PDF.
  const dropMm = (0.8 * style.lineHeightPt - 0.75 * style.bodySizePt) * MM_PER_PT;
  const restMm = measures.followingTopMm - dropMm - HEADER_TOP_MM - beforeMm - linePt * MM_PER_PT;
  return new Header({
    children: [
      new Paragraph({
        style: STYLE.continuation,
        border: { bottom: { ...HAIR, space: 2 } },
        spacing: exact(linePt, beforeMm / MM_PER_PT),
        tabStops: [{ type: TabStopType.RIGHT, position: twipsOfMm(210 - style.marginLeftMm - style.marginRightMm) }],
        children: [...plainRuns(continuation.text), new TextRun({ text: `\t${continuation.date}` })],
      }),
      empty(restMm / MM_PER_PT),
    ],
  });
}
