/**
 * The search of the handbook: every word must stand in a section, in its heading or its text, as people mean words (fold). A message typed
 * or pasted as it was shown holds names and numbers that stand in no book: where nothing has all the words, most of them are enough. Pure.
 */
import { fold } from '../../../src-main/base/fold.ts';
import { blockText, type Handbook } from './handbook.ts';

export interface Hit {
  readonly id: string;
  readonly title: string;
  /** Null at the beginning of a chapter, whose title is that of the section. */
  readonly chapter: string | null;
  /** A piece of the text around the first word, in order, with what was looked for marked. */
  readonly excerpt: readonly { readonly text: string; readonly found: boolean }[];
}

const BEFORE = 40;
const LENGTH = 150;
/** Of several words so many must be found where none has all of them. */
const MOST_WORDS = 0.6;

/** A text and its folded form, with the place in the text of every folded character. */
interface Folded {
  readonly text: string;
  readonly folded: string;
  readonly places: readonly number[];
}

function foldWithPlaces(text: string): Folded {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const part of fold(character)) {
      folded += part;
      places.push(...Array.from<number>({ length: part.length }).fill(at));
    }
    at += character.length;
  }
  places.push(text.length);
  return { text, folded, places };
}

function excerptOf({ text, folded, places }: Folded, words: readonly string[]): Hit['excerpt'] {
  const spans = words
    .flatMap((word) => {
      const found: (readonly [number, number])[] = [];
      for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
        found.push([places[at] ?? 0, places[at + word.length] ?? text.length]);
      }
      return found;
    })
    .sort((a, b) => a[0] - b[0]);
  const first = spans[0]?.[0] ?? 0;
  const wordStart = text.lastIndexOf(' ', Math.max(0, first - BEFORE)) + 1;
  const start = first <= BEFORE ? 0 : wordStart;
  const wordEnd = text.indexOf(' ', start + LENGTH);
  const end = wordEnd === -1 ? text.length : wordEnd;
  const pieces: { text: string; found: boolean }[] = start > 0 ? [{ text: '… ', found: false }] : [];
  let at = start;
  for (const [from, to] of spans) {
    if (from < at || to > end) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), found: false });
    pieces.push({ text: text.slice(from, to), found: true });
    at = to;
  }
  pieces.push({ text: text.slice(at, end) + (end < text.length ? ' …' : ''), found: false });
  return pieces;
}

/** A function from what is typed to the sections that fit; headings first, else in the order of the book. */
export function handbookSearch(handbook: Handbook): (typed: string) => readonly Hit[] {
  const entries = handbook.chapters.flatMap((chapter) =>
    chapter.sections.map((section, index) => ({
      section,
      chapter: index === 0 ? null : chapter.title,
      title: fold(section.title),
      content: foldWithPlaces(section.blocks.map(blockText).join(' ')),
    })),
  );
  return (typed) => {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const isIn = ({ title, content }: (typeof entries)[number], word: string): boolean =>
      title.includes(word) || content.folded.includes(word);
    const counted = entries.map((entry) => ({
      entry,
      found: words.filter((word) => isIn(entry, word)),
      inTitle: words.filter((word) => entry.title.includes(word)).length,
    }));
    const best = Math.max(0, ...counted.map(({ found }) => found.length));
    if (best < words.length && (words.length < 3 || best < words.length * MOST_WORDS)) return [];
    return counted
      .filter(({ found }) => found.length === best)
      .sort((a, b) => b.inTitle - a.inTitle)
      .map(({ entry: { section, chapter, content }, found }) => ({
        id: section.id,
        title: section.title,
        chapter,
        excerpt: excerptOf(content, found),
      }));
  };
}
