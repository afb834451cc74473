/** Two texts word by word: nothing is lost, and figures, numbers and days stay whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords, likenessOfTexts } from '../../../src-main/core/version/compare-words.ts';
import type { WordRun } from '../../../src-main/contract/version/shapes.ts';

const BRACKETS = { same: ['', ''], removed: ['[', ']'], added: ['{', '}'] } as const;
const shown = (runs: readonly WordRun[]): string => runs.map(({ kind, text }) => BRACKETS[kind].join(text)).join('');
const side = (runs: readonly WordRun[], without: WordRun['kind']): string =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('words', () => {
  it.each([
    ['Die alte Bank steht.', 'Die neue Bank steht.', 'Die [alte]{neue} Bank steht.'],
    ['Es kostet 100.000 Euro.', 'Es kostet 1.000.000 Euro.', 'Es kostet [100.000]{1.000.000} Euro.'],
    ['zum Antrag A0012/26', 'zum Antrag A0021/26', 'zum Antrag [A0012/26]{A0021/26}'],
    ['am 12.03.2026', 'am 12.04.2026', 'am [12.03.2026]{12.04.2026}'],
    ['Bank', 'Bänke', '[Bank]{Bänke}'],
    ['rote alte Bank', 'neue große Bank', '[rote alte]{neue große} Bank'],
    ['', 'neu', '{neu}'],
    ['weg', '', '[weg]'],
    ['gleich', 'gleich', 'gleich'],
    ['a, b', 'a; b', 'a[,]{;} b'],
    ['Ende', 'Ende.', 'Ende{.}'],
    ['Ober-Bürgermeister', 'Ober-Bürgermeisterin', '[Ober-Bürgermeister]{Ober-Bürgermeisterin}'],
    ['2,50 m²', '2,75 m²', '[2,50]{2,75} m²'],
  ])('„%s“ → „%s“', (before, after, expected) => {
    expect(shown(compareWords(before, after))).toBe(expected);
  });

  it('give both texts back, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.constantFrom('Bank', 'Wiese', '12.03.2026', '100.000', ' ', ',', '\n'), { maxLength: 30 })
        .map((w) => w.join(' ')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = compareWords(before, after);
        expect(side(runs, 'added')).toBe(before);
        expect(side(runs, 'removed')).toBe(after);
        expect(runs.every((run) => run.text !== '')).toBe(true);
      }),
    );
  });

  it('of very long texts are given back as well', () => {
    const [before, after] = ['Bank und Wiese. '.repeat(8000), 'Bank und Baum. '.repeat(8000)];
    const runs = compareWords(before, after);
    expect(side(runs, 'added')).toBe(before);
    expect(side(runs, 'removed')).toBe(after);
  });
});

it('likeness says how many words are the same, whatever their order', () => {
  const likeness = likenessOfTexts();
  expect(likeness('Die Bank steht', 'Die Bank steht')).toBe(1);
  expect(likeness('Die Bank steht', 'Niemand kommt heute')).toBe(0);
  expect(likeness('', '')).toBe(1);
  expect(likeness('', '…')).toBe(0);
  expect(likeness('Die alte Bank steht im Park', 'Die neue Bank steht im Park')).toBeGreaterThan(0.7);
});
