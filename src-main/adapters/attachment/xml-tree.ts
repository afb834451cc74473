/** XML of office documents as a tree; names are local ones, because programs choose prefixes as they like. */
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { safeXml } from './safe-xml.ts';

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

/** Refuses with "doctype"; throws on broken XML. */
export function rootOf(bytes: Uint8Array): Element {
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(message);
  };
  const root = new DOMParser({ onError }).parseFromString(safeXml(bytes), 'text/xml').documentElement;
  if (!root) throw new Error('no element in the document');
  return root;
}

export function childrenOf(element: Element): Element[] {
  const children: Element[] = [];
  for (let child = element.firstChild; child; child = child.nextSibling) if (isElement(child)) children.push(child);
  return children;
}

export function childNamed(element: Element, name: string): Element | undefined {
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (isElement(child) && child.localName === name) return child;
  return undefined;
}

/** All elements below in their order, without calling itself: a document can nest as deep as it likes. */
export function* elementsIn(root: Element): Generator<Element> {
  const waiting = childrenOf(root).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    waiting.push(...childrenOf(next).reverse());
  }
}

/** By local name, whatever the prefix. */
export function attributeOf(element: Element, name: string): string | null {
  for (let index = 0; index < element.attributes.length; index += 1) {
    const attribute = element.attributes.item(index);
    if (attribute?.localName === name) return attribute.value;
  }
  return null;
}
