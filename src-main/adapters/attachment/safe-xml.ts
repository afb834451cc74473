/** XML of an office document as text. */
import { AttachmentRefusal } from './attachment-text.ts';
import { markedUtf16 } from './plain-text.ts';

/**
 * Office programs write no document type. Whoever brings one wants entities: copies without end, or files from elsewhere. UTF-16 is
 * decoded before the look, because the words would hide in it. Refuses with "doctype".
 */
export function safeXml(bytes: Uint8Array): string {
  const text = new TextDecoder(markedUtf16(bytes) ?? 'utf-8').decode(bytes);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new AttachmentRefusal('doctype');
  return text;
}
