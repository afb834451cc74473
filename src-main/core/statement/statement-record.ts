/** From working content to the printed record and back. Pure; the record holds printed content only (`stellwerk.statement/1`). */
import type { Consultation, DraftPublicity } from '../../record/basics.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { STATEMENT_SCHEMA, type AnsweredPaperRecord, type StatementRecord } from '../../record/statement-record.ts';
import type { AnsweredPaper, StatementContent } from '../../contract/statement/shapes.ts';
import { CHOICES, choiceName, filledFurther, furtherOf, withValueAt } from '../../record/statement-fields.ts';
import { isShownIn, requireDecided } from '../paper/publicity.ts';
import { printedAttachments } from '../attachment/printed-attachments.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { plainParagraphs } from '../../record/rich-text/plain-text.ts';
import { withIds, withoutIds } from '../../record/rich-text/block-ids.ts';
import { originatorLine, originatorText } from './originator-line.ts';

/** What prints after the number of an answered paper. */
function printedOriginators(answered: AnsweredPaper): string {
  return answered.printedOriginators === '' ? originatorLine(answered.originators) : answered.printedOriginators;
}

function answeredRecord(answered: AnsweredPaper): AnsweredPaperRecord {
  const [first] = answered.originators;
  const single = answered.originators.length === 1;
  return {
    reference: answered.reference,
    paperType: answered.paperType,
    originators: answered.originators.map((originator) => ({
      organization: originator.organization,
      person: originator.person,
      function: originator.function,
      printed: single ? printedOriginators(answered) : originatorText(originator),
    })),
    originatorOrganization: first?.organization || null,
    originatorPerson: first?.person || null,
    originatorFunction: first?.function || null,
  };
}

/** Rows that print: in a public paper, non-public rows stay inside the office. */
function printedConsultations(content: StatementContent): Consultation[] {
  return content.consultations
    .filter((row) => isShownIn(content.publicity, row.publicity))
    .map(({ organization, date, role }) => ({ organization, date, role }));
}

export interface NamedAttachment {
  readonly name: string;
  readonly publicity: DraftPublicity;
}

/** What a preview shows: a record, or what would be one as soon as somebody decides about its publicity. Never written anywhere. */
export type StatementSheet = Omit<StatementRecord, 'schema' | 'publicity'> & { readonly publicity: DraftPublicity };

export function toSheet(
  reference: string | null,
  content: StatementContent,
  attachments: readonly NamedAttachment[] = [],
  edition = 1,
): StatementSheet {
  const quotation = withoutIds(content.quotation);
  const reply = withoutIds(content.reply);
  return {
    reference,
    date: content.date,
    edition,
    publicity: content.publicity,
    bodyName: content.bodyName,
    leadUnit: content.leadUnit,
    answers: content.answers.map(answeredRecord),
    name: content.name,
    consultations: printedConsultations(content),
    quotation: plainParagraphs(quotation),
    quotationRich: quotation,
    hinge: content.hinge,
    reply,
    replyText: plainParagraphs(reply),
    signatory: content.signatory,
    contact: content.contact,
    ...filledFurther(content),
    ...(content.receivedOn !== null && { receivedOn: content.receivedOn }),
    attachments: printedAttachments(content.publicity, attachments).map(({ name }) => ({ name })),
  };
}

/** Refuses with `publicity-unknown`: a record says public or non-public, and is what leaves the office. */
const recordOf = (sheet: StatementSheet): StatementRecord => ({
  ...sheet,
  schema: STATEMENT_SCHEMA,
  publicity: requireDecided({ ...sheet, id: sheet.name }),
});

export const toRecord = (...sheet: Parameters<typeof toSheet>): StatementRecord => recordOf(toSheet(...sheet));

/** What this office really prints: contact fields that its form does not show stay inside the office. */
export function printedSheet(
  reference: string | null,
  content: StatementContent,
  profile: Pick<OfficeProfile, 'headRows' | 'contactFields'>,
  attachments: readonly NamedAttachment[] = [],
  edition = 1,
): StatementSheet {
  const shown: readonly string[] = profile.headRows.includes('contact') ? profile.contactFields : [];
  const printed = CHOICES.filter((field) => !shown.includes(choiceName(field))).reduce(
    (part, { key }) => withValueAt(part, key, null),
    content,
  );
  return toSheet(reference, printed, attachments, edition);
}

/** Refuses with `publicity-unknown`. */
export const printedRecord = (...sheet: Parameters<typeof printedSheet>): StatementRecord =>
  recordOf(printedSheet(...sheet));

/** Working content from a record: the counterpart of `toRecord`, with fresh ids. */
export function fromRecord(record: StatementRecord, newId: () => string): StatementContent {
  return {
    name: record.name,
    date: record.date,
    publicity: record.publicity,
    bodyName: record.bodyName,
    leadUnit: record.leadUnit,
    answers: record.answers.map((answered) => {
      const originators = answered.originators.map(({ organization, person, function: role }) => ({
        organization,
        person,
        function: role,
      }));
      const printed = answered.originators.map((originator) => originator.printed).join('; ');
      return {
        reference: answered.reference,
        paperType: answered.paperType,
        originators,
        printedOriginators: printed === originatorLine(originators) ? '' : printed,
      };
    }),
    consultations: record.consultations.map((row) => ({ ...row, id: newId(), publicity: record.publicity })),
    quotation: withIds(record.quotationRich, newId),
    hinge: record.hinge,
    reply: withIds(record.reply, newId),
    signatory: record.signatory,
    contact: record.contact,
    ...furtherOf(record),
    receivedOn: record.receivedOn ?? null,
  };
}

/** Same printed content? Compared as canonical JSON, so block ids and key order do not matter. */
export function sameSheet(a: StatementSheet, b: StatementSheet): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
