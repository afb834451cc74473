/** The command of redaction: suggestions of the program and words of one's own, together or alone. */
import { Refusal } from '../contract/shared/errors.ts';
import { redactionTexts } from '../contract/redaction/texts-de.ts';
import { occurrencesOf } from '../core/redaction/find-words.ts';
import { orderedMarks } from '../core/redaction/suggest-marks.ts';
import type { Program } from './program.ts';
import { done, filesInto, savedLines, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';

/** Words that stand nowhere are refused: whoever names them believes that they will be gone. */
export async function redact(command: Command, program: Program): Promise<Outcome> {
  const ref = command.positionals[0] ?? '';
  const { redactions } = filesInto(command, program);
  const proposal = await redactions.suggest({ ref });
  const asked = (command.lists['text'] ?? []).flatMap((words) => {
    const found = words.trim() === '' ? [] : occurrencesOf(proposal.passages, words.trim(), redactionTexts.asked);
    if (found.length === 0) throw new Refusal('input-invalid', { problem: redactionTexts.wordsMissing(words) });
    return found;
  });
  const suggested = command.flags.has('only-text') ? [] : proposal.suggestions;
  const input = { ref, marks: [...orderedMarks(proposal.passages, [...suggested, ...asked])] };
  const delivery = await redactions.deliver(input);
  // Handed out first: a folder that cannot be written to leaves nothing behind.
  if (proposal.isIssued) await redactions.make(input);
  const paths = delivery.kind === 'saved' ? delivery.paths : [];
  return done({ marks: input.marks, stored: proposal.isIssued, paths }, savedLines(delivery).join('\n'));
}
