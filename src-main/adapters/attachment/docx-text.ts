/** Text of a DOCX: paragraphs, lists and tables of the body. */
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { unpack } from './archive.ts';
import { AttachmentRefusal } from './attachment-text.ts';
import { safeXml } from './safe-xml.ts';

const isText = (name: string): boolean => /^(?:\[Content_Types\]\.xml|_rels\/[^/]+|word\/.*\.(?:xml|rels))$/.test(name);

/**
 * Mammoth unpacks by itself and believes what an entry becomes; it gets a new archive of the parts that were judged, stored as they
 * are, without pictures and embedded files.
 */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const parts = [...unpack(bytes, isText)].map(([name, part]) => [name, strToU8(safeXml(part))] as const);
  const judged = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    return (await mammoth.extractRawText({ buffer: Buffer.from(judged) })).value;
  } catch (cause) {
    throw new AttachmentRefusal('damaged', { cause });
  }
}
