/** Where the signatures of a package are, and what else there is to be signed (ECMA-376 Part 2, 10.4). */
import type { ContentTypes } from './content-types.ts';
import { CONTENT_TYPE, CONTENT_TYPES_PART, PACKAGE_RELATIONSHIPS, RELATION } from './names.ts';
import { canonicalName, type Package } from './read-package.ts';
import {
  isRelationshipPart,
  readRelationships,
  relationshipPartOf,
  targetOf,
  type Relationship,
} from './relationships.ts';

export interface SignatureParts {
  /** Part the signatures hang on; null without any. */
  readonly origin: string | null;
  /** In the order they were added. */
  readonly signatures: readonly string[];
}

/** More signatures than anybody gathers only cost time. */
const MOST_SIGNATURES = 50;

function partAt(parts: Package, canonical: string | null): string | null {
  return [...parts.keys()].find((name) => canonicalName(name) === canonical) ?? null;
}

/** Throws where the relationships of the package cannot be read, or lead to two origins. */
export function signatureParts(parts: Package): SignatureParts {
  const targets = (relationshipPart: string, type: string): string[] => {
    const part = parts.get(partAt(parts, canonicalName(relationshipPart)) ?? '');
    const found = part ? readRelationships(part).filter((relationship) => relationship.type === type) : [];
    return found
      .map((relationship) => partAt(parts, targetOf(relationshipPart, relationship)))
      .filter((name) => name !== null);
  };
  const [origin, ...others] = targets(PACKAGE_RELATIONSHIPS, RELATION.origin);
  if (others.length > 0) throw new Error('two origins of signatures');
  if (origin === undefined) return { origin: null, signatures: [] };
  const signatures = [...new Set(targets(relationshipPartOf(origin), RELATION.signature))];
  if (signatures.length > MOST_SIGNATURES) throw new Error('more signatures than anybody gathers');
  return { origin, signatures };
}

/**
 * All parts but those that make up the signatures, and the content types, which have no name of their own (10.5.8.1). What is part of a
 * signature by its relationship must be one by its content type as well: else a signature could lead away from what it hides.
 */
export function signableParts(parts: Package, { origin, signatures }: SignatureParts, types: ContentTypes): string[] {
  const leading = relationshipsTo(parts);
  // A part that something else leads to as well is shown as what that says.
  const isOf = (name: string, contentType: string): boolean =>
    types.of(name)?.toLowerCase() === contentType && leading.get(canonicalName(name)) === 1;
  const own = new Set(
    [CONTENT_TYPES_PART, ...signatures.filter((name) => isOf(name, CONTENT_TYPE.signature))].map(canonicalName),
  );
  if (origin !== null && isOf(origin, CONTENT_TYPE.origin) && parts.get(origin)?.length === 0) {
    own.add(canonicalName(origin));
    const relationships = relationshipPartOf(origin);
    if (leadsToSignaturesOnly(parts, relationships)) own.add(canonicalName(relationships));
  }
  return [...parts.keys()].filter((name) => !own.has(canonicalName(name)));
}

/** Canonical name of a part → how many relationships of the package lead to it. */
export function relationshipsTo(parts: Package): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [name, part] of parts) {
    if (!isRelationshipPart(name)) continue;
    try {
      for (const relationship of readRelationships(part)) {
        const target = targetOf(name, relationship);
        if (target !== null) counts.set(target, (counts.get(target) ?? 0) + 1);
      }
    } catch {
      // What cannot be read is covered by nobody, and named.
    }
  }
  return counts;
}

function leadsToSignaturesOnly(parts: Package, relationshipPart: string): boolean {
  const name = partAt(parts, canonicalName(relationshipPart));
  const part = name === null ? undefined : parts.get(name);
  try {
    return part === undefined || readRelationships(part).every(({ type }) => type === RELATION.signature);
  } catch {
    return false;
  }
}

/** Parts that are signatures by their type, though nothing leads to them. */
export const hasSignatureTraces = (parts: Package, types: ContentTypes): boolean =>
  [...parts.keys()].some((name) => types.of(name)?.toLowerCase() === CONTENT_TYPE.signature);

/** The relationships of a part that can be signed; null where the part is unreadable. */
export function signableRelationships(parts: Package, name: string): Relationship[] | null {
  const part = parts.get(partAt(parts, canonicalName(name)) ?? '');
  if (!part || !isRelationshipPart(name)) return null;
  try {
    const isPackage = canonicalName(name) === canonicalName(PACKAGE_RELATIONSHIPS);
    return readRelationships(part).filter(({ type }) => !(isPackage && type === RELATION.origin));
  } catch {
    return null;
  }
}
