/** The form sheet (Formblatt) of a statement: pure, from record and office profile. Layout of domain.md §2. */
import type { CopyVisibility } from '../../contract/distribution/copy-profile.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { REDACTED_MARK } from '../../record/rich-text/rich-text.ts';
import { choiceName, FIELDS, valueAt, type HeadRow, type StatementField } from '../../record/statement-fields.ts';
import { labelOf } from './field-labels.ts';
import type { StatementSheet } from '../statement/statement-record.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { parseEmphasis } from '../../base/emphasis.ts';
import type { BlockPlace, EditingCopy, GridRow, PrintBlock, PrintDocument, PrintInline } from './model.ts';
import { correctionSuffix, documentFrame, titleBlock, letterheadBlock, textWidthMm } from './frame.ts';
import { keepLast, keepLeadIns } from './keep-together.ts';
import { signatureBlocks } from './signature-blocks.ts';
import { isRedacted, markedInlines, withoutMark } from './redacted-text.ts';
import { printRichText } from './rich-text-blocks.ts';

/** Six columns divide into halves and thirds. */
const GRID_COLUMNS = 6;
const MOST_IN_ROW = 3;

const labels = (cells: readonly [string, number][]): GridRow => ({
  kind: 'labels',
  cells: cells.map(([text, span]) => ({ text, span })),
});
const values = (cells: readonly [string, number][], redacted: string): GridRow => ({
  kind: 'values',
  cells: cells.map(([text, span]) =>
    text.includes(REDACTED_MARK)
      ? { text: withoutMark(text, redacted), span, content: markedInlines(text, redacted) }
      : { text, span },
  ),
});

/** "A0193/22 – Fraktion …, Fraktionsvorsitzende …"; several answered papers one per line. */
export function answersLine(record: StatementSheet): string {
  return record.answers
    .map((answered) => {
      const originators = answered.originators.map((originator) => originator.printed).filter(Boolean);
      return originators.length === 0 ? answered.reference : `${answered.reference} – ${originators.join('; ')}`;
    })
    .join('\n');
}

/** What prints in the cell of a field. */
function printedValue(field: StatementField, record: StatementSheet, profile: OfficeProfile): string {
  const value = valueAt(record, field.key);
  if (field.kind === 'reference') return record.reference ?? profile.labels.draft;
  if (field.kind === 'answers') return answersLine(record);
  if (typeof value !== 'string') return '';
  return field.kind === 'day' ? formatGermanDate(value) : value;
}

/** The fields of a head row as they print: `contact` has those the office chose, and only what is filled. */
function fieldsOf(row: HeadRow, record: StatementSheet, profile: OfficeProfile): readonly StatementField[] {
  const listed = FIELDS.filter((field) => 'row' in field && field.row === row);
  const isFilled = (field: StatementField): boolean => printedValue(field, record, profile) !== '';
  if (row === 'answers') return listed.filter(isFilled);
  if (row !== 'contact') return listed;
  return profile.contactFields.flatMap((name) => listed.filter((field) => choiceName(field) === name)).filter(isFilled);
}

/** Cells of one height stand beside each other, three at most; four make two rows. */
const perRow = (cells: number): number => (cells === 4 ? 2 : MOST_IN_ROW);

function headRows(record: StatementSheet, profile: OfficeProfile): GridRow[] {
  return profile.headRows.flatMap((row) => {
    const fields = fieldsOf(row, record, profile);
    const rows: GridRow[] = [];
    for (let at = 0; at < fields.length; at += perRow(fields.length)) {
      const part = fields.slice(at, at + perRow(fields.length));
      const span = GRID_COLUMNS / part.length;
      rows.push(labels(part.map((field) => [labelOf(field, profile) ?? '', span])));
      rows.push(
        values(
          part.map((field) => [printedValue(field, record, profile), span]),
          profile.labels.redacted,
        ),
      );
    }
    return rows;
  });
}

function hingeInlines(hinge: string, redacted: string): PrintInline[] {
  return parseEmphasis(hinge).flatMap((part) =>
    markedInlines(part.text, redacted, part.bold ? { bold: true as const } : {}),
  );
}

/** "Stellungnahme der Verwaltung – 1. Berichtigung – geschwärzte Fassung". */
const titleText = (record: StatementSheet, profile: OfficeProfile): string =>
  profile.labels.statementTitle +
  correctionSuffix(record, profile) +
  (isRedacted(record) ? ` – ${profile.labels.redactedVersion}` : '');

/** The paper title as it appears in properties, bookmarks and file lists. */
export function documentTitle(record: StatementSheet, profile: OfficeProfile): string {
  const name = withoutMark(record.name, profile.labels.redacted);
  return [titleText(record, profile), record.reference ?? profile.labels.draft, '–', name].join(' ');
}

