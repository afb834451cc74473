/**
 * The record inside a DOCX: a custom XML part, which Word and LibreOffice keep when they save. It carries the SHA-256 of the document text
 * it belongs to; after an edit in Word the hash no longer fits, and the text counts, not the record.
 */
import { escapeXml } from '../formats/escape-xml.ts';
import { createHash } from 'node:crypto';

export const RECORD_NAMESPACE = 'urn:stellwerk:statement:1';
export const RECORD_PART = 'customXml/item1.xml';
const STORE_ITEM = '{5354574B-0001-4000-8000-000000000001}';

export const textHash = (documentXml: Uint8Array): string => createHash('sha256').update(documentXml).digest('hex');

export function recordParts(recordJson: string, documentXml: Uint8Array): Record<string, string> {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return {
    [RECORD_PART]: `${head}<record xmlns="${RECORD_NAMESPACE}" textHash="${textHash(documentXml)}">${escapeXml(recordJson)}</record>`,
    'customXml/itemProps1.xml': `${head}<ds:datastoreItem ds:itemID="${STORE_ITEM}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${RECORD_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    'customXml/_rels/item1.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  };
}
