/**
 * Canonical XML 1.0 without comments (https://www.w3.org/TR/2001/REC-xml-c14n-20010315), for whole documents and for an element with all
 * it holds. Document types and entities cannot occur: `parseXml` refuses them. UTF-8 of the answer is what gets signed.
 */
import { isElement, type Attr, type Element, type Node } from './xml.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** Prefix → namespace; the default namespace has the prefix ''. */
type Scope = ReadonlyMap<string, string>;

const TEXT_SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const VALUE_SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

const text = (value: string): string => value.replace(/[&<>\r]/g, (sign) => TEXT_SIGNS[sign] ?? sign);
const attributeValue = (value: string): string => value.replace(/[&<"\t\n\r]/g, (sign) => VALUE_SIGNS[sign] ?? sign);
/** Order of code points, which is that of the UTF-8 bytes and not that of UTF-16. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const attributes = (element: Element): Attr[] => Array.from(element.attributes);
const isDeclaration = (attribute: Attr): boolean => attribute.namespaceURI === XMLNS;
const prefixOf = (declaration: Attr): string => (declaration.prefix ? (declaration.localName ?? '') : '');

function declarations(element: Element): [string, string][] {
  return attributes(element)
    .filter(isDeclaration)
    .map((declaration): [string, string] => [prefixOf(declaration), declaration.value])
    .filter(([prefix]) => prefix !== 'xml');
}

function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let node = element.parentNode; node && isElement(node); node = node.parentNode) found.unshift(node);
  return found;
}

/** The element at the top shows every namespace it stands in and the `xml:` attributes it inherits (2.4, 4.6). */
function inherited(element: Element): { readonly namespaces: Scope; readonly attributes: readonly Attr[] } {
  const above = ancestors(element);
  const xmlAttributes = new Map<string, Attr>();
  for (const attribute of above.flatMap(attributes).filter(({ namespaceURI }) => namespaceURI === XML)) {
    xmlAttributes.set(attribute.name, attribute);
  }
  return { namespaces: new Map(above.flatMap(declarations)), attributes: [...xmlAttributes.values()] };
}

function startTag(element: Element, wanted: Scope, rendered: Scope, more: readonly Attr[]): string {
  const namespaces = [...wanted]
    .filter(([prefix, uri]) => (rendered.get(prefix) ?? '') !== uri)
    .sort(([a], [b]) => compare(a, b))
    .map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${attributeValue(uri)}"`);
  const own = attributes(element).filter((attribute) => !isDeclaration(attribute));
  const values = [...more.filter(({ name }) => !own.some((attribute) => attribute.name === name)), ...own]
    .sort(
      (a, b) =>
        compare(a.namespaceURI ?? '', b.namespaceURI ?? '') || compare(a.localName ?? a.name, b.localName ?? b.name),
    )
    .map(({ name, value }) => ` ${name}="${attributeValue(value)}"`);
  return `<${element.tagName}${namespaces.join('')}${values.join('')}>`;
}

function render(node: Node, rendered: Scope, pieces: string[]): void {
  switch (node.nodeType) {
    case node.ELEMENT_NODE:
      return renderElement(node as Element, new Map(declarations(node as Element)), rendered, [], pieces);
    case node.TEXT_NODE:
    case node.CDATA_SECTION_NODE:
      pieces.push(text(node.nodeValue ?? ''));
      return;
    case node.PROCESSING_INSTRUCTION_NODE:
      pieces.push(instruction(node));
      return;
    default:
      // Comments vanish.
      return;
  }
}

function renderElement(
  element: Element,
  wanted: Scope,
  rendered: Scope,
  more: readonly Attr[],
  pieces: string[],
): void {
  pieces.push(startTag(element, wanted, rendered, more));
  const below: Scope = wanted.size === 0 ? rendered : new Map([...rendered, ...wanted]);
  for (const child of Array.from(element.childNodes)) render(child, below, pieces);
  pieces.push(`</${element.tagName}>`);
}

function instruction(node: Node): string {
  const data = (node.nodeValue ?? '').replaceAll('\r', '&#xD;');
  return `<?${node.nodeName}${data === '' ? '' : ` ${data}`}?>`;
}

/** The element with everything in it, as it stands in its document. */
export function canonicalElement(element: Element): string {
  const { namespaces, attributes: more } = inherited(element);
  const pieces: string[] = [];
  renderElement(element, new Map([...namespaces, ...declarations(element)]), new Map(), more, pieces);
  return pieces.join('');
}

/** The document of this root element, with the instructions around it. */
export function canonicalDocument(root: Element): string {
  const around = root.parentNode ? Array.from(root.parentNode.childNodes) : [root];
  const at = around.indexOf(root);
  const instructions = (nodes: readonly Node[]): string[] =>
    nodes
      .filter((node) => node.nodeType === node.PROCESSING_INSTRUCTION_NODE && node.nodeName !== 'xml')
      .map(instruction);
  return [...instructions(around.slice(0, at)), canonicalElement(root), ...instructions(around.slice(at + 1))].join(
    '\n',
  );
}
