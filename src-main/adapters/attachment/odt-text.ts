/** Text of an ODT: headings, paragraphs, lists, tables, notes and text boxes in their order (OpenDocument 1.3 part 3, §5, §6, §9). */
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { unpack } from './archive.ts';
import { AttachmentRefusal } from './attachment-text.ts';
import { safeXml } from './safe-xml.ts';

/** More spaces in a row say nothing more; a document can claim any number. */
const MOST_SPACES = 100;
/** Deleted text, remarks of readers and the number of a note are not what the document says. */
const SILENT = new Set(['text:tracked-changes', 'office:annotation', 'text:note-citation', 'office:forms']);
const PREFIXES: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
};

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

/** Name with the usual prefix, whichever the file uses. */
function nameOf(element: Element): string {
  return `${PREFIXES[element.namespaceURI ?? ''] ?? ''}:${element.localName ?? ''}`;
}

function childText(element: Element, inParagraph: boolean): string {
  let text = '';
  for (let child = element.firstChild; child; child = child.nextSibling) text += textOf(child, inParagraph);
  return text;
}

function textOf(node: Node, inParagraph: boolean): string {
  if (!isElement(node)) {
    const isText = node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE;
    // Spaces between elements are how the file is written; inside a paragraph a run of them is one (§6.1.2).
    return isText && inParagraph ? (node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ') : '';
  }
  const name = nameOf(node);
  if (SILENT.has(name)) return '';
  switch (name) {
    case 'text:p':
    case 'text:h':
      return `${childText(node, true)}\n`;
    case 'text:s':
      return ' '.repeat(Math.min(MOST_SPACES, Math.max(1, Number(node.getAttribute('text:c') ?? 1) || 1)));
    case 'text:tab':
      return '\t';
    case 'text:line-break':
      return '\n';
    case 'text:note':
      return ` (${childText(node, false).trim()}) `;
    case 'draw:text-box':
      return `\n${childText(node, false)}`;
    case 'table:table-row':
      return `${childText(node, false).trimEnd()}\n`;
    case 'table:table-cell':
      return `${childText(node, false).trim().replaceAll('\n', ' ')}\t`;
    default:
      return childText(node, inParagraph);
  }
}

function parse(xml: string): Element {
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(message);
  };
  const root = new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement;
  if (!root) throw new Error('no element in the document');
  return root;
}

/** Refuses with "archive", "doctype", "encrypted" or "damaged". */
export function odtText(bytes: Uint8Array): string {
  const parts = unpack(bytes, (name) => name === 'content.xml' || name === 'META-INF/manifest.xml');
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest && /<[\w-]*:?encryption-data[\s>]/.test(safeXml(manifest))) throw new AttachmentRefusal('encrypted');
  const content = parts.get('content.xml');
  if (!content) throw new AttachmentRefusal('damaged');
  const xml = safeXml(content);
  try {
    return textOf(parse(xml), false);
  } catch (cause) {
    throw new AttachmentRefusal('damaged', { cause });
  }
}
