/**
 * XML from strangers as a tree, for every format that is made of it. Read without leniency (XML 1.0 with namespaces): a document type is
 * refused, so there are no entities but the five that XML brings. Nothing here calls itself, so depth costs no stack.
 */
import { SaxesParser } from 'saxes';
import { decodeAs, markedUtf16 } from './text.ts';
import { attributesIn, declaredIn, expanded, Scope, type XmlAttribute } from './xml-names.ts';
import { XmlProblem } from './xml-problem.ts';

export type { XmlAttribute } from './xml-names.ts';
export { XmlProblem, type XmlReason } from './xml-problem.ts';

export interface XmlInstruction {
  readonly target: string;
  readonly data: string;
}

export interface XmlElement {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** Without declarations of namespaces, in the order of the file. */
  readonly attributes: XmlAttribute[];
  /** Namespaces declared here: prefix ('' for the default one) → namespace. */
  readonly declared: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly parent: XmlElement | null;
}

/** Text (CDATA among it) is a string; comments are left out. */
export type XmlNode = XmlElement | XmlInstruction | string;

export interface XmlDocument {
  readonly root: XmlElement;
  /** Instructions before and behind the root, the declaration not among them. */
  readonly before: readonly XmlInstruction[];
  readonly after: readonly XmlInstruction[];
}

export interface XmlLimits {
  /** Levels of elements. */
  readonly deepest?: number;
  readonly mostBytes?: number;
  /** UTF-16 with its mark is read as well; else UTF-8 alone. */
  readonly utf16?: boolean;
}

/** Tables in tables in boxes come to a few dozen; the readers behind call themselves once or twice a level. */
const DEEPEST = 1000;
const DECLARED_ENCODING = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/i;

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string' && 'children' in node;

function decoded(bytes: Uint8Array, { utf16 = false }: XmlLimits): string {
  const wide = utf16 ? markedUtf16(bytes) : null;
  const text = decodeAs(bytes, wide ?? 'utf-8');
  const declared = DECLARED_ENCODING.exec(text ?? '')?.[1]?.toLowerCase();
  // ASCII is UTF-8; what else is declared would be read as something else by others.
  const isOther = wide === null && declared !== undefined && !/^(?:utf-?8|us-ascii)$/.test(declared);
  if (text === null || isOther) throw new XmlProblem('encoding');
  return text;
}

const NOTHING_DECLARED: Readonly<Record<string, string>> = Object.freeze({});

/** Builds the tree while the parser runs; namespaces are resolved here, which is several times faster than the parser's own way. */
class TreeBuilder {
  readonly around: readonly [XmlInstruction[], XmlInstruction[]] = [[], []];
  root: XmlElement | null = null;
  readonly #deepest: number;
  readonly #scope = new Scope();
  #depth = 0;
  #open: XmlElement | null = null;

  constructor(deepest: number) {
    this.#deepest = deepest;
  }

  begin(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#depth > this.#deepest) throw new XmlProblem('depth');
    const declared = declaredIn(attributes);
    if (declared) this.#scope.open(declared);
    const { local, uri } = expanded(name, this.#scope, false);
    const element: XmlElement = {
      name,
      local,
      uri,
      attributes: attributesIn(attributes, this.#scope, declared !== null),
      declared: declared ?? NOTHING_DECLARED,
      children: [],
      parent: this.#open,
    };
    if (this.#open) this.#open.children.push(element);
    else this.root = element;
    this.#open = element;
  }

  end(): void {
    this.#depth -= 1;
    if (this.#open) this.#scope.close(this.#open.declared);
    this.#open = this.#open?.parent ?? null;
  }

  text(content: string): void {
    const children = this.#open?.children;
    if (!children) return;
    const before = children.at(-1);
    if (typeof before === 'string') children[children.length - 1] = before + content;
    else children.push(content);
  }

  instruction(target: string, data: string): void {
    const instruction = { target, data };
    if (this.#open) this.#open.children.push(instruction);
    else this.around[this.root ? 1 : 0].push(instruction);
  }
}

/** @throws XmlProblem */
export function parseXmlDocument(bytes: Uint8Array, limits: XmlLimits = {}): XmlDocument {
  const { deepest = DEEPEST, mostBytes } = limits;
  if (mostBytes !== undefined && bytes.length > mostBytes) throw new XmlProblem('large');
  const tree = new TreeBuilder(deepest);
  const parser = new SaxesParser({ position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  parser.on('doctype', () => {
    throw new XmlProblem('doctype');
  });
  parser.on('error', (cause) => {
    throw new XmlProblem('broken', { cause });
  });
  parser.on('opentag', ({ name, attributes }) => tree.begin(name, attributes as Record<string, string>));
  parser.on('closetag', () => tree.end());
  parser.on('text', (content) => tree.text(content));
  parser.on('cdata', (content) => tree.text(content));
  parser.on('processinginstruction', ({ target, body }) => tree.instruction(target, body));
  parser.write(decoded(bytes, limits)).close();
  const { root, around } = tree;
  if (!root) throw new XmlProblem('broken');
  return { root, before: around[0], after: around[1] };
}

/** The outermost element. @throws XmlProblem */
export const parseXml = (bytes: Uint8Array, limits: XmlLimits = {}): XmlElement => parseXmlDocument(bytes, limits).root;

export const childElements = (parent: XmlElement): XmlElement[] => parent.children.filter(isElement);

/** The first of this local name, whatever its namespace. */
export function childNamed(parent: XmlElement, local: string): XmlElement | undefined {
  for (const child of parent.children) if (isElement(child) && child.local === local) return child;
  return undefined;
}

export const childrenNamed = (parent: XmlElement, local: string): XmlElement[] =>
  parent.children.filter((child): child is XmlElement => isElement(child) && child.local === local);

/** Value of the attribute of this local name, whatever its namespace; null without one. */
export function attributeOf(element: XmlElement, local: string): string | null {
  for (const attribute of element.attributes) if (attribute.local === local) return attribute.value;
  return null;
}

/** All elements below, in their order. */
export function* elementsIn(root: XmlElement): Generator<XmlElement> {
  const waiting = childElements(root).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at -= 1) {
      const child = next.children[at];
      if (child !== undefined && isElement(child)) waiting.push(child);
    }
  }
}

/** All text below, as it stands. */
export function textOf(root: XmlElement): string {
  const pieces: string[] = [];
  const waiting: XmlNode[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') pieces.push(next);
    else if (isElement(next))
      for (let at = next.children.length - 1; at >= 0; at -= 1) waiting.push(next.children[at] ?? '');
  }
  return pieces.join('');
}
