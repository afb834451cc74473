/** Relationship parts (ECMA-376 Part 2, 6.5) and the transform that signs some of their entries (10.5.8.6). */
import { XMLSerializer } from '@xmldom/xmldom';
import { canonicalDocument } from './canonicalise.ts';
import { NS } from './names.ts';
import { canonicalName } from './read-package.ts';
import { childElements, parseXml, type Element } from './xml.ts';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** What a transform names: single relationships, or all of a type. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

export const isRelationshipPart = (name: string): boolean => /(?:^|\/)_rels\/[^/]*\.rels$/i.test(name);

/** `word/_rels/document.xml.rels` belongs to `word/document.xml`, `_rels/.rels` to the package (''). */
const sourceOf = (name: string): string => name.replace(/_rels\/([^/]*)\.rels$/i, '$1');

export const relationshipPartOf = (partName: string): string => partName.replace(/([^/]*)$/, '_rels/$1.rels');

function relationshipsElement(part: Uint8Array): Element {
  const root = parseXml(part);
  if (root.namespaceURI !== NS.relationships || root.localName !== 'Relationships') throw new Error('no relationships');
  return root;
}

const isRelationship = (element: Element): boolean =>
  element.namespaceURI === NS.relationships && element.localName === 'Relationship';

/** Throws where the part is unreadable or holds anything but relationships. */
export function readRelationships(part: Uint8Array): Relationship[] {
  return childElements(relationshipsElement(part)).map((element) => {
    if (!isRelationship(element) || childElements(element).length > 0)
      throw new Error('something else among relationships');
    return {
      id: element.getAttribute('Id') ?? '',
      type: element.getAttribute('Type') ?? '',
      target: element.getAttribute('Target') ?? '',
      isExternal: element.getAttribute('TargetMode')?.toLowerCase() === 'external',
    };
  });
}

/** Canonical name of the part a relationship leads to; null outside the package. */
export function targetOf(relationshipPart: string, { target, isExternal }: Relationship): string | null {
  if (isExternal) return null;
  try {
    const { host, pathname } = new URL(target, `http://package.invalid/${encodeURI(sourceOf(relationshipPart))}`);
    return host === 'package.invalid' ? canonicalName(pathname) : null;
  } catch {
    return null;
  }
}

export const isSelected = ({ id, type }: Pick<Relationship, 'id' | 'type'>, { ids, types }: Selection): boolean =>
  ids.has(id) || types.has(type);

/** The chosen relationships in the order of their ids, with their mode written out, canonical. */
export function transformedRelationships(part: Uint8Array, selection: Selection): string {
  const root = relationshipsElement(part);
  const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
  const chosen = childElements(root).filter(
    (element) =>
      isRelationship(element) &&
      isSelected({ id: attribute(element, 'Id'), type: attribute(element, 'Type') }, selection),
  );
  chosen.sort((a, b) => (attribute(a, 'Id') < attribute(b, 'Id') ? -1 : 1));
  for (const child of Array.from(root.childNodes)) root.removeChild(child);
  for (const element of chosen) {
    for (const child of Array.from(element.childNodes)) element.removeChild(child);
    if (!element.hasAttribute('TargetMode')) element.setAttribute('TargetMode', 'Internal');
    root.appendChild(element);
  }
  return canonicalDocument(root);
}

/** The part with one relationship more; its id is one that is still free. */
export function withRelationship(part: Uint8Array | null, stem: string, type: string, target: string): Uint8Array {
  const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${NS.relationships}"/>`;
  const root = relationshipsElement(part ?? Buffer.from(empty));
  const taken = childElements(root).map((element) => element.getAttribute('Id'));
  let id = stem;
  for (let count = 2; taken.includes(id); count += 1) id = `${stem}${count}`;
  const relationship = root.ownerDocument?.createElementNS(NS.relationships, 'Relationship');
  if (!relationship) throw new Error('relationships without a document');
  relationship.setAttribute('Id', id);
  relationship.setAttribute('Type', type);
  relationship.setAttribute('Target', target);
  root.appendChild(relationship);
  return Buffer.from(new XMLSerializer().serializeToString(root.ownerDocument ?? root));
}
