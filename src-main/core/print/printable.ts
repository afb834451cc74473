/** Documents with characters that the fonts lack are refused before anything is written. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { CharacterCheck } from '../ports/ports.ts';
import type { PrintDocument } from './model.ts';

const MOST_SHOWN = 10;
const MOST_NAMED = 200;

/** Refuses with `characters-unprintable` and every place. */
export function requirePrintable(characters: CharacterCheck, document: PrintDocument): void {
  const found = characters.unprintable(document);
  if (found.length === 0) return;
  const shown = found
    .slice(0, MOST_SHOWN)
    .map(({ place, character, codePoint }) => `${place}: „${character}“ (${codePoint})`);
  throw new Refusal('characters-unprintable', {
    places: shown.join('; '),
    characters: found.slice(0, MOST_NAMED).map((item) => ({ ...item })),
  });
}
