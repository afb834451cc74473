import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createDocxWriter } from '../../../src-main/adapters/docx/docx-writer.ts';
import type { Block } from '../../../src-main/record/rich-text/rich-text.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import type { PrintBlock } from '../../../src-main/core/print/model.ts';
import { printRichText } from '../../../src-main/core/print/rich-text-blocks.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { anyRecord, anyRichText } from '../../support/arbitrary-record.ts';
import { richText } from '../../support/builders.ts';
import { bullets, heading, paragraph, quotation } from '../../support/hard-records.ts';

const item = (...content: Block[]): { type: 'listItem'; content: Block[] } => ({ type: 'listItem', content });

/** Every heading in the order of reading, wherever it stands. */
function levels(blocks: readonly PrintBlock[]): number[] {
  return blocks.flatMap((block): number[] => {
    if (block.kind === 'title') return [1];
    if (block.kind === 'heading') return [block.level];
    if (block.kind === 'quotation') return levels(block.blocks);
    if (block.kind === 'bullets' || block.kind === 'numbers') return block.items.flatMap(levels);
    if (block.kind === 'table') return block.rows.flatMap((row) => row.flatMap((cell) => levels(cell.blocks)));
    return [];
  });
}
const printed = (...blocks: Block[]): number[] => levels(printRichText(richText(...blocks), 3, true));
const jumps = (found: readonly number[], first: number): number[] =>
  found.filter((level, at) => level - (found[at - 1] ?? first) > 1);

/** Outline levels of the paragraphs of a Word document, by the style each one has. */
async function wordLevels(blocks: readonly Block[]): Promise<number[]> {
  const record = { ...sampleRecord(), quotationRich: richText(), reply: richText(...blocks) };
  const bytes = await createDocxWriter().write(formSheet(record, builtInProfile()), null);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map((match) => Number(match[1]));
}

describe('the levels of headings', () => {
  it('begin one below the part they stand in, also inside quotations, lists and tables', () => {
    expect(printed(quotation(heading(1, 'Zitiert')))).toEqual([3]);
    expect(printed(bullets(item(heading(1, 'Punkt'), paragraph('Text'))))).toEqual([3]);
    expect(printed(bullets(item(heading(2, 'Punkt')), item(heading(2, 'Punkt'))))).toEqual([3, 3]);
    expect(printed(bullets(item(bullets(item(quotation(heading(2, 'tief')))))))).toEqual([3]);
  });

  it('go below the heading that is open around a quotation, and come back behind it', () => {
    const found = printed(heading(1, 'A'), quotation(heading(1, 'B'), heading(2, 'C')), heading(1, 'D'));
    expect(found).toEqual([3, 4, 4, 3]);
    expect(printed(quotation(heading(1, 'A'), heading(2, 'B')), heading(1, 'C'), heading(2, 'D'))).toEqual([
      3, 4, 3, 4,
    ]);
  });

  it('stay equal where the text has them equal', () => {
    expect(printed(heading(2, 'A'), heading(2, 'B'), heading(1, 'C'), heading(2, 'D'))).toEqual([3, 3, 3, 4]);
  });

  it('never jump, whatever is nested in what', () => {
    fc.assert(
      fc.property(anyRichText, (text) => {
        expect(jumps(levels(printRichText(text, 3, true)), 2)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(jumps(levels(formSheet(record, builtInProfile()).blocks), 0)).toEqual([]);
      }),
    );
  });

  it('are the same in the Word document', async () => {
    const blocks = [
      quotation(heading(1, 'Zitiert'), paragraph('Text')),
      heading(1, 'A'),
      bullets(item(heading(1, 'Punkt'), paragraph('Text')), item(paragraph('Text'), heading(1, 'Punkt'))),
    ];
    expect(printed(...blocks)).toEqual([3, 3, 4, 4]);
    expect(await wordLevels(blocks)).toEqual([1, 2, 3, 3, 4, 4]);
  });
});
