/** Text modules from the command line. */
import { formatGermanDate } from '../base/german-date.ts';
import { importNoteSentence } from '../contract/import/texts-de.ts';
import type { TextModule } from '../contract/module/shapes.ts';
import { moduleScopes, moduleTexts } from '../contract/module/texts-de.ts';
import { Refusal } from '../contract/shared/errors.ts';
import { plainParagraphs } from '../record/rich-text/plain-text.ts';
import { done, readFileFor, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';
import type { Program } from './program.ts';

function moduleLines({ revision, isExpired, content }: TextModule): string {
  const scope =
    revision === 0 ? moduleTexts.shipped : `${moduleScopes[content.scope]}${content.unit && ` (${content.unit})`}`;
  const until =
    isExpired && content.validUntil !== null ? `, ${moduleTexts.expired(formatGermanDate(content.validUntil))}` : '';
  return `${content.title} – ${scope}${until}\n  ${plainParagraphs(content.text).join('\n  ')}`;
}

export async function modules(command: Command, program: Program): Promise<Outcome> {
  const [action = '', ...files] = command.positionals;
  if (action === 'list' && files.length === 0) {
    const found = await program.ask.modules.list();
    return done(found, found.length === 0 ? moduleTexts.none : found.map(moduleLines).join('\n'));
  }
  const [file] = files;
  if (action !== 'import' || file === undefined || files.length > 1)
    throw new Refusal('usage', { problem: 'So geht es: modules list oder modules import FILE' });
  const result = await program.ask.modules.importFile(program.hand(await readFileFor(file)));
  const notes = result.notes.map((note) => `\nHinweis: ${importNoteSentence(note)}`);
  return done(result, `${moduleTexts.imported(result.created, result.same)}${notes.join('')}`);
}
