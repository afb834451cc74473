/** Documents of many parts are read in linear time and never end the stack. */
import { describe, expect, it } from 'vitest';
import { readOdt } from '../../../src-main/adapters/formats/odt/read-odt.ts';
import { readWord } from '../../../src-main/adapters/formats/word/read-word.ts';
import { openArchive } from '../../../src-main/adapters/formats/zip.ts';
import { expectLinear } from '../../support/linear.ts';
import { frame, odtDocument, op, ot } from '../../support/office-documents/odt-xml.ts';
import {
  fieldBegin,
  fieldEnd,
  fieldMiddle,
  line,
  note,
  noteMark,
  p,
  r,
  run,
  shapeBox,
  wordDocument,
} from '../../support/office-documents/word-xml.ts';

const each = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');
const word = (bytes: Uint8Array): unknown => readWord(openArchive(bytes));
const DELETED_MARK = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>';

describe.each<readonly [name: string, size: number, make: (size: number) => Uint8Array]>([
  ['line ends', 50_000, (n) => wordDocument(p(run('<w:br/>'.repeat(n)) + r('x')))],
  [
    'fields in fields',
    5000,
    (n) => wordDocument(p(each(n, () => fieldBegin('X') + fieldMiddle + r('a ')) + fieldEnd.repeat(n))),
  ],
  ['deleted ends of paragraphs', 10_000, (n) => wordDocument(p(r('x '), DELETED_MARK).repeat(n) + line('Ende'))],
  [
    'footnotes',
    5000,
    (n) =>
      wordDocument(
        each(n, (at) => p(r('Satz') + noteMark('footnote', at + 2))),
        { footnotes: each(n, (at) => note('footnote', at + 2, line(`Note ${at}`))) },
      ),
  ],
  [
    'lost words',
    10_000,
    (n) => wordDocument(each(n, (at) => line(`Absatz ${at} da`) + `<w:weg>${line(`fehlt ${at * 7}`)}</w:weg>`)),
  ],
])('a document of many %s', (_, size, make) => {
  it('is read in linear time', () => expectLinear(size, make, word));
});

it('any number of paragraphs fits into a box', () => {
  expect(readWord(openArchive(wordDocument(p(shapeBox(line('x').repeat(150_000)))))).blocks).toHaveLength(150_000);
  const box = frame(`<draw:text-box>${ot('x').repeat(150_000)}</draw:text-box>`);
  expect(readOdt(openArchive(odtDocument(op(box)))).blocks).toHaveLength(150_000);
});

it('what nests deeper than people write is refused', () => {
  const deep = '<w:sdt><w:sdtContent>'.repeat(5000) + line('x') + '</w:sdtContent></w:sdt>'.repeat(5000);
  expect(() => word(wordDocument(deep))).toThrow('depth');
});
