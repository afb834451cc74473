/** Content as it is stored: lines trimmed and in NFC, block ids unique. Nothing a reader sees is changed. */
import type { RichText } from '../../record/rich-text/rich-text.ts';
import type { StatementContent } from '../../contract/statement/shapes.ts';
import { FIELDS, furtherOf, valueAt, withValueAt } from '../../record/statement-fields.ts';
import { withIds } from '../../record/rich-text/block-ids.ts';
import { normaliseRichText } from '../../record/rich-text/normalise-rich-text.ts';
import { normaliseLine, unreadPart } from '../../base/normalise.ts';

const orNull = (text: string | null): string | null => (text === null ? null : normaliseLine(text) || null);

const OPTIONAL_LINES = FIELDS.filter(({ kind }) => kind === 'optional-line');

export function cleanRichText(text: RichText, newId: () => string): RichText {
  return withIds(normaliseRichText(text), newId);
}

export function cleanContent(content: StatementContent, newId: () => string): StatementContent {
  const { signatory } = content;
  const signatoryName = signatory ? normaliseLine(signatory.name) : '';
  const given: StatementContent = {
    name: normaliseLine(content.name),
    date: content.date,
    ...unreadPart(content),
    publicity: content.publicity,
    bodyName: normaliseLine(content.bodyName),
    leadUnit: normaliseLine(content.leadUnit),
    answers: content.answers.map((answer) => ({
      reference: normaliseLine(answer.reference),
      paperType: answer.paperType,
      originators: answer.originators
        .map((originator) => ({
          organization: normaliseLine(originator.organization),
          person: normaliseLine(originator.person),
          function: normaliseLine(originator.function),
        }))
        .filter(
          (originator) => originator.organization !== '' || originator.person !== '' || originator.function !== '',
        ),
      printedOriginators: normaliseLine(answer.printedOriginators),
    })),
    consultations: content.consultations.map((row) => ({
      id: row.id,
      organization: normaliseLine(row.organization),
      date: row.date,
      ...unreadPart(row),
      role: orNull(row.role),
      publicity: row.publicity,
    })),
    receivedOn: content.receivedOn,
    quotation: cleanRichText(content.quotation, newId),
    hinge: normaliseLine(content.hinge),
    reply: cleanRichText(content.reply, newId),
    signatory:
      signatory && signatoryName !== ''
        ? { name: signatoryName, role: orNull(signatory.role), prefix: orNull(signatory.prefix) }
        : null,
    contact: content.contact,
    ...furtherOf(content),
  };
  return OPTIONAL_LINES.reduce(
    (clean, { key }) => withValueAt(clean, key, orNull(valueAt(content, key) as string | null)),
    given,
  );
}
