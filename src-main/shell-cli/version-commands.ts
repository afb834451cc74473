/** Versions of a paper, and what differs between two of them. */
import { formatGermanTime } from '../base/german-time.ts';
import type { PassageChange, WordRun } from '../contract/version/shapes.ts';
import { blockName, changeNames, versionName, versionTexts } from '../contract/version/texts-de.ts';
import { Refusal } from '../contract/shared/errors.ts';
import type { Program } from './program.ts';
import { done, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';

export async function versions(command: Command, { ask }: Program): Promise<Outcome> {
  const list = await ask.versions.list({ ref: command.positionals[0] ?? '' });
  const lines = list.versions.map((version) =>
    [formatGermanTime(version.at), versionName(version), version.actor].filter(Boolean).join('  '),
  );
  return done(list, lines.join('\n'));
}

const BRACKETS: Record<WordRun['kind'], readonly [string, string]> = {
  same: ['', ''],
  removed: ['[-', '-]'],
  added: ['{+', '+}'],
};
const runText = ({ kind, text }: WordRun): string => BRACKETS[kind].join(text.replaceAll('\n', ' '));

/** Words that went stand in `[-…-]`, those that came in `{+…+}`. */
const changeLine = (change: PassageChange): string =>
  `  ${changeNames[change.kind]}: ${blockName(change)}${change.runs.length === 0 ? '' : `: ${change.runs.map(runText).join('')}`}`;

const revisionIn = (text: string | undefined): number => {
  if (!/^\d{1,9}$/.test(text ?? '') || Number(text) < 1)
    throw new Refusal('usage', { problem: 'Fassungen sind Zahlen, wie „versions REF“ sie zeigt: diff REF 3 7' });
  return Number(text);
};

export async function diff(command: Command, { ask }: Program): Promise<Outcome> {
  const [ref = '', from, to] = command.positionals;
  const comparison = await ask.versions.compare({ ref, from: revisionIn(from), to: revisionIn(to) });
  const lines = comparison.parts.flatMap(({ label, changes }) => [
    label,
    ...changes.filter(({ kind }) => kind !== 'same').map(changeLine),
  ]);
  return done(comparison, lines.length === 0 ? versionTexts.nothing : lines.join('\n'));
}
