/** A letter after DIN 5008: pure, from its content and the office profile. */
import type { LetterContent, LetterInformation } from '../../contract/letter/shapes.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { letterKindNames, letterPlaceholderLabels, letterWords } from '../../contract/letter/texts-de.ts';
import { isLetterPlaceholder } from '../../contract/letter/kinds.ts';
import { letterTextParts } from '../../contract/letter/letter-texts.ts';
import { lineInlines } from './letter-text.ts';
import { publicityWord } from './frame.ts';
import { keepLast } from './keep-together.ts';
import { layoutOf, type Layout } from './layout.ts';
import { fitAddress, fitSender } from './letter-fit.ts';
import {
  BLANK_LINES_MM,
  INFORMATION_LABEL_MM,
  LETTER_FORMS,
  LETTER_MARGINS,
  LETTER_TYPE,
  type LetterMeasures,
} from './letter-form.ts';
import type { LetterField, LetterOpening, LetterRow, PrintBlock, PrintDocument, PrintInline } from './model.ts';
import { printRichText } from './rich-text-blocks.ts';
import { breakLine, cutText, wrapText } from './text-width.ts';

const MM_PER_PT = 25.4 / 72;

const { sizePt: CONTINUATION_SIZE_PT } = LETTER_TYPE.continuation;
const CONTINUATION_DATE_MM = 22;
const CONTINUATION_WIDTH_MM = 210 - LETTER_MARGINS.left - LETTER_MARGINS.right - CONTINUATION_DATE_MM;

/** Blank lines of DIN 5008: one between paragraphs and before the greeting, two after the subject, three for the signature. */
function letterLayout(content: LetterContent, style: OfficeProfile['style']): Layout {
  const { bodySizePt: sizePt, lineHeightPt: line } = style;
  // "gez." says that nobody signs by hand.
  const forSignature = content.signatory?.prefix?.startsWith('gez') ? 1 : 3;
  return {
    ...layoutOf(style),
    headings: [
      { sizePt, abovePt: 0, belowPt: 2 * line },
      { sizePt, abovePt: line, belowPt: 0 },
      { sizePt, abovePt: line, belowPt: 0 },
      { sizePt, abovePt: line, belowPt: 0 },
    ],
    signatureAbovePt: forSignature * line,
  };
}

type Row = readonly [label: string, value: string];

function informationGroups(content: LetterContent, profile: OfficeProfile): readonly (readonly Row[])[] {
  const { information, date, publicity } = content;
  const { labels } = profile;
  const row = (label: string, field: keyof LetterInformation): Row => [label, information[field]];
  return [
    [
      ...(content.kind === 'internal' ? [] : [row(letterWords.unit, 'unit')]),
      row(letterWords.yourSign, 'yourSign'),
      row(letterWords.yourMessageDate, 'yourMessageDate'),
      row(labels.ourSign, 'ourSign'),
      row(letterWords.ourMessageDate, 'ourMessageDate'),
    ],
    [
      row(letterWords.name, 'name'),
      row(labels.room, 'room'),
      row(labels.telephone, 'telephone'),
      row(labels.email, 'email'),
    ],
    [
      [labels.date, date === null ? '' : formatGermanDate(date)],
      [letterWords.publicity, publicity === 'public' ? '' : publicityWord(publicity, profile)],
    ],
  ];
}

function informationRows(content: LetterContent, profile: OfficeProfile, widthMm: number): LetterRow[] {
  const rows: LetterRow[] = [];
  for (const group of informationGroups(content, profile)) {
    let isFirst = rows.length > 0;
    for (const [label, value] of group) {
      if (value === '') continue;
      const { sizePt } = LETTER_TYPE.information;
      const room = widthMm - INFORMATION_LABEL_MM;
      const lines = wrapText(value, sizePt, room).flatMap((line) => breakLine(line, sizePt, room));
      rows.push({ label: `${label}:`, value: lines.join('\n'), gapBefore: isFirst });
      isFirst = false;
    }
  }
  return rows;
}

function heightMm(rows: readonly LetterRow[]): number {
  const { linePt, gapPt } = LETTER_TYPE.information;
  const lines = rows.reduce((sum, row) => sum + row.value.split('\n').length, 0);
  return (lines * linePt + rows.filter((row) => row.gapBefore).length * gapPt) * MM_PER_PT;
}

const asInlines = (lines: readonly string[]): (readonly PrintInline[])[] =>
  lines.map((text) => [{ kind: 'text', text }]);
const missingRecipient: (readonly PrintInline[])[] = [[{ kind: 'placeholder', label: letterWords.missingRecipient }]];

function fieldOf(content: LetterContent, profile: OfficeProfile, measures: LetterMeasures): LetterField {
  const { lines, sizePt } = fitAddress(content.recipient.lines, measures.addressWidthMm);
  const to = lines.length === 0 ? missingRecipient : asInlines(lines);
  if (content.kind !== 'internal') {
    return {
      kind: 'address',
      sender: fitSender(profile, measures.addressWidthMm),
      notes: content.notes,
      lines: to,
      sizePt,
    };
  }
  const { unit } = content.information;
  const from = unit === '' ? profile.bodyName : unit;
  const fromLines = wrapText(from, sizePt, measures.addressWidthMm).slice(0, 2);
  return {
    kind: 'parties',
    parties: [
      { label: letterWords.to, lines: to },
      { label: letterWords.from, lines: asInlines(fromLines) },
    ],
    sizePt,
  };
}

