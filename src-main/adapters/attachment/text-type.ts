/** Kind of a file that is text, told by how it begins. Text that says nothing about itself goes by its name. */
import { isFormData, isHtmlPage, isMail, isRichTextFormat, isSavedPage } from '../formats/text-marks.ts';
import { decodeText, isBinary } from '../formats/text.ts';

const SAMPLE_BYTES = 65_536;

/** Beginning of the file as text; undefined when it is none. */
function sampleText(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  // As a stream, so that a sign cut in half by the sample is no error.
  const decoded = decodeText(sample, { stream: true });
  return decoded === null || isBinary(sample, decoded.text) ? undefined : decoded.text;
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
  if (isFormData(text)) return 'application/vnd.fdf';
  if (isSavedPage(text)) return 'multipart/related';
  if (isMail(text)) return 'message/rfc822';
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (extension === 'csv') return 'text/csv';
  return extension === 'md' ? 'text/markdown' : 'text/plain';
}