/** "Anlagen", then "Anlage 1 – Lageplan" and so on; the list begins on one page. */
function attachmentBlocks(record: StatementSheet, profile: OfficeProfile): PrintBlock[] {
  if (record.attachments.length === 0) return [];
  const { attachments: title, attachment: label } = profile.labels;
  return [
    { kind: 'heading', level: 2, content: [{ kind: 'text', text: title }] },
    ...record.attachments.map(({ name }, index): PrintBlock => ({
      kind: 'paragraph',
      content: markedInlines(`${label} ${index + 1} – ${name}`, profile.labels.redacted),
    })),
  ];
}

/** What a copy changes on the form sheet. */
export interface FormSheetVariant {
  /** Line under the title. */
  readonly mark: string | null;
  readonly shows: Pick<CopyVisibility, 'quotation' | 'reply' | 'signature' | 'attachments'>;
  /** Behind everything else. */
  readonly closing: readonly PrintBlock[];
  /** For somebody who is to edit it in Word. */
  readonly copy?: FormSheetCopy;
}

export interface FormSheetCopy extends EditingCopy {
  /** Of each paragraph and heading of both texts, counted in reading order; undefined: locked. */
  readonly quotationAt: (index: number) => BlockPlace | undefined;
  readonly replyAt: (index: number) => BlockPlace;
}
export const WHOLE_FORM: FormSheetVariant = {
  mark: null,
  shows: { quotation: true, reply: true, signature: true, attachments: true },
  closing: [],
};

function quotationBlocks(record: StatementSheet, { labels }: OfficeProfile, copy?: FormSheetCopy): PrintBlock[] {
  const { redacted } = labels;
  const quotation = printRichText(record.quotationRich, 3, false, { redacted, placeAt: copy?.quotationAt });
  if (quotation.length === 0) return [];
  const quotedLabel = labels.paperTypes[record.answers[0]?.paperType ?? 'other'];
  return [
    { kind: 'heading', level: 2, content: [{ kind: 'text', text: quotedLabel }] },
    { kind: 'quotation', blocks: quotation },
  ];
}

function replyBlocks(record: StatementSheet, { labels }: OfficeProfile, copy?: FormSheetCopy): PrintBlock[] {
  const reply = printRichText(record.reply, 3, true, { redacted: labels.redacted, placeAt: copy?.replyAt });
  return keepLeadIns([
    { kind: 'heading', level: 2, content: [{ kind: 'text', text: labels.statement }] },
    ...(record.hinge === ''
      ? []
      : [{ kind: 'paragraph' as const, content: hingeInlines(record.hinge, labels.redacted) }]),
    ...reply,
    // Somewhere the colleague must be able to begin.
    ...(copy && reply.length === 0 ? [{ kind: 'paragraph' as const, content: [], place: copy.replyAt(0) }] : []),
  ]);
}

/** `isIssue`: the picture of a handwritten name stands on what is issued, never on a draft. */
export function formSheet(
  record: StatementSheet,
  profile: OfficeProfile,
  isIssue = false,
  { mark, shows, closing, copy }: FormSheetVariant = WHOLE_FORM,
): PrintDocument {
  const width = textWidthMm(profile);
  const { redacted } = profile.labels;
  const plain = (text: string): string => withoutMark(text, redacted);
  const blocks: PrintBlock[] = [
    letterheadBlock(plain(record.bodyName), profile),
    titleBlock(titleText(record, profile), record.publicity, profile),
    ...(mark === null
      ? []
      : [{ kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: mark, bold: true as const }] }]),
    {
      kind: 'grid',
      columnsMm: Array.from({ length: GRID_COLUMNS }, () => width / GRID_COLUMNS),
      rows: headRows(record, profile),
    },
  ];
  if (record.consultations.length > 0) {
    blocks.push({
      kind: 'register',
      columnsMm: [width - 35, 35],
      header: [profile.labels.distribution, profile.labels.day],
      rows: record.consultations.map((row) => [
        plain(row.organization),
        row.date === null ? '' : formatGermanDate(row.date),
      ]),
      rowHeightMm: null,
      sizePt: null,
    });
  }
  if (shows.quotation) blocks.push(...quotationBlocks(record, profile, copy));
  if (shows.reply) blocks.push(...replyBlocks(record, profile, copy));
  const signature = signatureBlocks(record, profile, isIssue, plain);
  if (shows.signature && signature.blocks.length > 0) {
    keepLast(blocks);
    blocks.push(...signature.blocks);
  }
  if (shows.attachments) blocks.push(...attachmentBlocks(record, profile));
  blocks.push(...closing);
  const title = documentTitle(record, profile);
  return {
    ...documentFrame(record, profile, isRedacted(record) ? [profile.labels.redactedVersion] : []),
    ...(signature.picture && { signaturePicture: signature.picture }),
    properties: {
      title: mark === null ? title : `${title} – ${mark}`,
      author: plain(record.bodyName),
      subject: plain(record.name),
      date: record.date ?? '2000-01-01',
      language: 'de-DE',
    },
    blocks,
    ...(copy && { copy: { of: copy.of, remarks: copy.remarks } }),
  };
}