/** A line as plain words, for places that show no marks. */
function plainLine(line: string): string {
  return letterTextParts(line)
    .map((part) => {
      if ('text' in part) return part.text;
      return isLetterPlaceholder(part.placeholder)
        ? `[${letterPlaceholderLabels[part.placeholder]}]`
        : `{${part.placeholder}}`;
    })
    .join('');
}

function headOf(content: LetterContent, profile: OfficeProfile): LetterOpening {
  const form = LETTER_FORMS[profile.letterForm];
  const information = informationRows(content, profile, form.informationWidthMm);
  const measures: LetterMeasures = {
    ...form,
    subjectTopMm: Math.max(form.subjectTopMm, form.informationTopMm + heightMm(information) + BLANK_LINES_MM),
  };
  const { address, coatOfArms: arms, bodyName } = profile;
  const place = [address.street, [address.postalCode, address.city].filter(Boolean).join(' ')].filter(Boolean);
  return {
    kind: 'letter-opening',
    measures,
    type: LETTER_TYPE,
    informationLabelMm: INFORMATION_LABEL_MM,
    marks: profile.letterMarks,
    bodyName,
    accent: profile.style.accent,
    details: [...place, address.telephone, address.email, address.web].filter(Boolean).join(' · '),
    coatOfArms: arms && {
      alternativeText: arms.alternativeText,
      heightMm: Math.min(arms.heightMm, form.armsHeightMm),
    },
    field: fieldOf(content, profile, measures),
    information,
    continuation: {
      text: cutText(
        [bodyName, plainLine(content.subject)].filter(Boolean).join(' · '),
        CONTINUATION_SIZE_PT,
        CONTINUATION_WIDTH_MM,
      ),
      date: content.date === null ? '' : formatGermanDate(content.date),
    },
  };
}

/** Title in bold, one thing per line below it. */
function listBlock(title: string, lines: readonly string[]): PrintBlock[] {
  if (lines.length === 0) return [];
  const content: PrintInline[] = [{ kind: 'text', text: title, bold: true }];
  for (const text of lines) content.push({ kind: 'break' }, { kind: 'text', text });
  return [{ kind: 'paragraph', content }];
}

function blocksOf(content: LetterContent, profile: OfficeProfile): PrintBlock[] {
  const isInternal = content.kind === 'internal';
  const blocks: PrintBlock[] = [
    headOf(content, profile),
    { kind: 'heading', level: 1, content: lineInlines(content.subject || letterKindNames[content.kind]) },
  ];
  if (!isInternal && content.salutation !== '')
    blocks.push({ kind: 'paragraph', content: lineInlines(content.salutation), keepWithNext: true });
  blocks.push(...printRichText(content.body, 2, true));
  if (!isInternal && content.closing !== '') {
    keepLast(blocks);
    blocks.push({ kind: 'paragraph', content: lineInlines(content.closing) });
  }
  if (content.signatory) {
    keepLast(blocks);
    const { prefix, name, role } = content.signatory;
    blocks.push({ kind: 'signature', name: [prefix, name].filter(Boolean).join(' '), role });
  }
  const { one, many } = letterWords.enclosures;
  blocks.push(...listBlock(content.enclosures.length === 1 ? one : many, content.enclosures));
  blocks.push(...listBlock(letterWords.distribution, content.distribution));
  return blocks;
}

export function letterDocument(content: LetterContent, profile: OfficeProfile): PrintDocument {
  const style: OfficeProfile['style'] = {
    ...profile.style,
    // A blank line between paragraphs, black subject, fixed margins: DIN 5008, not the office's form sheet.
    paragraphGapPt: profile.style.lineHeightPt,
    accent: '#000000',
    marginLeftMm: LETTER_MARGINS.left,
    marginRightMm: LETTER_MARGINS.right,
    marginTopMm: LETTER_FORMS[profile.letterForm].followingTopMm,
  };
  const { labels } = profile;
  const footer = [
    ...(content.publicity === 'public' ? [] : [publicityWord(content.publicity, profile)]),
    ...(profile.footerText === '' ? [] : [profile.footerText]),
    labels.page,
  ].join(' · ');
  const subject = plainLine(content.subject);
  return {
    properties: {
      title: subject === '' ? letterKindNames[content.kind] : subject,
      author: profile.bodyName,
      subject: letterKindNames[content.kind],
      date: content.date ?? '2000-01-01',
      language: 'de-DE',
    },
    style,
    layout: letterLayout(content, style),
    coatOfArms: profile.coatOfArms && {
      data: profile.coatOfArms.data,
      mimeType: profile.coatOfArms.mimeType,
      raster: profile.coatOfArms.raster,
    },
    footer,
    blocks: blocksOf(content, profile),
  };
}
