/**
 * Spelling with Hunspell (hunspell-asm: Hunspell 1.7 as WebAssembly) and the dictionary of igerman98 (package dictionary-de), which lie beside the
 * program. Read with the first question. It works in turns of a few milliseconds, so that nobody waits behind it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SpellingPort } from '../../core/ports/spelling-port.ts';
import { endsToMend, isGerman, slipsOf, type Knows } from './german-words.ts';

interface Dictionary {
  readonly knows: Knows;
  readonly suggest: (word: string) => readonly string[];
}

const TURN_MS = 8;
const MOST_SUGGESTIONS = 8;
const MOST_NEAR = 6;
const LONGEST_SUGGESTED = 24;
/** Longer than this nothing is looked up: the engine's time grows with the length, and no word is longer. */
const LONGEST = 80;

/** The engine's loader takes every failure of the whole program into its hands; it is to look after itself only. */
async function withoutItsListeners<T>(load: () => Promise<T>): Promise<T> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => new Set<unknown>(process.listeners(event as 'uncaughtException')));
  const loaded = await load();
  events.forEach((event, at) => {
    for (const listener of process.listeners(event as 'uncaughtException'))
      if (before[at]?.has(listener) !== true) process.off(event, listener);
  });
  return loaded;
}

async function open(folder: string): Promise<Dictionary> {
  const [affixes, stems, own] = await Promise.all([
    readFile(join(folder, 'de.aff')),
    readFile(join(folder, 'de.dic')),
    readFile(join(folder, 'words.txt'), 'utf8'),
  ]);
  const { loadModule } = await import('./hunspell-module.ts');
  const factory = await withoutItsListeners(() => loadModule());
  const hunspell = factory.create(factory.mountBuffer(affixes, 'de.aff'), factory.mountBuffer(stems, 'de.dic'));
  const listed = own
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const word of listed) hunspell.addWord(word);
  const seen = new Map<string, boolean>();
  const knows: Knows = (word) => {
    const before = seen.get(word);
    if (before !== undefined) return before;
    if (seen.size > 200_000) seen.clear();
    const isKnown = word.length <= LONGEST && hunspell.spell(word);
    seen.set(word, isKnown);
    return isKnown;
  };
  return { knows, suggest: (word) => (word.length <= LONGEST ? hunspell.suggest(word) : []) };
}

/** The first known ones, looked for in turns. */
async function knownAmong(words: Iterable<string>, knows: Knows, most: number): Promise<string[]> {
  const found: string[] = [];
  let begun = performance.now();
  for (const word of words) {
    if (knows(word)) found.push(word);
    if (found.length >= most) break;
    if (performance.now() - begun < TURN_MS) continue;
    await nextTurn();
    begun = performance.now();
  }
  return found;
}

/** `folder`: with `de.aff`, `de.dic` and `words.txt`. */
export function hunspellSpelling(folder: string): SpellingPort {
  let opening: Promise<Dictionary> | null = null;
  const dictionary = async (): Promise<Dictionary> => {
    opening ??= open(folder);
    try {
      return await opening;
    } catch (error) {
      // Asked again, it is read again: the folder may be back.
      opening = null;
      throw error;
    }
  };
  return {
    misspelled: async (words) => {
      const { knows } = await dictionary();
      const wrong = new Set<string>();
      let begun = performance.now();
      for (const word of words) {
        if (!isGerman(word, knows)) wrong.add(word);
        if (performance.now() - begun < TURN_MS) continue;
        await nextTurn();
        begun = performance.now();
      }
      return wrong;
    },
    suggestions: async (word) => {
      const { knows, suggest } = await dictionary();
      // The engine takes seconds for the longest compounds; what is one slip away is looked for in turns.
      const wide = word.length <= LONGEST_SUGGESTED ? suggest(word) : [];
      const near = await knownAmong(slipsOf(word), knows, MOST_NEAR);
      const mended: string[] = [];
      if (near.length === 0)
        for (const [first, last] of endsToMend(word, knows)) {
          mended.push(...(await knownAmong(slipsOf(last), knows, 2)).map((end) => first + end.toLowerCase()));
          if (mended.length >= MOST_NEAR) break;
        }
      // The engine's first choices lead: it weighs how words are usually mistaken; then whatever is near, then the rest.
      const first = near.length > 0 ? wide.slice(0, 2) : [];
      return [...new Set([...first, ...near, ...mended, ...wide])].slice(0, MOST_SUGGESTIONS);
    },
  };
}
