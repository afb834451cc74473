/** Relationship parts (ECMA-376 Part 2, 6.5) and the transform that signs some of their entries (10.5.8.6). */
import { childElements, type XmlDocument, type XmlElement } from '../../formats/xml.ts';
import { canonicalDocument } from './canonicalise.ts';
import { NS } from './names.ts';
import { canonicalName } from './read-package.ts';
import { is, madeChild, parseDocument, valueOf, writtenDocument } from './xml.ts';

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

function relationshipsDocument(part: Uint8Array): XmlDocument {
  const document = parseDocument(part);
  if (!is(document.root, NS.relationships, 'Relationships')) throw new Error('no relationships');
  return document;
}

const isRelationship = (element: XmlElement): boolean => is(element, NS.relationships, 'Relationship');

/** Throws where the part is unreadable or holds anything but relationships. */
export function readRelationships(part: Uint8Array): Relationship[] {
  return childElements(relationshipsDocument(part).root).map((element) => {
    if (!isRelationship(element) || childElements(element).length > 0)
      throw new Error('something else among relationships');
    return {
      id: valueOf(element, 'Id'),
      type: valueOf(element, 'Type'),
      target: valueOf(element, 'Target'),
      isExternal: valueOf(element, 'TargetMode').toLowerCase() === 'external',
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
  const document = relationshipsDocument(part);
  const idOf = (element: XmlElement): string => valueOf(element, 'Id');
  const internal = { name: 'TargetMode', local: 'TargetMode', uri: '', value: 'Internal' };
  const chosen = childElements(document.root)
    .filter(
      (element) =>
        isRelationship(element) && isSelected({ id: idOf(element), type: valueOf(element, 'Type') }, selection),
    )
    .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
    .map((element) => {
      const hasMode = element.attributes.some(({ name }) => name === 'TargetMode');
      return { ...element, children: [], attributes: [...element.attributes, ...(hasMode ? [] : [internal])] };
    });
  return canonicalDocument({ ...document, root: { ...document.root, children: chosen } });
}

/** The part with one relationship more; its id is one that is still free. */
export function withRelationship(part: Uint8Array | null, stem: string, type: string, target: string): Uint8Array {
  const empty = `<Relationships xmlns="${NS.relationships}"/>`;
  const document = relationshipsDocument(part ?? Buffer.from(empty));
  const taken = childElements(document.root).map((element) => valueOf(element, 'Id'));
  let id = stem;
  for (let count = 2; taken.includes(id); count += 1) id = `${stem}${count}`;
  document.root.children.push(madeChild(document.root, 'Relationship', { Id: id, Type: type, Target: target }));
  return writtenDocument(document);
}
