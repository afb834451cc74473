/** XML as this folder needs it: parsed without any leniency, looked at without prefixes. */
import { DOMParser, type Attr, type Element, type Node } from '@xmldom/xmldom';
import { isDeeperThan } from './nesting.ts';

export type { Attr, Element, Node };

/** No signature or list of relationships comes near; a larger one only costs time. */
const LARGEST_XML = 5 * 1024 * 1024;

/** Signatures nest a dozen deep. The parser copies namespaces at every level, so depth costs its square. */
const DEEPEST = 100;

/** Throws where the bytes are no UTF-8, no XML, or bring a document type: entities could mean one thing here and another elsewhere. */
export function parseXml(bytes: Uint8Array): Element {
  if (bytes.length > LARGEST_XML) throw new Error('XML beyond its limits');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Error('document type in XML');
  if (/^<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])/i.test(text)) throw new Error('another encoding than UTF-8');
  if (isDeeperThan(text, DEEPEST)) throw new Error('XML nested beyond measure');
  const document = new DOMParser({
    // XML 1.0, 2.11; the parser's own normalising is that of XML 1.1, which would change what was signed.
    normalizeLineEndings: (source: string) => source.replace(/\r\n?/g, '\n'),
    onError: (_level: string, message: string) => {
      throw new Error(message);
    },
  }).parseFromString(text, 'text/xml');
  const root = document.documentElement;
  if (!root) throw new Error('XML without an element');
  return root;
}

export const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

export function childElements(parent: Node): Element[] {
  return Array.from(parent.childNodes).filter(isElement);
}

export function children(parent: Node, namespace: string, name: string): Element[] {
  return childElements(parent).filter((element) => element.namespaceURI === namespace && element.localName === name);
}

/** Throws unless there is exactly one. */
export function onlyChild(parent: Node, namespace: string, name: string): Element {
  const [only, ...others] = children(parent, namespace, name);
  if (!only || others.length > 0) throw new Error(`not exactly one ${name}`);
  return only;
}

export const textOf = (element: Element): string => (element.textContent ?? '').trim();

export function escapeXml(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '\r': '&#xD;',
  };
  // Control characters have no place in XML 1.0 at all.
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"\r]/g, (sign) => signs[sign] ?? sign);
}
