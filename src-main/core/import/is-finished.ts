/** Whether an imported file is a paper that was finished somewhere – printed with number, day and signatory – or somebody's work. Pure. */
import type { StatementContent } from '../../contract/statement/shapes.ts';
import type { FileReading } from '../ports/ports.ts';
import { hasPlaceholder } from '../release/text-rules.ts';
import type { Recognition } from './recognise-statement.ts';

/** A record alone is data on its way between two programs, and what was edited in Word is being worked on. */
const PRINTED: readonly FileReading['source'][] = ['text', 'pdf', 'docx'];

/** Nothing unknown about who may read it: what is not recognised needs a person first. */
const DECIDED: readonly string[] = ['public', 'non-public'];

export function isFinished(
  source: FileReading['source'],
  { reference }: Pick<Recognition, 'reference'>,
  content: StatementContent,
): boolean {
  return (
    PRINTED.includes(source) &&
    reference !== null &&
    content.date !== null &&
    (content.signatory?.name ?? '') !== '' &&
    content.reply.content.length > 0 &&
    DECIDED.includes(content.publicity) &&
    content.consultations.every(({ publicity }) => DECIDED.includes(publicity)) &&
    !hasPlaceholder(content.quotation) &&
    !hasPlaceholder(content.reply)
  );
}
