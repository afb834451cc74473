/** What changed between two states of a setting, leaf by leaf, as short texts a person can compare. */
import type { FieldChange } from '../../contract/settings/shapes.ts';

const LONGEST_TEXT = 160;
/** Ids and pictures say nothing to a reader. */
const SILENT = /(^|\.)(id|schema|raster\.(data|widthPx|heightPx|mimeType))$/;

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (typeof value !== 'string')
    return typeof value === 'number' ? String(value).replace('.', ',') : JSON.stringify(value);
  return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)} …` : value;
}

function leaves(value: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (value !== null && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) leaves(part, path === '' ? key : `${path}.${key}`, into);
  } else into.set(path, value);
  return into;
}

/** Both values are plain JSON; null stands for "there was nothing". Order follows the newer state. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const former = leaves(before, '', new Map());
  const current = leaves(after, '', new Map());
  const changes: FieldChange[] = [];
  for (const field of new Set([...current.keys(), ...former.keys()])) {
    if (field === '' || SILENT.test(field)) continue;
    const [was, is] = [former.get(field), current.get(field)];
    if (was === is || (textOf(was) === '' && textOf(is) === '')) continue;
    changes.push({ field, before: textOf(was), after: textOf(is) });
  }
  return changes;
}
