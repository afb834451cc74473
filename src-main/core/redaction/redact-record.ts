/**
 * The record without the marked words. They go wherever they stand, not only where they were marked: a name blackened in one sentence and
 * readable in the next, in the title or in the name of an attachment would be no secret. Pure.
 */
import { Refusal } from '../../contract/shared/errors.ts';
import type { RedactionField, RedactionMark } from '../../contract/redaction/shapes.ts';
import { REDACTED_MARK, type RichText } from '../../record/rich-text/rich-text.ts';
import type { AnsweredPaperRecord, StatementRecord } from '../../record/statement-record.ts';
import { joinEmphasis, parseEmphasis, plainEmphasis } from '../../base/emphasis.ts';
import { redactionTexts } from '../../contract/redaction/texts-de.ts';
import { assertNever } from '../../base/assert-never.ts';
import { FIELDS, valueAt, withValueAt, type StatementField } from '../../record/statement-fields.ts';
import { RICH_TEXT_KEYS } from '../../record/statement-record.ts';
import { mapTextBlocks } from '../../record/rich-text/map-text-blocks.ts';
import { inlineText, plainParagraphs } from '../../record/rich-text/plain-text.ts';
import { rangesOf, wordsPattern } from './find-words.ts';
import { knownFields, knownRichText } from './known-fields.ts';
import { passagesOf } from './passages.ts';
import { mergeRanges, redactInlines, redactLine, type TextRange } from './redact-text.ts';
import { formatGermanDate } from '../../base/german-date.ts';

type OriginatorRecord = AnsweredPaperRecord['originators'][number];

const keep = <V>(value: V): V => value;
const keyOf = (field: RedactionField, blockId: string | null): string => `${field}:${blockId ?? ''}`;

/** Refuses with `input-invalid` when a mark lies outside of the text or other words stand there now. */
function requireFitting(record: StatementRecord, marks: readonly RedactionMark[]): void {
  const texts = new Map(passagesOf(record).map(({ field, blockId, text }) => [keyOf(field, blockId), text]));
  for (const { field, blockId, start, end, words } of marks) {
    const text = texts.get(keyOf(field, blockId));
    if (text === undefined || start >= end || end > text.length || text.slice(start, end) !== words)
      throw new Refusal('input-invalid', { problem: redactionTexts.markOutside(words.slice(0, 100)) });
  }
}

interface Redactor {
  /** What goes in a text, by its marks and because the words were marked elsewhere. */
  readonly ranges: (text: string, field?: RedactionField, blockId?: string | null) => TextRange[];
  readonly line: (text: string, field?: RedactionField, blockId?: string | null) => string;
}

function redactorFor(marks: readonly RedactionMark[]): Redactor {
  const patterns = [...new Set(marks.map(({ words }) => words))].map(wordsPattern).filter((one) => one !== null);
  const ranges: Redactor['ranges'] = (text, field, blockId = null) => [
    ...marks.filter((mark) => mark.field === field && mark.blockId === blockId),
    ...patterns.flatMap((pattern) => rangesOf(text, pattern)),
  ];
  return { ranges, line: (text, field, blockId) => redactLine(text, ranges(text, field, blockId)) };
}

function redactRich({ ranges }: Redactor, field: 'quotation' | 'reply', text: RichText): RichText {
  let index = 0;
  return knownRichText(
    mapTextBlocks(text, (content) => redactInlines(content, ranges(inlineText(content), field, String(index++)))),
  );
}

/** Bold parts stay bold; a mark stands in the part where its words begin. */
function redactSentence({ ranges }: Redactor, hinge: string, field: RedactionField | undefined): string {
  const plain = plainEmphasis(hinge);
  const merged = mergeRanges(plain, ranges(plain, field));
  if (merged.length === 0) return hinge;
  let begin = 0;
  const parts = parseEmphasis(hinge).map(({ text, bold }) => {
    let left = '';
    let at = 0;
    for (const { start, end } of merged) {
      const from = Math.max(start - begin, 0);
      const to = Math.min(end - begin, text.length);
      if (from >= to) continue;
      left += text.slice(at, from) + (start >= begin ? REDACTED_MARK : '');
      at = to;
    }
    begin += text.length;
    return { text: left + text.slice(at), bold };
  });
  return joinEmphasis(parts.filter(({ text }) => text !== ''));
}

