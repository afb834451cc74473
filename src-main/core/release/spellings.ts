/** Which words of a statement are misspelled: asked beforehand, word by word kept, and what the office knows itself is none. */
import type { Preferences } from '../../contract/settings/shapes.ts';
import { preferencesSchema } from '../../contract/settings/shapes.ts';
import { displayName } from '../../base/person-name.ts';
import type { Ports, ReadStores } from '../ports/ports.ts';

/** A word with its place in a text. */
export interface WrittenWord {
  readonly text: string;
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Letters, and what joins letters to one word: "Rad-", "Ausländer*innen", "geht's". */
const WORD = /\p{L}[\p{L}\p{M}]*(?:[*:_·’'–/-]\p{L}[\p{L}\p{M}]*)*-?/gu;
/** Addresses and names of files are no words. */
const NO_WORDS = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|\S+\.(?:pdf|docx?|xlsx?|odt|de|com|org|net)\b/giu;

/** Words that can be looked up: not beside a figure ("3-stufig", "A0012/26"), not in addresses. */
export function writtenWords(text: string): readonly WrittenWord[] {
  const blank = text.replace(NO_WORDS, (found) => ' '.repeat(found.length)).normalize('NFC');
  // Where composing changed lengths, places would be beside the words.
  const searched = blank.length === text.length ? blank : text;
  const words: WrittenWord[] = [];
  for (const { 0: found, index } of searched.matchAll(WORD)) {
    const before = searched.slice(Math.max(0, index - 2), index);
    const behind = searched.slice(index + found.length, index + found.length + 2);
    if (/\d[-/]?$/u.test(before) || /^[-/]?\d/u.test(behind)) continue;
    words.push({ text: found, start: index, end: index + found.length });
  }
  return words;
}

export interface Spellings {
  /** Looks up what has not been looked up yet. */
  prepare(texts: readonly string[]): Promise<void>;
  /** Those of the words that are misspelled and unknown to the office, or null where the dictionary could not be read. */
  misspelled(stores: ReadStores, texts: readonly string[]): Promise<ReadonlySet<string> | null>;
}

const MOST_KEPT = 100_000;
const LONGEST = 100;

const learned = (stored: Readonly<Record<string, unknown>>): Preferences['learnedWords'] => {
  const read = preferencesSchema.shape.learnedWords.safeParse(stored['learnedWords']);
  return read.success ? read.data : [];
};

/** Names of people and bodies, and words that somebody taught; each also in the genitive. */
async function officeWords(stores: ReadStores): Promise<ReadonlySet<string>> {
  const [persons, organizations, preferences] = [
    await stores.directory.persons(),
    await stores.directory.organizations(),
    await stores.preferences.all(),
  ];
  const texts = [
    ...persons.map(displayName),
    ...organizations.flatMap(({ name, shortName }) => [name, shortName]),
    ...learned(preferences),
  ];
  const words = texts.flatMap((text) => writtenWords(text).flatMap((word) => [word.text, ...word.text.split('-')]));
  return new Set(words.flatMap((word) => [word, `${word}s`]));
}

export function spellings(ports: Pick<Ports, 'spelling' | 'reportUnexpected'>): Spellings {
  /** By word: whether it is wrong. */
  const kept = new Map<string, boolean>();
  let isBroken = false;
  return {
    prepare: async (texts) => {
      const words = new Set(texts.flatMap((text) => writtenWords(text).map((word) => word.text)));
      // Where it could not be read, every check tries again.
      const unknown = [...words].filter((word) => word.length <= LONGEST && (isBroken || !kept.has(word)));
      if (unknown.length === 0) return;
      try {
        const wrong = await ports.spelling.misspelled(unknown);
        if (kept.size > MOST_KEPT) kept.clear();
        for (const word of unknown) kept.set(word, wrong.has(word));
        isBroken = false;
      } catch (error) {
        if (!isBroken) ports.reportUnexpected(error);
        isBroken = true;
      }
    },
    misspelled: async (stores, texts) => {
      if (isBroken) return null;
      const wrong = texts
        .flatMap((text) => writtenWords(text).map((word) => word.text))
        .filter((word) => kept.get(word) === true);
      if (wrong.length === 0) return new Set();
      const own = await officeWords(stores);
      return new Set(wrong.filter((word) => !own.has(word) && !own.has(word.replace(/-$/u, ''))));
    },
  };
}
