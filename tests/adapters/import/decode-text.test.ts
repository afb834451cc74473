import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniffMimeType } from '../../../src-main/adapters/attachment/sniff-mime-type.ts';
import { decodeText } from '../../../src-main/adapters/import/decode-text.ts';
import { createFileReader } from '../../../src-main/adapters/import/file-reader.ts';
import { LARGEST_FILE_BYTES, requireReadableSize } from '../../../src-main/adapters/import/readable-size.ts';
import { refusalOf } from '../../support/builders.ts';

const text = 'Stellungnahme der Verwaltung\r\nAusländer*innenbehörde – 50 €\tAnlage\n';
const utf16 = (value: string): Buffer => Buffer.from(value, 'utf16le');
const swapped = (value: string): Buffer => Buffer.from(utf16(value)).swap16();
const latin1 = (value: string): Buffer => Buffer.from(value, 'latin1');
const decode = (bytes: Uint8Array): string => decodeText('a.txt', bytes);

describe('reading text of any encoding', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with mark', utf16(`\ufeff${text}`)],
    ['UTF-16 BE with mark', swapped(`\ufeff${text}`)],
    ['UTF-16 LE without mark', utf16(text)],
    ['UTF-16 BE without mark', swapped(text)],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes)).toBe(text);
  });

  it('reads Latin-1 and Windows-1252', () => {
    expect(decode(latin1('Bürgerbüro, Straße, Übergröße'))).toBe('Bürgerbüro, Straße, Übergröße');
    expect(decode(Buffer.from([0x35, 0x20, 0x80, 0x20, 0x84, 0x41, 0x93, 0x20, 0x96]))).toBe('5 € „A“ –');
  });

  it('reads every UTF-8 text as it is', () => {
    const sign = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((value) => !value.startsWith('\ufeff'));
    fc.assert(fc.property(sign, (value) => decode(Buffer.from(value)) === value));
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['zeros', Buffer.alloc(5000)],
    ['text with one zero', Buffer.from('abc\u0000def')],
    ['a program', Buffer.from('\u007fELF\u0002\u0001\u0001\u0000\u0000', 'latin1')],
  ])('refuses %s as binary', async (_, bytes) => {
    expect((await refusalOf(() => decode(bytes))).code).toBe('file-binary');
  });

  it('refuses half a sign of UTF-16', async () => {
    const cut = utf16(`\ufeff${text}`).subarray(0, -1);
    expect((await refusalOf(() => decode(cut))).code).toBe('file-encoding-unknown');
  });
});

describe('telling what a file holds', () => {
  const reader = createFileReader({
    mimeTypeOf: (name, bytes) => sniffMimeType(bytes, name),
    pdfRecord: (name) => Promise.resolve(`{"from":"${name}"}`),
    docx: () => ({ kind: 'text', text: 'aus Word', source: 'text' }),
    odt: () => ({ kind: 'text', text: 'aus OpenDocument', source: 'text' }),
  });
  const read = (bytes: Uint8Array | string) =>
    reader.read({ fileName: 'a.txt', bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes });

  it.each([
    ['%PDF-1.7\n…', { kind: 'record', json: '{"from":"a.txt"}', source: 'pdf' }],
    [
      ' {"schema":"stellwerk.statement/1"}',
      { kind: 'record', json: ' {"schema":"stellwerk.statement/1"}', source: 'record' },
    ],
    [
      '{"schema":"stellwerk.statement/1","signat',
      { kind: 'record', json: '{"schema":"stellwerk.statement/1","signat', source: 'record' },
    ],
    ['{Randbemerkung} Text', { kind: 'text', text: '{Randbemerkung} Text', source: 'text' }],
    ['Siehe stellwerk.statement/1', { kind: 'text', text: 'Siehe stellwerk.statement/1', source: 'text' }],
  ])('goes by the first bytes, never by the name: %s', async (bytes, reading) => {
    expect(await read(bytes)).toEqual(reading);
  });

  it('goes by the first bytes of a whole archive, and refuses one that breaks off', async () => {
    const docx = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<document/>') });
    expect(await read(docx)).toEqual({ kind: 'text', text: 'aus Word', source: 'text' });
    expect((await refusalOf(() => read(docx.subarray(0, docx.length / 2)))).code).toBe('format-not-importable');
  });

  it('refuses an empty file', async () => {
    expect(await refusalOf(() => read(''))).toEqual({ code: 'file-empty', details: { file: 'a.txt' } });
  });

  it('refuses a file above the limit by its size, and takes one at the limit', async () => {
    const refusal = await refusalOf(() => read(new Uint8Array(LARGEST_FILE_BYTES + 1)));
    expect(refusal).toEqual({ code: 'file-too-large', details: { file: 'a.txt', sizeMb: '51', limitMb: '50' } });
    expect((await refusalOf(() => requireReadableSize('b', 200 * 1024 * 1024))).details['sizeMb']).toBe('200');
    expect(() => requireReadableSize('b', LARGEST_FILE_BYTES)).not.toThrow();
  });
});
