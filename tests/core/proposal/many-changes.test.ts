/** Copies of any size: read, placed and accepted in a time that grows with them and no faster. */
import { describe, it } from 'vitest';
import type { ReturnedFile, TrackedChange, TrackedParagraph } from '../../../src-main/core/ports/returned-file.ts';
import { Collector } from '../../../src-main/core/proposal/collect-proposals.ts';
import { applyProposals } from '../../../src-main/core/proposal/place-proposals.ts';
import { withIds } from '../../../src-main/record/rich-text/block-ids.ts';
import { EMPTY_RICH_TEXT } from '../../../src-main/record/rich-text/rich-text.ts';
import { countingIds, richText } from '../../support/builders.ts';
import { expectLinear } from '../../support/linear.ts';

const BY = { author: 'Kim Beispiel', at: '2026-03-02T14:05:00Z', move: null };
const run = (text: string, kind: TrackedChange['kind'] | null) => ({
  inline: { type: 'text' as const, text },
  change: kind === null ? null : { kind, ...BY },
});

/** Every second paragraph has a word replaced, every third is broken behind it. */
function manyChanges(size: number) {
  const texts = Array.from({ length: size }, (_, at) => `${at} Die Bank steht im Park und der Weiher daneben.`);
  const paragraphs = texts.flatMap((text, at): TrackedParagraph[] => {
    const base = { isLocked: false, cell: null, outline: null, list: null, end: null, goesOn: false, remarks: [] };
    const [before, after] = [text.slice(0, 20), text.slice(24)];
    const changed =
      at % 2 === 0 ? [run(text.slice(20, 24), 'removed'), run('Neu', 'added')] : [run(text.slice(20, 24), null)];
    const runs = [run(before, null), ...changed];
    if (at % 3 > 0) return [{ ...base, names: [`_swr${at}`], runs: [...runs, run(after, null)] }];
    return [
      { ...base, names: [`_swr${at}`], runs, end: { kind: 'added', ...BY } },
      { ...base, names: [], runs: [run(after, null)] },
    ];
  });
  const file: ReturnedFile = {
    copyOf: { id: 'x', revision: 1 },
    paragraphs,
    remarks: [],
    unmerged: [],
    document: { blocks: [], notes: [], pageMarks: [], leftOut: [] },
  };
  return { file, ground: { quotation: EMPTY_RICH_TEXT, reply: withIds(richText(...texts), countingIds()) } };
}

describe('a copy of thousands of paragraphs', () => {
  it('is compared and accepted in linear time', async () => {
    await expectLinear(3000, manyChanges, ({ file, ground }) => {
      const { proposals } = new Collector(file, ground, []).collected();
      const input = {
        proposals,
        ground,
        now: ground,
        refused: new Set<string>(),
        kept: new Set<string>(),
        isQuotationLocked: false,
      };
      applyProposals(input, new Set(proposals.map(({ id }) => id)), countingIds(100_000));
    });
  });
});
