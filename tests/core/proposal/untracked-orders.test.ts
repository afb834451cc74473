/** Whatever was moved and taken out without tracking it: accepted in any order, the text is the one of the file. */
import { describe, expect, it } from 'vitest';
import { Collector } from '../../../src-main/core/proposal/collect-proposals.ts';
import { applyProposals, Placing, type PlacingInput } from '../../../src-main/core/proposal/place-proposals.ts';
import type { Ground } from '../../../src-main/contract/proposal/shapes.ts';
import type { ReturnedFile } from '../../../src-main/core/ports/returned-file.ts';
import { withIds } from '../../../src-main/record/rich-text/block-ids.ts';
import { plainParagraphs, textBlocks } from '../../../src-main/record/rich-text/plain-text.ts';
import { EMPTY_RICH_TEXT } from '../../../src-main/record/rich-text/rich-text.ts';
import { countingIds, richText } from '../../support/builders.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const TEXTS = [
  'Amt und Bank stehen am Fluss.',
  'Der Chor singt im Garten.',
  'Eine Eiche fiel um.',
  'Das Haus bleibt leer.',
  'Die Insel wird geräumt.',
];

interface Case {
  readonly ground: Ground;
  readonly file: ReturnedFile;
  readonly wanted: readonly string[];
}

/** `order`: which of the paragraphs stand in the file, and where. */
function caseOf(texts: readonly string[], order: readonly number[]): Case {
  const paragraphs = order.map((at) => ({
    names: [`_swr${String(at)}`],
    isLocked: false,
    cell: null,
    outline: null,
    list: null,
    runs: [{ inline: { type: 'text' as const, text: texts[at] ?? '' }, change: null }],
    end: null,
    goesOn: false,
    remarks: [],
  }));
  return {
    ground: { quotation: EMPTY_RICH_TEXT, reply: withIds(richText(...texts), countingIds()) },
    file: {
      copyOf: { id: 'x', revision: 1 },
      paragraphs,
      remarks: [],
      unmerged: [],
      document: { blocks: [], notes: [], pageMarks: [], leftOut: [] },
    },
    wanted: order.map((at) => texts[at] ?? ''),
  };
}

const inputOf = ({ ground, file }: Case, now: Ground): PlacingInput => ({
  proposals: new Collector(file, ground, []).collected().proposals,
  ground,
  now,
  refused: new Set(),
  kept: new Set(),
  isQuotationLocked: false,
});
const accept = (of: Case, now: Ground, ids: readonly string[]): Ground =>
  applyProposals(inputOf(of, now), new Set(ids), countingIds(5000)).now;
const states = (of: Case, now: Ground) =>
  new Map(new Placing(inputOf(of, now)).all().map(({ id, state }) => [id, state]));

const CASES: readonly Case[] = [
  // The last one moved up, its neighbour before it taken out.
  caseOf(TEXTS, [0, 4, 1, 2]),
  caseOf(TEXTS, [4, 0, 1, 2]),
  caseOf(TEXTS.slice(0, 4), [3, 0, 1]),
  // The last ones taken out, the last one moved.
  caseOf(TEXTS, [0, 1, 2]),
  caseOf(TEXTS, [0, 1, 4]),
  // Several moved, to the begin, to the end, past each other.
  caseOf(TEXTS, [3, 4, 0, 1, 2]),
  caseOf(TEXTS, [2, 3, 4, 0, 1]),
  caseOf(TEXTS, [4, 3, 2, 1, 0]),
  caseOf(TEXTS, [1, 0, 3, 2, 4]),
  ...Array.from({ length: 120 }, (_, seed): Case => {
    const random = seededRandom(seed + 1);
    const order = TEXTS.map((_text, at) => at);
    const [moved = 0] = order.splice(Math.floor(random() * order.length), 1);
    order.splice(Math.floor(random() * (order.length + 1)), 0, moved);
    return caseOf(
      TEXTS,
      order.filter(() => random() > 0.25),
    );
  }),
];

describe('moved and taken out without tracking', () => {
  it.each(CASES.map((of, at) => [at, of] as const))('%i: all at once, and each in any order', (_at, of) => {
    const ids = inputOf(of, of.ground).proposals.map(({ id }) => id);
    const orders = [ids, [...ids].reverse()];
    expect(plainParagraphs(accept(of, of.ground, ids).reply)).toEqual(of.wanted);
    for (const order of orders) {
      let now = of.ground;
      order.forEach((id, at) => {
        now = accept(of, now, [id]);
        const found = states(of, now);
        expect(found.get(id), order.join()).toBe('applied');
        for (const later of order.slice(at + 1)) expect(found.get(later), `${later} behind ${id}`).toBe('open');
      });
      expect(plainParagraphs(now.reply)).toEqual(of.wanted);
      // No empty paragraph is left behind.
      expect(textBlocks(now.reply.content).filter(({ text }) => text === '')).toHaveLength(
        of.wanted.length === 0 ? 1 : 0,
      );
    }
  });
});
