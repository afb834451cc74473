/** What a signature reaches: a part added later is as if it had been there, unless someone says that nobody signed it. */
import { canonicalName, type Package } from './read-package.ts';
import { signableParts, signableRelationships, type SignatureParts } from './signature-parts.ts';
import { isSelected, targetOf, type Selection } from './relationships.ts';

export interface Coverage {
  /** Canonical names of the parts signed as a whole. */
  readonly parts: ReadonlySet<string>;
  /** Canonical name of a relationship part → what of it was signed. */
  readonly relationships: ReadonlyMap<string, Selection>;
}

export interface Uncovered {
  /** `word/header9.xml`, `word/_rels/document.xml.rels#rId12`. */
  readonly name: string;
  /** Properties of the file; Word changes them after signing and leaves them out on purpose. */
  readonly isProperty: boolean;
}

const isProperty = (name: string | null): boolean => name !== null && canonicalName(name).startsWith('docprops/');

/** In the order of the archive. */
export function uncoveredBy(coverages: readonly Coverage[], parts: Package, found: SignatureParts): Uncovered[] {
  return signableParts(parts, found).flatMap((name): Uncovered[] => {
    const canonical = canonicalName(name);
    if (coverages.some((coverage) => coverage.parts.has(canonical))) return [];
    const selections = coverages
      .map(({ relationships }) => relationships.get(canonical))
      .filter((one) => one !== undefined);
    const relationships = selections.length === 0 ? null : signableRelationships(parts, name);
    if (relationships === null) return [{ name, isProperty: isProperty(name) }];
    return relationships
      .filter((relationship) => !selections.some((selection) => isSelected(relationship, selection)))
      .map((relationship) => ({
        name: `${name}#${relationship.id}`,
        isProperty: isProperty(targetOf(name, relationship)),
      }));
  });
}
