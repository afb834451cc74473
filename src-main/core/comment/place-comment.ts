/** Where a comment stands in a text that may have changed: at its words, else nowhere. Pure. */
import type { Passage } from '../../contract/proposal/shapes.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';

/** The occurrence of words that lies nearest to a place; -1 for none. */
function nearest(text: string, words: string, place: number): number {
  let best = -1;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (best === -1 || Math.abs(at - place) < Math.abs(best - place)) best = at;
  return best;
}

/** The block by its id first; then any other that holds the words. */
export function placeComment(text: RichText, place: Passage | null, words: string): Passage | null {
  if (place === null) return null;
  const blocks = textBlocks(text.content);
  const own = blocks.find(({ id }) => id === place.block);
  if (own?.text.slice(place.start, place.end) === words) return place;
  if (words === '')
    return own
      ? { ...place, start: Math.min(place.start, own.text.length), end: Math.min(place.start, own.text.length) }
      : null;
  for (const block of own ? [own, ...blocks] : blocks) {
    const at = nearest(block.text, words, block === own ? place.start : 0);
    if (at !== -1 && block.id !== null) return { block: block.id, start: at, end: at + words.length };
  }
  return null;
}
