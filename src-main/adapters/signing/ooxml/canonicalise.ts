/**
 * Canonical XML 1.0 without comments (https://www.w3.org/TR/2001/REC-xml-c14n-20010315), for whole documents and for an element with all
 * it holds. Document types and entities cannot occur: the reader refuses them. UTF-8 of the answer is what gets signed.
 */
import {
  isElement,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlInstruction,
  type XmlNode,
} from '../../formats/xml.ts';

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

const declarations = ({ declared }: XmlElement): [string, string][] =>
  Object.entries(declared).filter(([prefix]) => prefix !== 'xml' && prefix !== 'xmlns');

function ancestors(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let { parent } = element; parent; { parent } = parent) found.unshift(parent);
  return found;
}

/** The element at the top shows every namespace it stands in and the `xml:` attributes it inherits (2.4, 4.6). */
function inherited(element: XmlElement): { readonly namespaces: Scope; readonly attributes: readonly XmlAttribute[] } {
  const above = ancestors(element);
  const xmlAttributes = new Map<string, XmlAttribute>();
  for (const attribute of above.flatMap(({ attributes }) => attributes).filter(({ uri }) => uri === XML)) {
    xmlAttributes.set(attribute.name, attribute);
  }
  return { namespaces: new Map(above.flatMap(declarations)), attributes: [...xmlAttributes.values()] };
}

function startTag(element: XmlElement, wanted: Scope, rendered: Scope, more: readonly XmlAttribute[]): string {
  const namespaces = [...wanted]
    .filter(([prefix, uri]) => (rendered.get(prefix) ?? '') !== uri)
    .sort(([a], [b]) => compare(a, b))
    .map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${attributeValue(uri)}"`);
  const own = element.attributes;
  const values = [...more.filter(({ name }) => !own.some((attribute) => attribute.name === name)), ...own]
    .sort((a, b) => compare(a.uri, b.uri) || compare(a.local, b.local))
    .map(({ name, value }) => ` ${name}="${attributeValue(value)}"`);
  return `<${element.name}${namespaces.join('')}${values.join('')}>`;
}

function instruction({ target, data }: XmlInstruction): string {
  const escaped = data.replaceAll('\r', '&#xD;');
  return `<?${target}${escaped === '' ? '' : ` ${escaped}`}?>`;
}

function render(node: XmlNode, rendered: Scope, pieces: string[]): void {
  if (typeof node === 'string') pieces.push(text(node));
  else if (isElement(node)) renderElement(node, new Map(declarations(node)), rendered, [], pieces);
  else pieces.push(instruction(node));
}

function renderElement(
  element: XmlElement,
  wanted: Scope,
  rendered: Scope,
  more: readonly XmlAttribute[],
  pieces: string[],
): void {
  pieces.push(startTag(element, wanted, rendered, more));
  const below: Scope = wanted.size === 0 ? rendered : new Map([...rendered, ...wanted]);
  for (const child of element.children) render(child, below, pieces);
  pieces.push(`</${element.name}>`);
}

/** The element with everything in it, as it stands in its document. */
export function canonicalElement(element: XmlElement): string {
  const { namespaces, attributes: more } = inherited(element);
  const pieces: string[] = [];
  renderElement(element, new Map([...namespaces, ...declarations(element)]), new Map(), more, pieces);
  return pieces.join('');
}

/** The document with the instructions around its root element. */
export function canonicalDocument({ root, before, after }: XmlDocument): string {
  return [...before.map(instruction), canonicalElement(root), ...after.map(instruction)].join('\n');
}
