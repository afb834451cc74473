import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';

const partName = 'docProps/core.xml';
const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const dc = 'http://purl.org/dc/elements/1.1/';
const dcterms = 'http://purl.org/dc/terms/';
const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
const xmlns = 'http://www.w3.org/2000/xmlns/';
const relationshipType = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const contentType = 'application/vnd.openxmlformats-package.core-properties+xml';

const allowedNames: Readonly<Record<string, readonly string[]>> = {
  [core]: ['category', 'contentStatus', 'keywords', 'lastModifiedBy', 'lastPrinted', 'revision', 'version'],
  [dc]: ['creator', 'description', 'identifier', 'language', 'subject', 'title'],
  [dcterms]: ['created', 'modified'],
};

/**
 * Judges the core properties part of an OPC package (ECMA-376 part 2, clause 11 and its schema), which the schema
 * check leaves out because the Dublin Core schemas are not at hand. Stricter than the standard in three points: the
 * part must exist, must be `docProps/core.xml`, and dates must be complete date-times with a time zone, as Word writes.
 * Gives the problems found; none means valid. Throws when the bytes are not a zip archive.
 */
export function coreXmlCheck(docxBytes: Uint8Array): readonly string[] {
  const entries = new Map(Object.entries(unzipSync(docxBytes)));
  const part = entries.get(partName);
  if (part === undefined) return [`The package has no ${partName}`];
  return [
    ...relationshipProblems(entries.get('_rels/.rels')),
    ...contentTypeProblems(entries.get('[Content_Types].xml')),
    ...partProblems(part),
  ];
}

function relationshipProblems(bytes: Uint8Array | undefined): readonly string[] {
  const root = parseXml(bytes);
  if (typeof root === 'string') return [`_rels/.rels: ${root}`];
  const targets = childrenOf(root)
    .filter((element) => element.getAttribute('Type') === relationshipType)
    .map((element) => (element.getAttribute('Target') ?? '').replace(/^\//, ''));
  if (targets.length === 1 && targets[0] === partName) return [];
  return [`_rels/.rels must have exactly one core properties relationship to ${partName}, found: [${targets.join()}]`];
}

function contentTypeProblems(bytes: Uint8Array | undefined): readonly string[] {
  const root = parseXml(bytes);
  if (typeof root === 'string') return [`[Content_Types].xml: ${root}`];
  const types = childrenOf(root)
    .filter((element) => element.getAttribute('PartName') === `/${partName}`)
    .map((element) => element.getAttribute('ContentType') ?? '');
  if (types.length === 1 && types[0] === contentType) return [];
  return [`[Content_Types].xml must give /${partName} the type ${contentType}, found: [${types.join()}]`];
}

function partProblems(bytes: Uint8Array): readonly string[] {
  const root = parseXml(bytes);
  if (typeof root === 'string') return [`${partName}: ${root}`];
  if (root.namespaceURI !== core || root.localName !== 'coreProperties') {
    return [
      `${partName}: the root must be coreProperties in ${core}, not ${root.nodeName} in ${root.namespaceURI ?? ''}`,
    ];
  }
  const elements = childrenOf(root);
  const problems = [
    ...attributesOf(root).map((name) => `the root must not have the attribute ${name}`),
    ...(hasOwnText(root) ? ['the root must not hold text of its own'] : []),
    ...duplicateProblems(elements),
    ...elements.flatMap(elementProblems),
  ];
  return problems.map((problem) => `${partName}: ${problem}`);
}

function duplicateProblems(elements: readonly Element[]): readonly string[] {
  const names = elements.map((element) => `{${element.namespaceURI ?? ''}}${element.localName ?? ''}`);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) => `${name} must not occur more than once`);
}

function elementProblems(element: Element): readonly string[] {
  const namespace = element.namespaceURI ?? '';
  const name = element.localName ?? '';
  if (allowedNames[namespace]?.includes(name) !== true) {
    return [`{${namespace}}${name} is not a core property`];
  }
  if (namespace === dcterms) return dateProblems(element);
  if (namespace === core && name === 'keywords') return keywordsProblems(element);
  const shape = textOnlyProblems(element, []);
  return name === 'lastPrinted' ? [...shape, ...dateTimeProblems(element)] : shape;
}

/** `dcterms:created` and `dcterms:modified` must say `xsi:type="dcterms:W3CDTF"`, the prefix bound to Dublin Core. */
function dateProblems(element: Element): readonly string[] {
  const [prefix = '', localName = ''] = (element.getAttributeNS(xsi, 'type') ?? '').split(':');
  const typed = localName === 'W3CDTF' && element.lookupNamespaceURI(prefix) === dcterms;
  const wrongType = typed ? [] : [`${element.nodeName} must have xsi:type="dcterms:W3CDTF"`];
  return [...wrongType, ...textOnlyProblems(element, [`{${xsi}}type`]), ...dateTimeProblems(element)];
}

/** Only keywords may hold elements: `cp:value`, each a word list in one language. */
function keywordsProblems(element: Element): readonly string[] {
  const language = ['{http://www.w3.org/XML/1998/namespace}lang'];
  const foreign = childrenOf(element).filter((child) => child.namespaceURI !== core || child.localName !== 'value');
  return [
    ...unexpectedAttributes(element, language),
    ...foreign.map((child) => `${element.nodeName} must not contain ${child.nodeName}`),
    ...childrenOf(element).flatMap((child) => textOnlyProblems(child, language)),
  ];
}

function textOnlyProblems(element: Element, allowedAttributes: readonly string[]): readonly string[] {
  const children = childrenOf(element).map((child) => `${element.nodeName} must not contain ${child.nodeName}`);
  return [...unexpectedAttributes(element, allowedAttributes), ...children];
}

function unexpectedAttributes(element: Element, allowed: readonly string[]): readonly string[] {
  return attributesOf(element)
    .filter((name) => !allowed.includes(name))
    .map((name) => `${element.nodeName} must not have the attribute ${name}`);
}

function dateTimeProblems(element: Element): readonly string[] {
  const text = element.textContent ?? '';
  return isDateTime(text)
    ? []
    : [`${element.nodeName} must be a date-time such as 2026-01-31T09:30:00Z, not "${text}"`];
}

function isDateTime(text: string): boolean {
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.exec(text);
  if (match === null) return false;
  const day = new Date(`${match[1]}T00:00:00Z`);
  // Date turns 31 June into 1 July: only a real day survives the round trip.
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === match[1];
}

/** The root element, or a sentence saying why the part is not well-formed XML as OPC wants it. */
function parseXml(bytes: Uint8Array | undefined): Element | string {
  if (bytes === undefined) return 'the part is missing';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const document: Document = new DOMParser({ onError: stopParsing }).parseFromString(text, 'text/xml');
    if (document.doctype !== null) return 'a document type declaration is not allowed';
    return document.documentElement ?? 'there is no root element';
  } catch (error) {
    return `not well-formed UTF-8 XML (${error instanceof Error ? error.message : String(error)})`;
  }
}

function stopParsing(level: string, message: string): never {
  throw new Error(`${level}: ${message}`);
}

function childrenOf(element: Element): readonly Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

function hasOwnText(element: Element): boolean {
  return Array.from(element.childNodes).some(
    (node) => node.nodeType === node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '',
  );
}

/** Attribute names as `{namespace}name`, without namespace declarations. */
function attributesOf(element: Element): readonly string[] {
  return Array.from(element.attributes)
    .filter((attribute) => attribute.namespaceURI !== xmlns)
    .map((attribute) => `{${attribute.namespaceURI ?? ''}}${attribute.localName ?? attribute.name}`);
}
