/** Words of a Word document that its writer struck out or hid (ISO/IEC 29500-1, 17.3.2.9, .37, .41): they are not the paper's, and are named. */
import { XMLSerializer, type Document, type Element, type Node } from '@xmldom/xmldom';

export interface ShownWords {
  /** The part without them; null where nothing is struck or hidden. */
  readonly xml: string | null;
  /** What was left out, one entry for each paragraph. */
  readonly leftOut: readonly string[];
}

const MARKS = ['strike', 'dstrike', 'vanish'];
const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
const childrenOf = (element: Element): Element[] => Array.from(element.childNodes).filter(isElement);

const isOn = (mark: Element): boolean =>
  !/^(?:0|false|off|none)$/.test(mark.getAttributeNS(mark.namespaceURI, 'val') ?? '');

function isLeftOut(run: Element): boolean {
  const properties = childrenOf(run).find(({ localName }) => localName === 'rPr');
  if (!properties) return false;
  return childrenOf(properties).some((mark) => MARKS.includes(mark.localName ?? '') && isOn(mark));
}

/** `parse`: refuses what no XML of an office may hold by giving null. */
export function withoutLeftOutWords(xml: string, parse: (xml: string) => Document | null): ShownWords {
  if (!/<\w+:(?:d?strike|vanish)[\s/>]/.test(xml)) return { xml: null, leftOut: [] };
  const document = parse(xml);
  if (!document) return { xml: null, leftOut: [] };
  const words = new Map<Node | null, string>();
  for (const run of Array.from(document.getElementsByTagNameNS('*', 'r'))) {
    if (!isLeftOut(run)) continue;
    const text = run.textContent ?? '';
    if (text.trim() !== '') words.set(run.parentNode, (words.get(run.parentNode) ?? '') + text);
    run.parentNode?.removeChild(run);
  }
  if (words.size === 0) return { xml: null, leftOut: [] };
  return {
    xml: new XMLSerializer().serializeToString(document),
    leftOut: [...words.values()].map((text) => text.trim()),
  };
}
