/** The findings of the release check, while a statement is still being written. */
import { findingSentence, partOf, severityName } from '../contract/release/texts-de.ts';
import type { Finding } from '../contract/release/shapes.ts';
import type { StatementContent } from '../contract/statement/shapes.ts';
import { textBlocks } from '../record/rich-text/plain-text.ts';
import { done, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';
import type { Program } from './program.ts';

/** Where a finding stands: the part of the paper, and in a text its first words. */
function whereOf({ place }: Finding, content: StatementContent): string {
  const part = partOf(place.field);
  const blocks = place.field === 'quotation' || place.field === 'reply' ? textBlocks(content[place.field].content) : [];
  const at = blocks.findIndex(({ id }) => id === place.blockId);
  return at === -1 ? part : `${part}, Absatz ${String(at + 1)}`;
}

/** What a careful colleague finds, with rule, severity and place. Exit code 1 where something blocks a release. */
export async function check(command: Command, { ask }: Program): Promise<Outcome> {
  const [ref = ''] = command.positionals;
  const { check: found } = await ask.issues.overview({ ref });
  const { content } = await ask.statements.get({ ref });
  const findings = found.findings.map((finding) => ({
    ...finding,
    message: findingSentence(finding),
    where: whereOf(finding, content),
  }));
  const lines = findings.map(
    ({ rule, severity, message, where }) => `${severityName(severity)} [${rule}] ${where}: ${message}`,
  );
  const text = lines.length === 0 ? 'Keine Befunde.' : lines.join('\n');
  return done({ revision: found.revision, findings }, text, found.isReleasable ? 0 : 1);
}
