/** References of XMLDSig, to elements of the signature itself and to parts of the package. */
import { createHash } from 'node:crypto';
import { canonicalDocument } from './canonicalise.ts';
import type { ContentTypes } from './content-types.ts';
import { C14N, digestOf, isWeakUri, NS, RELATIONSHIP_TRANSFORM } from './names.ts';
import { canonicalName, type Package } from './read-package.ts';
import { isRelationshipPart, transformedRelationships, type Selection } from './relationships.ts';
import { SignatureProblem } from './signature-problem.ts';
import { children, onlyChild, parseDocument, textOf, valueOf, type Element } from './xml.ts';

export interface Reference {
  readonly uri: string;
  readonly transforms: readonly Element[];
  readonly digestName: string;
  readonly digest: Buffer;
}

export const algorithmOf = (element: Element): string => valueOf(element, 'Algorithm');

/** Base64 may be broken over lines. */
export const base64 = (element: Element): Buffer => Buffer.from(textOf(element).replace(/\s+/g, ''), 'base64');

export function readReference(element: Element): Reference {
  const digestUri = algorithmOf(onlyChild(element, NS.signature, 'DigestMethod'));
  const digestName = digestOf(digestUri);
  if (digestName === undefined)
    throw new SignatureProblem(isWeakUri(digestUri) ? 'weak-algorithm' : 'algorithm', `digest ${digestUri}`);
  const transforms = children(element, NS.signature, 'Transforms').flatMap((list) =>
    children(list, NS.signature, 'Transform'),
  );
  return {
    uri: valueOf(element, 'URI'),
    transforms,
    digestName,
    digest: base64(onlyChild(element, NS.signature, 'DigestValue')),
  };
}

export function checkDigest({ uri, digestName, digest }: Reference, data: string | Uint8Array): void {
  const found = createHash(digestName).update(data).digest();
  if (!found.equals(digest)) throw new SignatureProblem('digest-wrong', uri);
}

function selectionOf(transform: Element): Selection {
  const values = (name: string, attribute: string): Set<string> =>
    new Set(
      children(transform, NS.packageSignature, name)
        .map((reference) => valueOf(reference, attribute))
        .filter((value) => value !== ''),
    );
  return {
    ids: values('RelationshipReference', 'SourceId'),
    types: values('RelationshipsGroupReference', 'SourceType'),
  };
}

export interface CheckedPart {
  readonly name: string;
  /** Null where the whole part is signed. */
  readonly selection: Selection | null;
}

/** `/word/document.xml?ContentType=…` → the part, if its bytes and its type are what was signed. */
export function checkPart(
  reference: Reference,
  parts: ReadonlyMap<string, Uint8Array>,
  types: ContentTypes,
): CheckedPart {
  const [, path = '', type] = /^(\/[^?#]+)\?ContentType=([^#]+)$/.exec(reference.uri) ?? [];
  if (type === undefined) throw new SignatureProblem('format', `reference ${reference.uri}`);
  const name = canonicalName(path);
  const bytes = parts.get(name);
  if (!bytes || types.of(name)?.toLowerCase() !== unescaped(type).toLowerCase()) {
    throw new SignatureProblem('digest-wrong', `${path} is gone or has another type`);
  }
  const [first, second, ...others] = reference.transforms;
  const names = [first, second].map((transform) => transform && algorithmOf(transform));
  if (others.length > 0) throw new SignatureProblem('format', 'more transforms than OPC knows');
  // ECMA-376 Part 2, 10.5.8.6: canonicalisation follows the transform of relationships.
  if (first && names[0] === RELATIONSHIP_TRANSFORM && names[1] === C14N && isRelationshipPart(name)) {
    const selection = selectionOf(first);
    checkDigest(
      reference,
      readable(() => transformedRelationships(bytes, selection)),
    );
    return { name, selection };
  }
  if (first === undefined) checkDigest(reference, bytes);
  else if (names[0] === C14N && second === undefined)
    checkDigest(
      reference,
      readable(() => canonicalDocument(parseDocument(bytes))),
    );
  else throw new SignatureProblem('format', `transform ${names.join(' ')}`);
  return { name, selection: null };
}

function unescaped(type: string): string {
  try {
    return decodeURIComponent(type);
  } catch {
    return type;
  }
}

/** What cannot be read any more was changed since. */
function readable(read: () => string): string {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof SignatureProblem) throw cause;
    throw new SignatureProblem('digest-wrong', 'the part is no XML any more');
  }
}

/** By canonical name, as references name them. */
export function byCanonicalName(parts: Package): ReadonlyMap<string, Uint8Array> {
  return new Map([...parts].map(([name, bytes]) => [canonicalName(name), bytes]));
}
