/** Whether a text is JSON, and whose: a record of ours, or something that must pass neither for a broken record nor for the text of a paper. */
import { Refusal } from '../../contract/shared/errors.ts';
import { DRAFT_SCHEMA, STATEMENT_FORM, STATEMENT_SCHEMA } from '../../record/statement-record.ts';
import { foreignJson } from '../../contract/import/texts-de.ts';

const LONGEST_SHOWN = 100;

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function schemaOf(value: unknown): string | null {
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : null;
  return typeof schema === 'string' ? schema : null;
}

/** An object with a name in quotation marks, a list of objects, lists or words: nobody begins a text so. */
const LIKE_JSON =
  /^\{\s*"[^"\n]{0,200}"\s*:|^\{\s*'[^'\n]{0,200}'\s*:|^\[\s*(?:\{\s*["'}]|\[\s*["'\d[{]|"[^"\n]*"\s*,\s*["\d[{])/;

/** One value a line, as programs write their logs. */
function isJsonLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => parsed(line) !== null);
}

/** True for a record, whole or broken off; false for text. Refuses with `record-foreign`. */
export function isRecord(fileName: string, text: string): boolean {
  const start = text.trimStart();
  const foreign = (problem: string): Refusal => new Refusal('record-foreign', { file: fileName, problem });
  const json = parsed(start);
  if (!start.startsWith('{') && !start.startsWith('[')) {
    // A number, a word in quotation marks: whole JSON, and nobody's paper.
    if (json) throw foreign(foreignJson.none);
    return false;
  }
  if (!json) {
    // Broken off, it may still say what it was; what only looks like JSON is somebody's text.
    if (start.startsWith('{') && start.includes(`"${STATEMENT_SCHEMA}"`)) return true;
    if (LIKE_JSON.test(start) || isJsonLines(start)) throw foreign(foreignJson.broken);
    return false;
  }
  const schema = schemaOf(json.value);
  // A version that is not known is still a record: its reader says so.
  if (schema?.startsWith(`${STATEMENT_FORM.name}/`) === true) return true;
  if (schema === DRAFT_SCHEMA) throw foreign(foreignJson.draft);
  if (schema?.startsWith('stellwerk.settings/') === true) throw foreign(foreignJson.settings);
  throw foreign(schema === null ? foreignJson.none : foreignJson.other(schema.slice(0, LONGEST_SHOWN)));
}
