/** Commands of copies and dispatch. Without a stored distribution the suggestion counts. */
import type { DispatchProof } from '../contract/dispatch/shapes.ts';
import { Refusal } from '../contract/shared/errors.ts';
import { formatGermanTime } from '../base/german-time.ts';
import { channelNames, copyKindNames } from '../contract/distribution/texts-de.ts';
import type { Program } from './program.ts';
import { done, filesInto, replacedLines, saved, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';
import { nameOf } from '../base/name-of.ts';

const ref = (command: Command): string => command.positionals[0] ?? '';

export async function copies(command: Command, program: Program): Promise<Outcome> {
  const form = command.flags.has('combined') ? 'combined' : 'files';
  const request = { ref: ref(command), form, duplex: command.flags.has('duplex') } as const;
  return saved(await filesInto(command, program).distribution.deliverCopies(request));
}

const proofLine = ({ at, channel, copyKind, recipient, fileName, sha512 }: DispatchProof): string =>
  `${formatGermanTime(at)}  ${nameOf(channelNames, channel)}  ${nameOf(copyKindNames, copyKind)} für ${recipient.name}  ${fileName}  SHA-512 ${sha512.slice(0, 16)}…`;

async function list(command: Command, program: Program): Promise<Outcome> {
  if (command.options['to'] !== undefined) {
    return saved(
      await filesInto(command, program).dispatch.deliverList({ ref: ref(command), formats: ['pdf', 'docx'] }),
    );
  }
  const proofs = await program.ask.dispatch.list({ ref: ref(command) });
  return done(proofs, proofs.map(proofLine).join('\n') || 'Noch nichts versandt.');
}

/** Without a channel the copies count as printed. */
export async function dispatch(command: Command, program: Program): Promise<Outcome> {
  if (command.flags.has('list')) return list(command, program);
  const channel = command.options['channel'] ?? 'print';
  const folder = command.options['to'];
  if (channel !== 'print' && channel !== 'hand' && channel !== 'folder' && channel !== 'email')
    throw new Refusal('usage', { problem: 'Wege sind print, hand, folder und email: --channel folder --to DIR' });
  const needsFolder = channel === 'folder' || channel === 'email';
  if (!needsFolder && folder !== undefined)
    throw new Refusal('usage', {
      problem: `„--to“ gehört zu den Wegen folder und email: ${channel} schreibt keine Dateien.`,
    });
  if (needsFolder && folder === undefined)
    throw new Refusal('usage', { problem: `Es fehlt „--to DIR“ für den Weg ${channel}.` });
  const { delivery, proofs, skipped } = await filesInto(command, program).dispatch.send({
    ref: ref(command),
    channel,
    ...(channel === 'folder' && { folder }),
  });
  const lines = [
    ...proofs.map(proofLine),
    ...skipped.map((name) => `ohne E-Mail-Adresse: ${name}`),
    ...replacedLines(delivery),
  ];
  return done({ delivery, proofs, skipped }, lines.join('\n'));
}
