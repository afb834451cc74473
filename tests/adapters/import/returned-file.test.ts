/** Copies that come back from anywhere: what is none, broken, hostile or very large is refused in a sentence, or read in a time that grows with it. */
import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniffMimeType } from '../../../src-main/adapters/attachment/sniff-mime-type.ts';
import { readReturnedFile } from '../../../src-main/adapters/import/returned-file.ts';
import { Refusal } from '../../../src-main/contract/shared/errors.ts';
import type { ReturnedFile } from '../../../src-main/core/ports/returned-file.ts';
import { expectLinear } from '../../support/linear.ts';
import { docxOf } from '../../support/edited-copy.ts';

const read = (bytes: Uint8Array, fileName = 'zurueck.docx'): ReturnedFile =>
  readReturnedFile({ fileName, bytes }, sniffMimeType(bytes, fileName));
function codeOf(bytes: Uint8Array, fileName?: string): string {
  try {
    read(bytes, fileName);
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const BY = 'w:id="1" w:author="Kim Beispiel" w:date="2026-03-02T14:05:00Z"';

describe('a file that is no copy', () => {
  const whole = docxOf(paragraph(run('Wort')));
  it.each([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['plain text', strToU8('Nur ein Text.'), 'review-format'],
    ['a PDF', strToU8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'review-format'],
    ['RTF', strToU8('{\\rtf1\\ansi Wort}'), 'format-not-importable'],
    ['the first half of an archive', whole.slice(0, whole.length / 2), 'format-not-importable'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'format-not-importable'],
    [
      'a document type with entities',
      docxOf(paragraph(run('&e;')), '<!DOCTYPE w [<!ENTITY e "e">]>'),
      'document-unreadable',
    ],
    [
      'elements in elements in elements',
      docxOf('<w:sdt><w:sdtContent>'.repeat(1500) + '</w:sdtContent></w:sdt>'.repeat(1500)),
      'document-unreadable',
    ],
    ['a broken part', docxOf('<w:p>'), 'document-unreadable'],
  ])('%s is refused by its name', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});

describe('a copy of any size', () => {
  it('of 60,000 paragraphs is read', () => {
    const { paragraphs } = read(docxOf(paragraph(run('Ein Satz.')).repeat(60_000)));
    expect(paragraphs).toHaveLength(60_000);
  });

  it('of 400,000 blanks in a run is read', () => {
    expect(read(docxOf(paragraph(run(`a${' '.repeat(400_000)}b`)))).paragraphs).toHaveLength(1);
  });

  it('is read in linear time, with changes in each paragraph', async () => {
    const changed = paragraph(
      `${run('Die ')}<w:del ${BY}><w:r><w:delText>alte</w:delText></w:r></w:del><w:ins ${BY}>${run('neue')}</w:ins>${run(' Bank.')}`,
    );
    await expectLinear(3000, (size) => docxOf(changed.repeat(size)), read);
  });
});

describe('what is tracked', () => {
  it('in rows of tables is named as a whole, and none of their words is a change', () => {
    const row = (change: string, text: string): string =>
      `<w:tr><w:trPr><w:${change} ${BY}/></w:trPr><w:tc><w:p><w:${change} ${BY}><w:r><w:${change === 'del' ? 'delText' : 't'}>${text}</w:${change === 'del' ? 'delText' : 't'}></w:r></w:${change}></w:p></w:tc></w:tr>`;
    const file = read(docxOf(`<w:tbl>${row('ins', 'kam')}${row('del', 'ging')}</w:tbl>`));
    expect(file.unmerged).toEqual([
      { kind: 'table', author: 'Kim Beispiel', text: 'kam' },
      { kind: 'table', author: 'Kim Beispiel', text: 'ging' },
    ]);
    expect(file.paragraphs.map(({ runs }) => runs.map(({ inline, change }) => [inline, change]))).toEqual([
      [[{ type: 'text', text: 'ging' }, null]],
    ]);
  });

  it('keeps the signs of people as they are', () => {
    const author = strFromU8(strToU8('Łukasz &amp; „Ö“'));
    const file = read(docxOf(paragraph(`<w:ins w:id="1" w:author="${author}">${run('x')}</w:ins>`)));
    expect(file.paragraphs[0]?.runs[0]?.change).toEqual({ kind: 'added', author: 'Łukasz & „Ö“', at: '', move: null });
  });
});
