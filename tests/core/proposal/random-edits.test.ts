/** Whatever was tracked in a copy: accepted all at once, one by one, and in any order, the text is the one that Word would show. */
import { describe, expect, it } from 'vitest';
import type {
  ReturnedFile,
  TrackedChange,
  TrackedParagraph,
  TrackedRun,
} from '../../../src-main/core/ports/returned-file.ts';
import type { Ground } from '../../../src-main/contract/proposal/shapes.ts';
import { Collector } from '../../../src-main/core/proposal/collect-proposals.ts';
import { applyProposals, type PlacingInput } from '../../../src-main/core/proposal/place-proposals.ts';
import { withIds } from '../../../src-main/record/rich-text/block-ids.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { EMPTY_RICH_TEXT } from '../../../src-main/record/rich-text/rich-text.ts';
import { countingIds, richText } from '../../support/builders.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const WORDS =
  'Amt Bank Chor Dorf Eiche Fluss Garten Haus Insel Jahr Kita Land Markt Netz Ort Park Quelle Rad Straße Turm'.split(
    ' ',
  );
const AUTHORS = ['Kim Beispiel', 'Ulf Sander'];

interface Case {
  readonly ground: Ground;
  readonly file: ReturnedFile;
  /** Paragraphs with everything accepted, made apart from the program. */
  readonly accepted: readonly string[];
}

function randomCase(seed: number, size: number): Case {
  const random = seededRandom(seed);
  const chance = (share: number): boolean => random() < share;
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const change = (kind: TrackedChange['kind']): TrackedChange => ({
    kind,
    author: one(AUTHORS),
    at: '2026-03-02T14:05:00Z',
    move: null,
  });
  const sentence = (length: number): string => Array.from({ length }, () => one(WORDS)).join(' ');
  const base = Array.from({ length: size }, (_, at) => `${at + 1} ${sentence(2 + Math.floor(random() * 7))}.`);
  const paragraphs: TrackedParagraph[] = [];
  const accepted: string[] = [];
  let open = '';
  const close = (): void => {
    accepted.push(open);
    open = '';
  };
  const paragraph = (names: string[], runs: TrackedRun[], end: TrackedChange | null): void => {
    paragraphs.push({
      names,
      isLocked: false,
      cell: null,
      outline: null,
      list: null,
      runs,
      end,
      goesOn: false,
      remarks: [],
    });
    for (const run of runs)
      if (run.change?.kind !== 'removed') open += run.inline.type === 'text' ? run.inline.text : '\n';
    if (end?.kind !== 'removed') close();
  };
  const run = (text: string, by: TrackedChange | null): TrackedRun => ({ inline: { type: 'text', text }, change: by });
  for (const [at, text] of base.entries()) {
    const isLast = at === base.length - 1;
    if (chance(0.12)) paragraph([], [run(sentence(3), change('added'))], change('added'));
    if (chance(0.1)) {
      const by = change('removed');
      paragraph([`_swr${at}`], [run(text, by)], isLast ? null : by);
      continue;
    }
    let runs: TrackedRun[] = [];
    for (const token of text.split(/( )/)) {
      if (chance(0.08)) runs.push(run(`${one(WORDS).toLowerCase()} `, change('added')));
      if (chance(0.1)) runs.push(run(token, change('removed')));
      else runs.push(run(token, null));
      if (chance(0.03) && token !== ' ') {
        paragraph(
          runs.length > 0 && paragraphs.at(-1)?.names[0] !== `_swr${at}` ? [`_swr${at}`] : [],
          runs,
          change('added'),
        );
        runs = [];
      }
    }
    if (chance(0.08)) runs.push(run(` und ${one(WORDS)}`, change('added')));
    const isNamed = paragraphs.some(({ names }) => names.includes(`_swr${at}`));
    paragraph(isNamed ? [] : [`_swr${at}`], runs, !isLast && chance(0.06) ? change('removed') : null);
  }
  if (open !== '') close();
  return {
    ground: { quotation: EMPTY_RICH_TEXT, reply: withIds(richText(...base), countingIds()) },
    file: {
      copyOf: { id: 'x', revision: 1 },
      paragraphs,
      remarks: [],
      unmerged: [],
      document: { blocks: [], notes: [], pageMarks: [], leftOut: [] },
    },
    accepted,
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

/** Blanks at the edges of paragraphs are nobody's words. */
const words = (paragraphs: readonly string[]): string[] =>
  paragraphs.map((text) => text.trim()).filter((text) => text !== '');

const ids = (input: PlacingInput): string[] => input.proposals.map(({ id }) => id);

/**
 * As a person would: each on the text that the one before left. Of two equal changes side by side either may be the one that is there, so
 * what is open in the end is accepted, too.
 */
function oneByOne(of: Case, order: readonly string[]): Ground {
  const newId = countingIds(5000);
  let now = of.ground;
  for (const id of [...order, ...order]) now = applyProposals(inputOf(of, now), new Set([id]), newId).now;
  return now;
}

describe('tracked changes at random', () => {
  const SEEDS = Array.from({ length: 200 }, (_, seed) => seed + 1);

  it.each(SEEDS)('%i: accepted all at once', (seed) => {
    const of = randomCase(seed, 6);
    const input = inputOf(of, of.ground);
    const { now, done } = applyProposals(input, new Set(ids(input)), countingIds(5000));
    expect(words(plainParagraphs(now.reply))).toEqual(words(of.accepted));
    expect(done).toHaveLength(input.proposals.length);
    const again = inputOf(of, now);
    expect(applyProposals(again, new Set(ids(again)), countingIds(9000)).done).toEqual([]);
  });

  it.each(SEEDS.slice(0, 100))('%i: one by one, in order and backwards', (seed) => {
    const of = randomCase(seed, 5);
    const all = ids(inputOf(of, of.ground));
    for (const order of [all, [...all].reverse()]) {
      expect(words(plainParagraphs(oneByOne(of, order).reply)), order.join()).toEqual(words(of.accepted));
    }
  });

  it.each(SEEDS.slice(0, 30))('%i: nothing accepted changes nothing', (seed) => {
    const of = randomCase(seed, 6);
    const { now, done } = applyProposals(inputOf(of, of.ground), new Set(), countingIds());
    expect({ now, done }).toEqual({ now: of.ground, done: [] });
  });
});
