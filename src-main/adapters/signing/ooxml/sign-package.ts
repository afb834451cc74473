/** Signs every part and every relationship of a package; the parts keep their bytes (ECMA-376 Part 2, 10.6.2). */
import { createHash } from 'node:crypto';
import { readContentTypes, withOverrides } from './content-types.ts';
import { CONTENT_TYPE, CONTENT_TYPES_PART, PACKAGE_RELATIONSHIPS, RELATION } from './names.ts';
import { canonicalName, type Package } from './read-package.ts';
import { isRelationshipPart, relationshipPartOf, transformedRelationships, withRelationship } from './relationships.ts';
import { signableParts, signableRelationships, signatureParts, type SignatureParts } from './signature-parts.ts';
import type { PartReference } from './signature-xml.ts';

const ORIGIN = '_xmlsignatures/origin.sigs';
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('base64');

function reference(parts: Package, name: string, contentType: string | undefined): PartReference {
  const bytes = parts.get(name);
  if (!bytes || contentType === undefined) throw new Error(`part without content type: ${name}`);
  const relationships = signableRelationships(parts, name);
  if (relationships === null && isRelationshipPart(name)) throw new Error(`unreadable relationships: ${name}`);
  const ids = relationships?.map(({ id }) => id) ?? [];
  // Without relationships there is nothing to choose: such a part is signed as it is, so nothing can be added to it either.
  if (ids.length === 0) return { name, contentType, digest: sha256(bytes), relationships: null };
  const selection = { ids: new Set(ids), types: new Set<string>() };
  return { name, contentType, digest: sha256(transformedRelationships(bytes, selection)), relationships: ids };
}

/** Beside the origin: LibreOffice looks nowhere else, and takes no absolute target. */
function freeName(parts: Package, origin: string): { readonly folder: string; readonly file: string } {
  const folder = origin.slice(0, origin.lastIndexOf('/') + 1);
  const taken = new Set([...parts.keys()].map(canonicalName));
  let number = 1;
  while (taken.has(canonicalName(`${folder}sig${number}.xml`))) number += 1;
  return { folder, file: `sig${number}.xml` };
}

/** The package with an origin for signatures, if it has none yet. */
function withOrigin(
  parts: Package,
  found: SignatureParts,
): { readonly parts: Map<string, Uint8Array>; readonly origin: string } {
  const next = new Map(parts);
  if (found.origin !== null) return { parts: next, origin: found.origin };
  const origin = ORIGIN;
  next.set(
    PACKAGE_RELATIONSHIPS,
    withRelationship(parts.get(PACKAGE_RELATIONSHIPS) ?? null, 'rIdSignatures', RELATION.origin, origin),
  );
  next.set(origin, new Uint8Array());
  next.set(CONTENT_TYPES_PART, withOverrides(next, { [origin]: CONTENT_TYPE.origin }));
  return { parts: next, origin };
}

export interface PreparedPackage {
  readonly references: readonly PartReference[];
  /** The package with the signature part in it. */
  finish(signature: string): Package;
}

/** Throws where the package is not one. */
export function preparePackage(parts: Package): PreparedPackage {
  if (!parts.has(PACKAGE_RELATIONSHIPS)) throw new Error('package without relationships');
  const found = signatureParts(parts);
  const types = readContentTypes(parts);
  const references = signableParts(parts, found, types)
    .sort()
    .map((name) => reference(parts, name, types.of(name)));
  const { parts: next, origin } = withOrigin(parts, found);
  const { folder, file } = freeName(next, origin);
  const name = folder + file;
  const originRelationships = relationshipPartOf(origin);
  const before = next.get(originRelationships) ?? null;
  next.set(originRelationships, withRelationship(before, 'rId1', RELATION.signature, file));
  next.set(CONTENT_TYPES_PART, withOverrides(next, { [name]: CONTENT_TYPE.signature }));
  return { references, finish: (signature) => new Map([...next, [name, Buffer.from(signature)]]) };
}
