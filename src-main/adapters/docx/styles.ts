/** Named styles: everything a person may want to change in Word hangs on one of these, never on single paragraphs. */
import { AlignmentType, BorderStyle, LineRuleType, type IStylesOptions } from 'docx';
import { LETTER_TYPE } from '../../core/print/letter-form.ts';
import type { PrintDocument } from '../../core/print/model.ts';
import { halfPoints, twips } from './units.ts';
import { fileTexts } from '../../contract/document/texts-de.ts';

export const STYLE = {
  body: 'StellwerkText',
  letterhead: 'StellwerkBody',
  label: 'StellwerkLabel',
  value: 'StellwerkValue',
  small: 'StellwerkSmall',
  quotation: 'StellwerkQuotation',
  tableText: 'StellwerkTable',
  tableHead: 'StellwerkTableHead',
  signature: 'StellwerkSignature',
  gap: 'StellwerkGap',
  footer: 'StellwerkFooter',
  address: 'StellwerkAddress',
  notes: 'StellwerkNotes',
  information: 'StellwerkInformation',
  informationLabel: 'StellwerkInformationLabel',
  continuation: 'StellwerkContinuation',
  heading: ['Heading1', 'Heading2', 'Heading3', 'Heading4'],
} as const;

const FONT = 'Arial';
const SOFT = '444444';
export const RULE = '707070';

/** Styles that only letters use. */
const isLetter = ({ blocks }: PrintDocument): boolean => blocks[0]?.kind === 'letter-opening';

export function documentStyles(document: PrintDocument): IStylesOptions {
  const { style, layout } = document;
  const leadingPt = style.lineHeightPt - style.bodySizePt;
  const exact = (sizePt: number) => ({
    line: twips(sizePt + leadingPt),
    lineRule: LineRuleType.EXACT,
    before: 0,
    after: 0,
  });
  const accent = style.accent.slice(1);
  const heading = (level: number) => {
    const { sizePt } = layout.headings[level - 1] ?? { sizePt: style.bodySizePt };
    return {
      run: { size: halfPoints(sizePt), bold: true, color: level <= 2 ? accent : '000000', font: FONT },
      paragraph: { keepNext: true, keepLines: true, outlineLevel: level - 1, spacing: exact(sizePt) },
    };
  };
  const paragraph = (id: string, name: string, sizePt: number, extra: { run?: object; paragraph?: object } = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: halfPoints(sizePt), ...extra.run },
    paragraph: { spacing: exact(sizePt), ...extra.paragraph },
  });
  const size = style.bodySizePt;
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: halfPoints(size),
          language: { value: 'de-DE', eastAsia: 'de-DE', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: exact(size) },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      heading4: heading(4),
    },
    paragraphStyles: [
      paragraph(STYLE.body, 'Fließtext', size, { paragraph: { widowControl: true } }),
      paragraph(STYLE.letterhead, 'Körperschaft', layout.letterheadSizePt, {
        run: { bold: true, color: accent },
        paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 }, keepNext: true },
      }),
      paragraph(STYLE.label, 'Feldname', layout.labelSizePt, {
        run: { color: SOFT },
        paragraph: {
          keepNext: true,
          spacing: { line: twips(layout.labelSizePt + 0.5), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        },
      }),
      paragraph(STYLE.value, 'Feldwert', size),
      paragraph(STYLE.small, 'Listentext', 9.5),
      paragraph(STYLE.quotation, fileTexts.quotationStyle, size, {
        paragraph: {
          widowControl: true,
          indent: { left: twips(layout.quotationPt.inset) },
          border: {
            left: {
              style: BorderStyle.SINGLE,
              size: layout.quotationPt.rule * 8,
              color: '8A8A8A',
              space: Math.round(layout.quotationPt.inset - layout.quotationPt.rule),
            },
          },
        },
      }),
      paragraph(STYLE.tableText, 'Tabellentext', size),
      paragraph(STYLE.tableHead, 'Tabellenkopf', size, { run: { bold: true }, paragraph: { keepNext: true } }),
      paragraph(STYLE.signature, 'Unterzeichner', size, { paragraph: { keepLines: true } }),
      paragraph(STYLE.gap, 'Abstand', 1),
      paragraph(STYLE.footer, fileTexts.footerStyle, layout.footerSizePt, {
        run: { color: SOFT },
        paragraph: { alignment: AlignmentType.RIGHT },
      }),
      ...(isLetter(document)
        ? [
            paragraph(STYLE.address, 'Anschrift', 10),
            paragraph(STYLE.notes, 'Vermerk', LETTER_TYPE.notes.sizePt),
            paragraph(STYLE.information, 'Informationsblock', LETTER_TYPE.information.sizePt),
            paragraph(STYLE.continuation, 'Kopfzeile Folgeseite', LETTER_TYPE.continuation.sizePt, {
              run: { color: SOFT },
            }),
          ]
        : []),
    ],
    ...(isLetter(document) && {
      characterStyles: [
        {
          id: STYLE.informationLabel,
          name: 'Leitwort',
          quickFormat: true,
          run: { size: halfPoints(LETTER_TYPE.information.labelSizePt), color: SOFT },
        },
      ],
    }),
  };
}
