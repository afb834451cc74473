/** Cells of Word that one cell reaches over: by the marks of today and by those of old files. */
import { expect, it } from 'vitest';
import { readWord } from '../../../src-main/adapters/formats/word/read-word.ts';
import { openArchive } from '../../../src-main/adapters/formats/zip.ts';
import { line, tbl, tc, tr, wordDocument } from '../../support/office-documents/word-xml.ts';

const cell = (text: string, properties = ''): string => tc(line(text), properties);

it('cells merged across are one, as wide as all of them; what stood in the others is named', () => {
  const rows = [
    tr([
      cell('über drei', '<w:hMerge w:val="restart"/>'),
      cell('verdeckt', '<w:hMerge w:val="continue"/>'),
      cell('', '<w:hMerge/>'),
    ]),
    tr([cell('über zwei', '<w:gridSpan w:val="2"/>'), cell('Rand')]),
    tr([cell('ohne Anfang', '<w:hMerge/>'), cell('b'), cell('c')]),
  ];
  const { blocks, leftOut } = readWord(openArchive(wordDocument(tbl(rows))));
  const [table] = blocks;
  const spans =
    table?.type === 'table' ? table.content.map(({ content }) => content.map(({ attrs }) => attrs.colspan)) : [];
  expect(spans).toEqual([[3], [2, 1], [1, 1, 1]]);
  expect(leftOut).toEqual([{ kind: 'hidden', text: 'verdeckt' }]);
});
