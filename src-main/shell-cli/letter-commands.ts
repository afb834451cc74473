/** `letter KIND REF --to DIR`: a letter with all that is known, as files. What is still missing stands in it and is told. */
import { shorten } from '../base/shorten.ts';
import { Refusal } from '../contract/shared/errors.ts';
import { LETTER_KINDS, type LetterKind } from '../contract/letter/kinds.ts';
import { fold } from '../base/fold.ts';
import { requireDate } from '../contract/shared/require-date.ts';
import { letterFileNames } from '../contract/letter/texts-de.ts';
import type { Program } from './program.ts';
import { done, filesInto, formatsOf, savedLines, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';

/** By its name in the contract or its short German one, in any spelling of umlauts: "fristverlaengerung". */
function kindOf(text: string): LetterKind {
  const plain = (word: string): string =>
    fold(word.replace(/ä/gi, 'ae').replace(/ö/gi, 'oe').replace(/ü/gi, 'ue')).replace(/(a|o|u)e/g, '$1');
  const wanted = plain(text.trim());
  const found = LETTER_KINDS.find((kind) => [kind, letterFileNames[kind]].some((name) => plain(name) === wanted));
  if (found) return found;
  const kinds = LETTER_KINDS.map((kind) => `${letterFileNames[kind].toLowerCase()} (${kind})`);
  throw new Refusal('usage', {
    problem: `Den Brief „${shorten(text, 100)}“ gibt es nicht. Möglich sind: ${kinds.join(', ')}.`,
  });
}

function dayOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return requireDate(value, new Date().toLocaleDateString('sv-SE'));
}

export async function writeLetter(command: Command, program: Program): Promise<Outcome> {
  const [kindName = '', ref = ''] = command.positionals;
  const { options } = command;
  const formats = formatsOf(command);
  const { letters } = filesInto(command, program);
  const recipient = options['recipient'];
  const { content, open } = await letters.draft({
    kind: kindOf(kindName),
    ref,
    recipient: recipient === undefined ? undefined : await letters.recipientByName({ text: recipient }),
    date: dayOf(options['date']),
    deadline: dayOf(options['deadline']),
    newDeadline: dayOf(options['new-deadline']),
  });
  const delivery = await letters.deliver({ ref, content, formats });
  const missing = open.length === 0 ? [] : [`Noch offen: ${open.join(', ')}`];
  return done({ ...delivery, open }, [...savedLines(delivery), ...missing].join('\n'));
}
