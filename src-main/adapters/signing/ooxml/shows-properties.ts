/**
 * Whether words of the text come from the properties of the file: by fields (ECMA-376 Part 1, 17.16.5), by bound controls (17.5.2.6), or by
 * embedded files that bring such fields along. Then the properties are content like any other. When in doubt, they are.
 */
import { canonicalName, type Package } from './read-package.ts';
import { isRelationshipPart } from './relationships.ts';
import type { ContentTypes } from './content-types.ts';

/** Whatever prefix its namespace has. */
const FIELD = /\binstr(?:Text)?\b/;
const PROPERTY_FIELD =
  /\b(?:TITLE|SUBJECT|AUTHOR|KEYWORDS|COMMENTS|LASTSAVEDBY|DOCPROPERTY|INFO|CREATEDATE|SAVEDATE|PRINTDATE|REVNUM|EDITTIME|TEMPLATE|FILENAME)\b/i;
/** Word takes over what stands in such a file when it opens the document. */
const EMBEDDED = /\baFChunk\b/i;
const PLAIN_XML = /^(?:\u00ef\u00bb\u00bf)?\s*</;
const OTHER_ENCODING = /^[^>]*\bencoding\s*=\s*["'](?!utf-8|us-ascii)/i;

const withoutReferences = (text: string): string =>
  text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** A field's words may be spread over runs, or written as references to their signs. */
function hasPropertyField(text: string): boolean {
  if (!FIELD.test(text)) return false;
  const plain = withoutReferences(text);
  const joined = plain.replace(/<(?!\/?[\w-]*:?p\b)[^>]*>/g, '');
  return PROPERTY_FIELD.test(plain) || PROPERTY_FIELD.test(joined);
}

/** `types`: what each part is; an office program reads a part by its type, whatever it is called. */
export function showsProperties(parts: Package, types: ContentTypes): boolean {
  return [...parts].some(([name, bytes]) => {
    const text = (): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    if (isRelationshipPart(name)) return EMBEDDED.test(text());
    const isXml = /xml/i.test(types.of(name) ?? '') || /\.xml$/i.test(canonicalName(name));
    if (!isXml || bytes.length === 0) return false;
    const xml = text();
    if (!PLAIN_XML.test(xml) || OTHER_ENCODING.test(xml)) return true;
    return xml.includes('dataBinding') || hasPropertyField(xml);
  });
}
