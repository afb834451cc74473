import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src-main/adapters/attachment/extract-text.ts';
import { softHyphenated, withSoftHyphens } from '../../../src-main/adapters/attachment/soft-hyphens.ts';
import { sharedMissing, sharedPath } from '../../support/shared.ts';

const OPERATORS = {
  showText: 1,
  beginText: 2,
  moveText: 3,
  setLeadingMoveText: 4,
  setTextMatrix: 5,
  nextLine: 6,
  nextLineShowText: 7,
};
const page = (...steps: readonly string[]) => {
  const operators = OPERATORS as Readonly<Record<string, number>>;
  const codes = steps.map((step) => operators[step] ?? OPERATORS.showText);
  const shown = steps.map((step) => [[...step].map((unicode) => ({ unicode }))]);
  return { getOperatorList: () => Promise.resolve({ fnArray: codes, argsArray: shown }) };
};
const partsOf = (...steps: readonly string[]) => softHyphenated(page(...steps), OPERATORS);

describe('soft hyphens of a page', () => {
  it('are found behind their word, in the same piece of text or in one of their own', async () => {
    expect(
      await partsOf('beginText', 'den Fuß\u00ad', 'beginText', 'gänger und Ver', 'setTextMatrix', '\u00ad'),
    ).toEqual(['Fuß', 'Ver']);
  });

  it('do not take a word of the line before along', async () => {
    expect(await partsOf('beginText', 'und', 'moveText', 'Stra\u00ad')).toEqual(['Stra']);
  });

  it('are none twice, and none without a word', async () => {
    expect(await partsOf('beginText', 'Trenn\u00ad\u00ad', 'beginText', ' \u00ad')).toEqual(['Trenn']);
  });

  it('stand at the end of the lines they broke, whatever stood inside of lines before', () => {
    const lines = ['Der Ver', 'kehr und die Stra', 'ße, Ver', 'kehr'];
    expect(withSoftHyphens(lines, ['Ver', 'und', 'Stra', 'Ver'])).toEqual([
      'Der Ver\u00ad',
      'kehr und die Stra\u00ad',
      'ße, Ver\u00ad',
      'kehr',
    ]);
    expect(withSoftHyphens(['eins', 'zwei'], ['drei'])).toEqual(['eins', 'zwei']);
  });

  it.skipIf(sharedMissing !== undefined)('make one word of two in a file that came in pieces', async () => {
    const { text } = await extractText('a.pdf', readFileSync(sharedPath('cases', 'soft-hyphens.pdf')));
    for (const word of ['Verkehrsuntersuchungskommission', 'Haushaltskonsolidierungsmaßnahme', 'offiziell'])
      expect(text).toContain(word);
  });
});
