/** How the words of a cell stand comes with Word and OpenDocument files, and goes out in our own Word files. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createDocxWriter } from '../../../src-main/adapters/docx/docx-writer.ts';
import { readOdt } from '../../../src-main/adapters/formats/odt/read-odt.ts';
import { readWord } from '../../../src-main/adapters/formats/word/read-word.ts';
import { openArchive } from '../../../src-main/adapters/formats/zip.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import type { Block, CellAlign, RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { cell, odtDocument, op, row, table } from '../../support/office-documents/odt-xml.ts';
import { line, p, paragraphStyle, r, tbl, tc, tr, wordDocument } from '../../support/office-documents/word-xml.ts';

const alignsIn = (blocks: readonly Block[]): (CellAlign | undefined)[] =>
  blocks.flatMap((block) =>
    block.type === 'table' ? block.content.flatMap(({ content }) => content.map(({ attrs }) => attrs.align)) : [],
  );
/** Beside the styles that the text has already. */
function withStyles(bytes: Uint8Array, styles: string): Uint8Array {
  const parts = unzipSync(bytes);
  const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
  expect(content).toContain('</office:automatic-styles>');
  const end = '</office:automatic-styles>';
  return zipSync({ ...parts, 'content.xml': strToU8(content.replace(end, `${styles}${end}`)) });
}
const jc = (value: string): string => `<w:jc w:val="${value}"/>`;

describe('a table of Word', () => {
  it('keeps what all paragraphs of a cell say', () => {
    const cells = [
      tc(line('links')),
      tc(line('100', jc('right'))),
      tc(line('100', jc('end'))),
      tc(line('mitte', jc('center'))),
      tc(line('Blocksatz', jc('both'))),
      tc(line('eins', jc('right')) + line('zwei')),
      tc(line('eins', jc('right')) + p('') + line('zwei', jc('right'))),
      tc(p(r(' '), jc('right'))),
    ];
    const { blocks } = readWord(openArchive(wordDocument(tbl([tr(cells)], cells.length))));
    expect(alignsIn(blocks)).toEqual([undefined, 'right', 'right', 'center', undefined, undefined, 'right', undefined]);
  });

  it('takes it from the style of the paragraph, which the paragraph itself overrules', () => {
    const styled = (style: string, own = ''): string => tc(line('100', `<w:pStyle w:val="${style}"/>${own}`));
    const styles =
      paragraphStyle('Zahl', 'Zahl', `<w:pPr>${jc('right')}</w:pPr>`) + paragraphStyle('Summe', 'Summe', '', 'Zahl');
    const cells = [styled('Zahl'), styled('Summe'), styled('Zahl', jc('left')), styled('Normal')];
    const { blocks } = readWord(openArchive(wordDocument(tbl([tr(cells)], cells.length), { styles })));
    expect(alignsIn(blocks)).toEqual(['right', 'right', undefined, undefined]);
  });
});

describe('a table of LibreOffice', () => {
  it('keeps it through styles and what they inherit', () => {
    const style = (name: string, align: string, parent = ''): string =>
      `<style:style style:name="${name}" style:family="paragraph"${parent === '' ? '' : ` style:parent-style-name="${parent}"`}>${align === '' ? '' : `<style:paragraph-properties fo:text-align="${align}"/>`}</style:style>`;
    const cells = ['', 'E', 'R', 'C', 'Kind', 'S'].map((name) => cell(op('Wort', name)));
    const styles = [
      style('E', 'end'),
      style('R', 'right'),
      style('C', 'center'),
      style('Kind', '', 'E'),
      style('S', 'start'),
    ].join('');
    const bytes = withStyles(odtDocument(table(cells.length, row(...cells))), styles);
    expect(alignsIn(readOdt(openArchive(bytes)).blocks)).toEqual([
      undefined,
      'right',
      'right',
      'center',
      'right',
      undefined,
    ]);
  });
});

it('goes out in our Word file, and comes back from it', async () => {
  const cellOf = (text: string, align?: CellAlign) => ({
    type: 'tableCell' as const,
    attrs: { colspan: 1, rowspan: 1, ...(align && { align }) },
    content: [{ type: 'paragraph' as const, attrs: { id: null }, content: [{ type: 'text' as const, text }] }],
  });
  const reply: RichText = {
    type: 'doc',
    content: [
      {
        type: 'table',
        attrs: { id: null },
        content: [
          { type: 'tableRow', content: [cellOf('Jahr'), cellOf('Mitte', 'center'), cellOf('100.000', 'right')] },
        ],
      },
    ],
  };
  const record = { ...sampleRecord(), reply };
  const bytes = await createDocxWriter().write(formSheet(record, builtInProfile()), null);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  expect(/<w:jc w:val="right"\/>(?:(?!<\/w:p>).)*100\.000/.test(xml)).toBe(true);
  const { blocks } = readWord(openArchive(bytes));
  const ours = blocks.filter((block) => JSON.stringify(block).includes('100.000'));
  expect(alignsIn(ours)).toEqual([undefined, 'center', 'right']);
});
