/** Where pages end: the name never stands alone on a page, a lead-in never alone at its end, and no whole list or paragraph moves along with them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createTypesetter } from '../../src-main/adapters/typst/typesetter.ts';
import type { Block } from '../../src-main/record/rich-text/rich-text.ts';
import { formSheet } from '../../src-main/core/print/form-sheet.ts';
import { layoutOf } from '../../src-main/core/print/layout.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';
import { paragraph, richText } from '../support/builders.ts';
import { placedWords, type PlacedWord } from '../support/pdf-places.ts';
import { assetFolder, typstWorker } from '../support/test-host.ts';
import { requireJudges, scratchFolder } from './corpus.ts';

const folder = scratchFolder();
const typesetter = createTypesetter({ workerFile: typstWorker, assetFolder });
afterAll(() => typesetter.close());

const profile = builtInProfile();
const MM_PER_PT = 25.4 / 72;
const LINE_MM = profile.style.lineHeightPt * MM_PER_PT;
const TEXT_END_MM = 297 - profile.style.marginBottomMm;
const LEAD_IN = 'Die Fragen beantwortet die Verwaltung so:';

const LONG = 'Der Satz ist lang genug für mehr als eine Zeile und sagt doch nichts, was jemand wissen müsste. ';
const items = (count: number): Block[] =>
  Array.from({ length: count }, (_, index) => paragraph(`Antwort ${index + 1}: ${LONG.repeat(2).trim()}`));
const list = (type: 'orderedList' | 'bulletList', content: readonly Block[]): Block => {
  const listItems = content.map((block) => ({ type: 'listItem' as const, content: [block] }));
  return type === 'orderedList'
    ? { type, attrs: { id: null, start: 1 }, content: listItems }
    : { type, attrs: { id: null }, content: listItems };
};

const ENDINGS: readonly (readonly [string, readonly Block[]])[] = [
  ['a numbered list', [paragraph(LEAD_IN), list('orderedList', items(7))]],
  ['bullets', [paragraph(LEAD_IN), list('bulletList', items(7))]],
  ['a list in a list', [paragraph(LEAD_IN), list('bulletList', [list('orderedList', items(7))])]],
  ['a long paragraph', [paragraph(LEAD_IN), paragraph(LONG.repeat(20).trim())]],
];

interface Line {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
}
/** Words of one page joined to lines, without the footer. */
function linesOf(words: readonly PlacedWord[]): Line[] {
  const lines = new Map<number, PlacedWord[]>();
  for (const word of words.filter(({ bottom }) => bottom < TEXT_END_MM + 1)) {
    const key = [...lines.keys()].find((top) => Math.abs(top - word.top) < 1) ?? word.top;
    lines.set(key, [...(lines.get(key) ?? []), word]);
  }
  return [...lines.values()]
    .map((line) => ({
      text: line.map(({ text }) => text).join(' '),
      top: Math.min(...line.map(({ top }) => top)),
      bottom: Math.max(...line.map(({ bottom }) => bottom)),
    }))
    .sort((a, b) => a.top - b.top);
}

async function pagesOf(what: string, fillers: number, ending: readonly Block[]): Promise<Line[][]> {
  const reply = richText(...Array.from({ length: fillers }, (_, index) => `Zeile ${index + 1}`), ...ending);
  const record = { ...sampleRecord(), reply, signatory: { prefix: 'i. A.', name: 'Dr. Größler', role: 'Leiterin' } };
  const pdf = join(folder, `${what.replaceAll(' ', '-')}-${fillers}.pdf`);
  writeFileSync(pdf, await typesetter.pdf(formSheet(record, profile)));
  return (await placedWords(pdf)).map(linesOf);
}

describe.each(ENDINGS)('a statement that ends in %s', (what, ending) => {
  it('breaks its pages where a typographer would', async (test) => {
    requireJudges(test, ['Poppler']);
    const gapsAboveName = new Set<string>();
    const counts = new Set<number>();
    for (let fillers = 0; fillers < 26; fillers += 1) {
      const pages = await pagesOf(what, fillers, ending);
      const where = `${what}, ${fillers} lines before it`;
      counts.add(pages.length);
      const end = pages.at(-1) ?? [];
      const name = end.findIndex(({ text }) => text === 'i. A. Dr. Größler');
      expect(name, `${where}: lines before the name on its page`).toBeGreaterThanOrEqual(2);
      // A lead-in and three lines at most go together; only the name needs five more.
      const most = name <= 3 ? 9 : 5;
      for (const page of pages.slice(0, -1)) {
        const last = page.at(-1);
        expect(last?.text, `${where}: last line of a page`).not.toBe(LEAD_IN);
        expect(TEXT_END_MM - (last?.bottom ?? 0), `${where}: room left on a page`).toBeLessThan(most * LINE_MM);
      }
      expect(end[name + 1]?.text).toBe('Leiterin');
      gapsAboveName.add(((end[name]?.top ?? 0) - (end[name - 1]?.top ?? 0)).toFixed(1));
    }
    expect(counts.size, 'the name was before and behind the end of a page').toBeGreaterThan(1);
    const above = (profile.style.lineHeightPt + layoutOf(profile.style).signatureAbovePt) * MM_PER_PT;
    expect([...gapsAboveName], 'millimetres from the last line to the name').toEqual([above.toFixed(1)]);
  });
});
