/** Copies for editing, the proposals that come back, and comments at passages. */
import { formatGermanTime } from '../base/german-time.ts';
import type { Comment } from '../contract/comment/shapes.ts';
import type { PlacedProposal, Review } from '../contract/proposal/shapes.ts';
import {
  fieldNames,
  namedSentence,
  proposalKinds,
  proposalStates,
  proposalTexts,
  writtenAt,
  writtenBy,
} from '../contract/proposal/texts-de.ts';
import { Refusal } from '../contract/shared/errors.ts';
import { uuidv7 } from '../host/ids.ts';
import { textBlocks } from '../record/rich-text/plain-text.ts';
import { done, filesInto, readFileFor, saved, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';
import type { Program } from './program.ts';

export async function editCopy(command: Command, program: Program): Promise<Outcome> {
  const [ref = ''] = command.positionals;
  const { flags } = command;
  return saved(
    await filesInto(command, program).proposals.copy({
      ref,
      withFindings: flags.has('with-findings'),
      withComments: flags.has('with-comments'),
    }),
  );
}

const inLine = (text: string): string => text.replaceAll('\n', ' ¶ ');

/** Words that went stand in `[-…-]`, those that came in `{+…+}`, as `diff` shows them. */
function proposalLines(proposal: PlacedProposal): string[] {
  const { id, kind, field, state, before, removed, added, after, remark } = proposal;
  const head = `${id}  ${proposalKinds[kind]} (${fieldNames[field]}), ${writtenBy(proposal)} – ${proposalStates[state]}`;
  if (remark) return [head, `    ${inLine(remark.text)}`, ...(after === '' ? [] : [`    zu „${inLine(after)}“`])];
  const words = [before, removed === '' ? '' : `[-${removed}-]`, added === '' ? '' : `{+${added}+}`, after];
  return [head, `    ${inLine(words.join(''))}`];
}

function reviewText({ proposals: found, named }: Review): string {
  const lines = [...found.flatMap(proposalLines), ...named.map((one) => `Hinweis: ${namedSentence(one)}`)];
  return found.length === 0 ? [proposalTexts.nothing, ...lines].join('\n') : lines.join('\n');
}

/** "all", or ids: as further words, or parted by commas. */
function chosenIds(accept: string, more: readonly string[]): string[] | null {
  if (accept === 'all' && more.length === 0) return null;
  return [accept, ...more]
    .flatMap((text) => text.split(','))
    .map((id) => id.trim().toUpperCase())
    .filter(Boolean);
}

export async function proposals(command: Command, program: Program): Promise<Outcome> {
  const [ref = '', path = '', ...more] = command.positionals;
  const { accept } = command.options;
  if (accept === undefined && more.length > 0)
    throw new Refusal('usage', {
      problem: 'Welche Vorschläge übernommen werden, steht hinter --accept: proposals REF FILE --accept 1 3',
    });
  const file = { ref, ...program.hand(await readFileFor(path)) };
  if (accept === undefined) {
    const review = await program.ask.proposals.look(file);
    return done(review, reviewText(review));
  }
  const result = await program.ask.proposals.accept({ ...file, ids: chosenIds(accept, more) });
  const lines = [
    proposalTexts.accepted(result.done.length),
    ...(result.left.length === 0 ? [] : [proposalTexts.left(result.left)]),
    ...result.review.named.map((one) => `Hinweis: ${namedSentence(one)}`),
  ];
  return done(result, lines.join('\n'), result.left.length === 0 ? 0 : 1);
}

const commentTime = (at: string): string => (/\.\d{3}Z$/.test(at) ? formatGermanTime(at) : writtenAt(at));

function commentLines({ id, author, writtenAt: at, text, words, place, resolvedAt }: Comment): string[] {
  const state = resolvedAt === null ? '' : ' – erledigt';
  const where = place === null ? 'ohne Stelle, zuletzt zu' : 'zu';
  return [`${id}  ${author}, ${commentTime(at)}${state}`, `    ${inLine(text)}`, `    ${where} „${inLine(words)}“`];
}

export async function comments(command: Command, { ask }: Program): Promise<Outcome> {
  const [ref = ''] = command.positionals;
  const { add, at, resolve } = command.options;
  if (resolve !== undefined) {
    const comment = await ask.comments.resolve({ id: resolve, isResolved: true });
    return done(comment, commentLines(comment).join('\n'));
  }
  if (add === undefined) {
    const found = await ask.comments.list({ ref });
    return done(found, found.length === 0 ? 'Keine Kommentare.' : found.flatMap(commentLines).join('\n'));
  }
  const words = at ?? '';
  if (words === '')
    throw new Refusal('usage', { problem: 'Zu welchen Wörtern: comments REF --add "…" --at "Wörter im Text"' });
  const { id, content } = await ask.statements.get({ ref });
  for (const field of ['reply', 'quotation'] as const)
    for (const block of textBlocks(content[field].content)) {
      const start = block.text.indexOf(words);
      if (start === -1 || block.id === null) continue;
      const place = { block: block.id, start, end: start + words.length };
      const comment = await ask.comments.add({ id: uuidv7(), ref: id, field, place, words, text: add });
      return done(comment, commentLines(comment).join('\n'));
    }
  throw new Refusal('usage', { problem: `„${words}“ steht so in keinem Absatz der Stellungnahme.` });
}
