import { describe, expect, it } from 'vitest';
import { numbersOf, summaryOf } from '../../src-renderer/parts/attachments/attachment-numbers.ts';
import { kindOf, sizeOf } from '../../src-renderer/parts/attachments/file-kind.ts';
import { decodeText } from '../../src-renderer/parts/attachments/viewer/decode-text.ts';
import { viewKindOf } from '../../src-renderer/parts/attachments/viewer/view-kind.ts';
import { printedAttachments } from '../../src-main/core/attachment/printed-attachments.ts';

const file = (id: string, publicity: 'public' | 'non-public' = 'public', size = 1024, hasFile = true) => ({
  id,
  publicity,
  size,
  hasFile,
});

describe('numbers of attachments', () => {
  const list = [file('a'), file('b', 'non-public'), file('c')];

  it('count printed ones only on a public paper', () => {
    expect([...numbersOf('public', list)]).toEqual([
      ['a', 1],
      ['b', null],
      ['c', 2],
    ]);
  });
  it('count all on a non-public paper', () => {
    expect([...numbersOf('non-public', list).values()]).toEqual([1, 2, 3]);
  });
  it.each(['public', 'non-public'] as const)('are those the core prints, %s', (paper) => {
    const printed = printedAttachments(paper, list).map(({ id }, index) => [id, index + 1]);
    expect([...numbersOf(paper, list)].filter(([, number]) => number !== null)).toEqual(printed);
  });
});

describe('the summary of a folded section', () => {
  it.each([
    ['Keine Anlagen', []],
    ['1 Anlage · 1 KB', [file('a')]],
    [
      '3 Anlagen · 1 nichtöffentlich · 4,2 MB',
      [file('a', 'public', 4_300_000), file('b', 'non-public', 100_000), file('c')],
    ],
    ['2 Anlagen · 1 Datei fehlt · 1 KB', [file('a'), file('b', 'public', 0, false)]],
  ])('says %s', (sentence, list) => {
    expect(summaryOf(list)).toBe(sentence);
  });
});

describe('what a file is called', () => {
  it.each([
    [{ mimeType: 'application/pdf', fileName: 'a.pdf' }, 'PDF'],
    [{ mimeType: 'application/octet-stream', fileName: 'Lageplan.dwg' }, 'DWG-Datei'],
    [{ mimeType: 'application/octet-stream', fileName: 'ohne Endung' }, 'Datei'],
  ])('%o', (named, kind) => {
    expect(kindOf(named)).toBe(kind);
  });
  it.each([
    [0, '0 Byte'],
    [1023, '1.023 Byte'],
    [1024, '1 KB'],
    [1024 * 1024, '1 MB'],
    [4_400_000, '4,2 MB'],
    [104_857_600, '100 MB'],
  ])('%d bytes', (bytes, size) => {
    expect(sizeOf(bytes)).toBe(size);
  });
});

describe('looking at a file', () => {
  it.each([
    ['application/pdf', 'pdf'],
    ['image/svg+xml', 'picture'],
    ['text/html', 'text'],
    ['message/rfc822', 'text'],
    ['application/zip', 'none'],
    ['image/tiff', 'none'],
  ])('%s as %s', (mimeType, kind) => {
    expect(viewKindOf(mimeType)).toBe(kind);
  });
  it.each([
    ['UTF-8', Buffer.from('Größe')],
    ['UTF-8 cut in the middle of a sign', Buffer.from('Größe€').subarray(0, -1)],
    ['Windows-1252', Buffer.from('Größe', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffGröße', 'utf16le')],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe('Größe');
  });
});