/** The parts follow the printed line; where they cannot be found in it, they go altogether. */
function redactOriginator(redactor: Redactor, originator: OriginatorRecord, blockId: string): OriginatorRecord {
  const { printed } = originator;
  const ranges = mergeRanges(printed, redactor.ranges(printed, 'answers', blockId));
  const part = (text: string): string => {
    if (text === '' || ranges.length === 0) return redactor.line(text);
    const at = printed.indexOf(text);
    if (at === -1) return REDACTED_MARK;
    const inside = ranges
      .filter(({ start, end }) => start < at + text.length && end > at)
      .map(({ start, end }) => ({ start: Math.max(0, start - at), end: Math.min(text.length, end - at) }));
    return redactLine(text, [...inside, ...redactor.ranges(text)]);
  };
  return {
    organization: part(originator.organization),
    person: part(originator.person),
    function: part(originator.function),
    printed: redactLine(printed, ranges),
  };
}

function redactAnswer(redactor: Redactor, answered: AnsweredPaperRecord, answer: number): AnsweredPaperRecord {
  const originators = answered.originators.map((originator, index) =>
    redactOriginator(redactor, originator, `${answer}.${index}`),
  );
  const [first] = originators;
  return knownFields(answered, {
    reference: keep,
    paperType: keep,
    originators: () => originators,
    originatorOrganization: () => first?.organization || null,
    originatorPerson: () => first?.person || null,
    originatorFunction: () => first?.function || null,
  });
}

const attachmentsOf = (
  { line }: Redactor,
  attachments: StatementRecord['attachments'],
): StatementRecord['attachments'] =>
  attachments.map((attachment, index) =>
    knownFields(attachment, { name: (text) => line(text, 'attachments', String(index)) }),
  );

/** A field without the words that go; what its kind has beside it in a record comes along. */
function redactField(
  field: StatementField,
  record: StatementRecord,
  redactor: Redactor,
): Readonly<Record<string, unknown>> {
  const { key, kind } = field;
  const { line } = redactor;
  const marked = field.isMarked === true ? (key as RedactionField) : undefined;
  const orNull = (text: string | null): string | null => (text === null ? null : line(text));
  const value = valueAt(record, key);
  if (field.isKept === true) return { [key]: value };
  // A further field that is not filled.
  if (value === undefined) return {};
  switch (kind) {
    case 'line':
    case 'optional-line':
      return { [key]: typeof value === 'string' ? line(value, marked) : null };
    // A day is whole or gone: half of one is none, and none can be printed black.
    case 'day': {
      const day = typeof value === 'string' ? value : '';
      const isTouched = [day, formatGermanDate(day)].some((text) => day !== '' && line(text) !== text);
      return isTouched ? {} : { [key]: value };
    }
    case 'sentence':
      return { [key]: redactSentence(redactor, typeof value === 'string' ? value : '', marked) };
    case 'rich-text': {
      const { rich, plain } = RICH_TEXT_KEYS[key as keyof typeof RICH_TEXT_KEYS];
      const text = redactRich(redactor, key as keyof typeof RICH_TEXT_KEYS, record[rich]);
      return { [rich]: text, [plain]: plainParagraphs(text) };
    }
    case 'answers':
      return { [key]: record.answers.map((answered, index) => redactAnswer(redactor, answered, index)) };
    case 'consultations':
      return {
        [key]: record.consultations.map((row) =>
          knownFields(row, { organization: (text) => line(text), date: keep, role: orNull }),
        ),
      };
    case 'signatory':
      return {
        [key]:
          record.signatory &&
          knownFields(record.signatory, { name: (text) => line(text), role: orNull, prefix: orNull }),
      };
    case 'attachments':
      return { [key]: attachmentsOf(redactor, record.attachments) };
    // They name the paper.
    case 'reference':
    case 'edition':
    case 'publicity':
      return { [key]: value };
    default:
      return assertNever(kind);
  }
}

/**
 * Number, day and kinds stay: they name the paper. It is made of the fields in the list and of nothing else, so that a field nobody thought of
 * is left out, not handed on. Refuses with `input-invalid`.
 */
export function redactRecord(
  record: StatementRecord,
  marks: readonly RedactionMark[],
  fields: readonly StatementField[] = FIELDS,
): StatementRecord {
  requireFitting(record, marks);
  const redactor = redactorFor(marks);
  return fields
    .flatMap((field) => Object.entries(redactField(field, record, redactor)))
    .reduce((made, [key, value]) => withValueAt(made, key, value), { schema: record.schema } as StatementRecord);
}
