/** Documents as the `docx` package writes them. */
import {
  AlignmentType,
  Bookmark,
  CheckBox,
  DeletedTextRun,
  Document,
  EndnoteReferenceRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Footer,
  Header,
  HeadingLevel,
  InsertedTextRun,
  InternalHyperlink,
  LevelFormat,
  Math as Formula,
  MathFraction,
  MathRun,
  MathSuperScript,
  NoBreakHyphen,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  SimpleField,
  SoftHyphen,
  SymbolRun,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type FileChild,
  type IPropertiesOptions,
} from 'docx';
import type { OfficeCase } from './office-case.ts';

type More = Omit<OfficeCase, 'name' | 'extension' | 'bytes'>;
type Options = Omit<IPropertiesOptions, 'sections'>;

const text = (words: string): Paragraph => new Paragraph({ children: [new TextRun(words)] });
const cell = (words: string, columnSpan = 1, rowSpan = 1): TableCell =>
  new TableCell({ columnSpan, rowSpan, children: [text(words)] });
const row = (...children: TableCell[]): TableRow => new TableRow({ children });
const counted = (words: string, level = 0, instance = 0): Paragraph =>
  new Paragraph({ text: words, numbering: { reference: 'liste', level, instance } });
const LEVELS = {
  numbering: {
    config: [
      {
        reference: 'liste',
        levels: [
          { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT },
          { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2)', alignment: AlignmentType.LEFT },
          { level: 2, format: LevelFormat.LOWER_ROMAN, text: '(%3)', alignment: AlignmentType.LEFT },
        ],
      },
    ],
  },
};

async function made(name: string, children: FileChild[], options: Options = {}, more: More = {}): Promise<OfficeCase> {
  const document = new Document({ ...options, sections: [{ children }] });
  return { name, extension: 'docx', bytes: new Uint8Array(await Packer.toBuffer(document)), ...more };
}

async function withMarks(): Promise<OfficeCase> {
  const document = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [text('Kopf der Seite')] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: [text('Erster Teil der Schrift.')],
      },
      { children: [text('Zweiter Teil der Schrift.')] },
    ],
  });
  return { name: 'package-sections', extension: 'docx', bytes: new Uint8Array(await Packer.toBuffer(document)) };
}

export const packageCases = (): Promise<OfficeCase[]> =>
  Promise.all([
    made('package-headings', [
      new Paragraph({ text: 'Lageplan', heading: HeadingLevel.TITLE }),
      new Paragraph({ text: 'Anlass', heading: HeadingLevel.HEADING_1 }),
      text('Die Brücke ist alt.'),
      new Paragraph({ text: 'Umfang', heading: HeadingLevel.HEADING_3 }),
      text('Sie wird ersetzt.'),
    ]),
    made(
      'package-lists',
      [
        counted('Erster'),
        counted('Unter', 1),
        counted('Tiefer', 2),
        counted('Unter zwei', 1),
        counted('Zweiter'),
        counted('Neu begonnen', 0, 1),
      ],
      LEVELS,
    ),
    made('package-bullets', [
      new Paragraph({ text: 'Kastanie', bullet: { level: 0 } }),
      new Paragraph({ text: 'Blüte', bullet: { level: 1 } }),
      new Paragraph({ text: 'Linde', bullet: { level: 0 } }),
    ]),
    made('package-table', [
      new Table({
        rows: [
          row(cell('Jahr'), cell('Summe')),
          row(cell('2024'), cell('1.250,00')),
          row(cell('2025'), cell('980,50')),
        ],
      }),
      text('Alle Angaben in Euro.'),
    ]),
    made('package-merged-table', [
      new Table({
        rows: [
          row(cell('über beide', 2), cell('allein')),
          row(cell('zwei hoch', 1, 2), cell('m1'), cell('r1')),
          row(cell('m2'), cell('r2')),
        ],
      }),
      text('Ende.'),
    ]),
    made('package-nested-table', [
      new Table({
        rows: [
          row(
            new TableCell({
              children: [text('davor'), new Table({ rows: [row(cell('tief'), cell('unten'))] }), text('danach')],
            }),
            cell('neben'),
          ),
        ],
      }),
      text('Ende.'),
    ]),
    made('package-signs', [
      new Paragraph({
        children: [
          new TextRun({
            children: ['Vor', new Tab(), 'Tab ', 'Nord', new NoBreakHyphen(), 'Süd ', 'Haus', new SoftHyphen(), 'halt'],
          }),
          new TextRun({ text: 'Zeile', break: 1 }),
          new TextRun({ children: [new PageBreak(), 'Neue Seite'] }),
          new TextRun({ text: '3', superScript: true }),
          new SymbolRun({ char: 'F0FE', symbolfont: 'Wingdings' }),
        ],
      }),
    ]),
    made('package-tick-boxes', [
      new Paragraph({ children: [new CheckBox({ checked: true, alias: 'ja' }), new TextRun(' ist gewählt')] }),
      new Paragraph({ children: [new CheckBox({ checked: false, alias: 'nein' }), new TextRun(' ist es nicht')] }),
    ]),
    made('package-links-and-fields', [
      new Paragraph({
        children: [
          new ExternalHyperlink({ link: 'https://auental.example/', children: [new TextRun('Zur Seite der Stadt')] }),
          new TextRun(' und '),
          new InternalHyperlink({ anchor: 'ziel', children: [new TextRun('zum Ziel')] }),
          new TextRun(' am '),
          new SimpleField('MERGEFIELD Tag', '4. März 2026'),
        ],
      }),
      new Paragraph({ children: [new Bookmark({ id: 'ziel', children: [new TextRun('Das Ziel steht hier.')] })] }),
    ]),
    made(
      'package-notes',
      [
        new Paragraph({
          children: [new TextRun('Der Satz'), new FootnoteReferenceRun(1), new TextRun(' geht weiter.')],
        }),
        new Paragraph({
          // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the package's own type of children forgets endnotes
          children: [new TextRun('Noch einer'), new EndnoteReferenceRun(1), new TextRun(' folgt.')],
        }),
      ],
      {
        footnotes: { 1: { children: [text('Quelle ist das Amtsblatt.')] } },
        endnotes: { 1: { children: [text('Nachweis beim Archiv.')] } },
      },
    ),
    made('package-changes', [
      new Paragraph({
        children: [
          new TextRun('Es bleiben '),
          new DeletedTextRun({ text: 'drei', id: 1, author: 'A', date: '2026-02-03T08:00:00Z' }),
          new InsertedTextRun({ text: 'vier', id: 2, author: 'A', date: '2026-02-03T08:00:00Z' }),
          new TextRun(' Plätze, '),
          new TextRun({ text: 'keine ', doubleStrike: true }),
          new TextRun({ text: 'unsichtbare ', vanish: true }),
          new TextRun('frei.'),
        ],
      }),
    ]),
    made('package-formula', [
      new Paragraph({
        children: [
          new TextRun('Es gilt '),
          new Formula({
            children: [
              new MathFraction({ numerator: [new MathRun('a')], denominator: [new MathRun('b')] }),
              new MathSuperScript({ children: [new MathRun('c')], superScript: [new MathRun('2')] }),
            ],
          }),
        ],
      }),
    ]),
    withMarks(),
  ]);
