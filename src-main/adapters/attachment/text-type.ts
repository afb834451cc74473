/** Kind of a file that is text, told by how it begins. Text that says nothing about itself goes by its name. */
import { isHtmlPage, isMail, isRichTextFormat } from '../formats/text-marks.ts';
import { markedUtf16 } from './plain-text.ts';

const SAMPLE_BYTES = 65_536;
/** No text holds these; tab, line ends, form feed, escape and the Ctrl-Z of old files are fine. */
const BINARY = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f]/;
const UNUSED_IN_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;

/** Beginning of the file as text; undefined when it is none. */
function sampleText(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const decode = (encoding: string): string | undefined => {
    try {
      // As a stream, so that a sign cut in half by the sample is no error.
      return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    } catch {
      return undefined;
    }
  };
  const wide = markedUtf16(bytes);
  if (wide) return decode(wide);
  const utf8 = decode('utf-8');
  if (utf8 !== undefined) return BINARY.test(utf8) ? undefined : utf8;
  const western = decode('windows-1252') ?? '';
  return BINARY.test(western) || UNUSED_IN_1252.test(western) ? undefined : western;
}

/** Markup without what may stand before its first element: declaration, remarks, document type. */
function firstElement(text: string): string {
  const rest = text.replace(/^\s*<\?xml[^>]*\?>/i, '').replace(/^(?:\s*<!--(?:(?!-->)[\s\S])*-->)+/, '');
  return rest.replace(/^\s*<!doctype[^>[]*(?:\[[^\]]*\])?\s*>/i, '').trimStart();
}

/** Undefined when the file is no text. Blank lines before its beginning say nothing. */
export function textType(bytes: Uint8Array, fileName: string): string | undefined {
  const text = sampleText(bytes)?.trimStart();
  if (text === undefined) return undefined;
  if (isRichTextFormat(text)) return 'application/rtf';
  if (text.startsWith('<')) {
    const element = firstElement(text.slice(0, 4096));
    if (/^<(?:\w+:)?svg[\s>]/i.test(element)) return 'image/svg+xml';
    if (isHtmlPage(text) || isHtmlPage(element)) return 'text/html';
    if (/^\s*<\?xml\s/i.test(text)) return 'application/xml';
  }
  if (isMail(text)) return 'message/rfc822';
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (extension === 'csv') return 'text/csv';
  return extension === 'md' ? 'text/markdown' : 'text/plain';
}
