/** Blackened words on paper: lines of the record carry `REDACTED_MARK`, rich text a node of its own; readers and writers see the office's label. */
import { REDACTED_MARK, type RichText } from '../../record/rich-text/rich-text.ts';
import type { StatementSheet } from '../statement/statement-record.ts';
import type { PrintInline } from './model.ts';

/** One line in parts. */
export function markedInlines(
  line: string,
  label: string,
  look: { readonly bold?: true } = {},
): Extract<PrintInline, { kind: 'text' | 'redacted' }>[] {
  return line
    .split(REDACTED_MARK)
    .flatMap((text, index) => [
      ...(index > 0 ? [{ kind: 'redacted' as const, label }] : []),
      ...(text === '' ? [] : [{ kind: 'text' as const, text, ...look }]),
    ]);
}

/** For places that take text alone, such as document properties: "Beschwerde von [geschwärzt]". */
export const withoutMark = (line: string, label: string): string => line.replaceAll(REDACTED_MARK, `[${label}]`);

const hasRedactedNode = (text: RichText): boolean => JSON.stringify(text).includes('{"type":"redacted"}');

/** Told by what is blackened, so that a version read back from a file is still the blackened one. */
export function isRedacted(record: StatementSheet): boolean {
  const { quotation: _quotation, replyText: _replyText, quotationRich, reply, ...lines } = record;
  return hasRedactedNode(quotationRich) || hasRedactedNode(reply) || JSON.stringify(lines).includes(REDACTED_MARK);
}
