/** Whatever is nested in whatever: every word of a document arrives once and in its place, or is named as left out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWord } from '../../../src-main/adapters/formats/word/read-word.ts';
import { openArchive } from '../../../src-main/adapters/formats/zip.ts';
import type { LeftOutKind } from '../../../src-main/core/ports/read-document.ts';
import { randomDocument, written } from '../../support/office-documents/random-document.ts';
import { shownWords } from '../../support/office-documents/shown-words.ts';
import { wordsOf } from '../../support/office-documents/word-differences.ts';

const isOurs = (word: string): boolean => /^wort\d+$/.test(word);

describe('a document of any structure', () => {
  it('loses no word, doubles none and calls none lost', () => {
    fc.assert(
      fc.property(randomDocument, (parts) => {
        const { bytes, shown, notes, gone } = written(parts);
        const read = readWord(openArchive(bytes));
        const named = (kind: LeftOutKind): string[] =>
          read.leftOut.filter((one) => one.kind === kind).flatMap(({ text }) => wordsOf(text));
        expect(named('lost')).toEqual([]);
        expect(shownWords({ ...read, notes: [] }).filter(isOurs)).toEqual(shown);
        expect(
          shownWords({ ...read, blocks: [] })
            .filter(isOurs)
            .sort(),
        ).toEqual(notes.flat().sort());
        for (const kind of ['struck', 'hidden', 'deleted'] as const)
          expect(named(kind).sort()).toEqual([...gone[kind]].sort());
      }),
      { numRuns: 300 },
    );
  });
});
