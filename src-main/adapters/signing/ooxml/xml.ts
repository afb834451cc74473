/** XML of signatures and of the lists of a package: small, shallow, UTF-8, and looked at by namespace. */
import {
  childElements,
  parseXmlDocument,
  textOf as wholeText,
  type XmlDocument,
  type XmlElement,
} from '../../formats/xml.ts';
import { canonicalDocument } from './canonicalise.ts';

export type Element = XmlElement;

/** No signature or list of relationships comes near; a larger one only costs time. */
const LARGEST_XML = 5 * 1024 * 1024;

/** Signatures nest a dozen deep. */
const DEEPEST = 100;

/** @throws XmlProblem */
export const parseDocument = (bytes: Uint8Array): XmlDocument =>
  parseXmlDocument(bytes, { deepest: DEEPEST, mostBytes: LARGEST_XML });

/** @throws XmlProblem */
export const parseXml = (bytes: Uint8Array): Element => parseDocument(bytes).root;

export const is = (element: Element | null, namespace: string, name: string): element is Element =>
  element?.uri === namespace && element.local === name;

export const children = (parent: Element, namespace: string, name: string): Element[] =>
  childElements(parent).filter((element) => is(element, namespace, name));

/** Throws unless there is exactly one. */
export function onlyChild(parent: Element, namespace: string, name: string): Element {
  const [only, ...others] = children(parent, namespace, name);
  if (!only || others.length > 0) throw new Error(`not exactly one ${name}`);
  return only;
}

/** Value of an attribute without a namespace; '' without one. */
export const valueOf = (element: Element, name: string): string =>
  element.attributes.find((attribute) => attribute.name === name)?.value ?? '';

export const textOf = (element: Element): string => wholeText(element).trim();

/** A child that stands in the namespace of its parent, under the same prefix. */
export function madeChild(parent: Element, local: string, values: Readonly<Record<string, string>>): Element {
  const prefix = parent.name.slice(0, parent.name.length - parent.local.length);
  const attributes = Object.entries(values).map(([name, value]) => ({ name, local: name, uri: '', value }));
  return { name: prefix + local, local, uri: parent.uri, attributes, declared: {}, children: [], parent };
}

/** Elements without content in their short form, as office programs write them. */
const EMPTY = /<([\w:.-]+)((?:\s[^<>]*)?)><\/\1>/g;

/** The document as bytes of a part. */
export const writtenDocument = (document: XmlDocument): Uint8Array =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${canonicalDocument(document).replace(EMPTY, '<$1$2/>')}`,
  );
