/**
 * What a signature reaches. A part is what its relationship and its content type say, never what its name looks like: by a name of its own
 * anything could pass for a property of the file, or for a part of the signatures themselves.
 */
import type { ContentTypes } from './content-types.ts';
import { MAIN_PART_RELATIONS, PACKAGE_RELATIONSHIPS, PROPERTY_PARTS } from './names.ts';
import { canonicalName, type Package } from './read-package.ts';
import { isSelected, targetOf, type Relationship, type Selection } from './relationships.ts';
import { showsProperties } from './shows-properties.ts';
import { relationshipsTo, signableParts, signableRelationships, type SignatureParts } from './signature-parts.ts';

export interface Coverage {
  /** Canonical names of the parts signed as a whole. */
  readonly parts: ReadonlySet<string>;
  /** Canonical name of a relationship part → what of it was signed. */
  readonly relationships: ReadonlyMap<string, Selection>;
}

interface Properties {
  /** Canonical names of parts. */
  readonly parts: ReadonlySet<string>;
  readonly relationships: ReadonlySet<Relationship>;
}

/** One relationship for each of the three kinds, to a part of its content type; a second one of a kind is no property any more. */
function propertiesOf(packageRelationships: readonly Relationship[], types: ContentTypes, whole: Package): Properties {
  const leading = relationshipsTo(whole);
  const parts = new Set<string>();
  const relationships = new Set<Relationship>();
  for (const { relations, contentType } of PROPERTY_PARTS) {
    const [one, ...more] = packageRelationships.filter(({ type }) => relations.includes(type));
    const target = one ? targetOf(PACKAGE_RELATIONSHIPS, one) : null;
    if (!one || more.length > 0 || target === null || types.of(target)?.toLowerCase() !== contentType) continue;
    if (leading.get(target) !== 1) continue;
    parts.add(target);
    relationships.add(one);
  }
  return { parts, relationships };
}

const NO_PROPERTIES: Properties = { parts: new Set(), relationships: new Set() };
/** Two parts claim to be the document: programs would show different ones. */
export function hasSecondMainPart(parts: Package): boolean {
  const relationships = signableRelationships(parts, PACKAGE_RELATIONSHIPS) ?? [];
  return relationships.filter(({ type }) => MAIN_PART_RELATIONS.includes(type)).length > 1;
}

/**
 * Names of what none of these signatures covers and is no property of the file, in the order of the archive: `word/header9.xml`,
 * `word/_rels/document.xml.rels#rId12`.
 */
export function uncoveredBy(
  coverages: readonly Coverage[],
  parts: Package,
  found: SignatureParts,
  types: ContentTypes,
): string[] {
  const packageRelationships = signableRelationships(parts, PACKAGE_RELATIONSHIPS) ?? [];
  const properties = showsProperties(parts, types) ? NO_PROPERTIES : propertiesOf(packageRelationships, types, parts);
  return signableParts(parts, found, types).flatMap((name): string[] => {
    const canonical = canonicalName(name);
    if (properties.parts.has(canonical) || coverages.some((coverage) => coverage.parts.has(canonical))) return [];
    const selections = coverages
      .map(({ relationships }) => relationships.get(canonical))
      .filter((one) => one !== undefined);
    const isPackage = canonical === canonicalName(PACKAGE_RELATIONSHIPS);
    const relationships = isPackage
      ? packageRelationships
      : selections.length === 0
        ? null
        : signableRelationships(parts, name);
    if (relationships === null) return [name];
    return relationships
      .filter((relationship) => !properties.relationships.has(relationship))
      .filter((relationship) => !selections.some((selection) => isSelected(relationship, selection)))
      .map(({ id }) => `${name}#${id}`);
  });
}
