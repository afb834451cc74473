/**
 * Verifies one signature part. Everything it tells comes from elements that `SignedInfo` names by a unique Id and that stand where the norm
 * puts them, so nothing that was wrapped around or put beside them is believed.
 */
import { constants } from 'node:crypto';
import type { FoundSignature } from '../../../core/ports/signature-ports.ts';
import { readCertificate, type ReadCertificate } from '../../formats/certificate.ts';
import { isSignedBy } from '../../formats/public-key.ts';
import type { SignatureScheme } from '../../formats/signature-scheme.ts';
import { childElements, elementsIn } from '../../formats/xml.ts';
import { canonicalElement } from './canonicalise.ts';
import type { ContentTypes } from './content-types.ts';
import type { Coverage } from './coverage.ts';
import { C14N, isWeakUri, NS, signatureMethodOf } from './names.ts';
import { algorithmOf, base64, checkDigest, checkPart, readReference } from './read-references.ts';
import { instantOf, readSignedProperties, type SignedProperties } from './read-signed-properties.ts';
import type { Selection } from './relationships.ts';
import { SignatureProblem } from './signature-problem.ts';
import { children, is, onlyChild, parseXml, textOf, valueOf, type Element } from './xml.ts';

export interface VerifiedSignature {
  readonly certificates: readonly Uint8Array[];
  readonly claimedAt: string | null;
  readonly format: FoundSignature['format'];
  readonly problem: FoundSignature['problem'];
  readonly reason: FoundSignature['reason'];
  readonly coverage: Coverage;
}

export interface SignedPackage {
  /** By canonical name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly types: ContentTypes;
}

const MOST_CERTIFICATES = 20;

const unreadable = (why: string): SignatureProblem => new SignatureProblem('unreadable', why);

/** Every Id of the document, whatever its attribute is called; throws where one is there twice. */
function elementsById(root: Element): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  const seen = new Set<string>();
  for (const element of [root, ...elementsIn(root)]) {
    for (const { local, name, value } of element.attributes) {
      if (local.toLowerCase() !== 'id') continue;
      if (seen.has(value)) throw unreadable(`the Id ${value} is there twice`);
      seen.add(value);
      if (name === 'Id') found.set(value, element);
    }
  }
  return found;
}

function readCertificates(root: Element): ReadCertificate[] {
  const data = children(root, NS.signature, 'KeyInfo').flatMap((info) => children(info, NS.signature, 'X509Data'));
  const elements = data.flatMap((one) => children(one, NS.signature, 'X509Certificate'));
  if (elements.length === 0) throw new SignatureProblem('no-certificate', 'signed without a certificate');
  if (elements.length > MOST_CERTIFICATES) throw unreadable('more certificates than a chain has');
  return elements.map((element) => readCertificate(base64(element)));
}

const isSame = (a: ReadCertificate, b: ReadCertificate): boolean => a.fingerprint === b.fingerprint;

/** The signer first, then who issued it, by their names: whether they really did is judged elsewhere. */
function inOrder(signer: ReadCertificate, all: readonly ReadCertificate[]): ReadCertificate[] {
  const chain = [signer];
  for (let last = signer; ;) {
    const { issuerDer } = last;
    const issuer = all.find(
      (other) => !chain.some((one) => isSame(one, other)) && Buffer.compare(other.subjectDer, issuerDer) === 0,
    );
    if (!issuer) break;
    chain.push(issuer);
    last = issuer;
  }
  return [...chain, ...all.filter((other) => !chain.some((one) => isSame(one, other)))];
}

/** The certificate whose key made the signature value. */
function findSigner(root: Element, signedInfo: Element, certificates: readonly ReadCertificate[]): ReadCertificate {
  const canonicalisation = algorithmOf(onlyChild(signedInfo, NS.signature, 'CanonicalizationMethod'));
  const methodElement = onlyChild(signedInfo, NS.signature, 'SignatureMethod');
  const uri = algorithmOf(methodElement);
  const method = signatureMethodOf(uri);
  if (canonicalisation !== C14N || !method || childElements(methodElement).length > 0)
    throw new SignatureProblem(isWeakUri(uri) ? 'weak-algorithm' : 'algorithm', `${canonicalisation} ${uri}`);
  const value = base64(onlyChild(root, NS.signature, 'SignatureValue'));
  const data = Buffer.from(canonicalElement(signedInfo));
  const scheme: SignatureScheme =
    method.algorithm === 'RSA'
      ? { digest: method.digest, keyTypes: ['rsa'], options: { padding: constants.RSA_PKCS1_PADDING } }
      : { digest: method.digest, keyTypes: ['ec'], options: { dsaEncoding: 'ieee-p1363' } };
  const signer = certificates.find(({ key }) => key !== null && isSignedBy(key, scheme, [data], value));
  if (signer) return signer;
  // Certain only where every key that may have signed could be asked.
  const wasAsked = certificates.every(({ key }) => key !== null);
  throw new SignatureProblem(wasAsked ? 'signature-wrong' : 'key', 'no certificate fits the signature value');
}

/** Elements that `SignedInfo` names, their digests checked. */
function signedElements(signedInfo: Element, byId: ReadonlyMap<string, Element>): Element[] {
  const references = children(signedInfo, NS.signature, 'Reference').map(readReference);
  if (references.length === 0) throw unreadable('nothing is signed');
  return references.map((reference) => {
    const element = reference.uri.startsWith('#') ? byId.get(reference.uri.slice(1)) : undefined;
    const others = reference.transforms.filter((transform) => algorithmOf(transform) !== C14N);
    if (!reference.uri.startsWith('#') || others.length > 0) {
      throw new SignatureProblem('format', `reference ${reference.uri}`);
    }
    if (!element) throw new SignatureProblem('digest-wrong', `${reference.uri} is gone`);
    checkDigest(reference, canonicalElement(element));
    return element;
  });
}

const parentOf = ({ parent }: Element): Element | null => parent;

/** Objects of the package: children of the signature, named directly or by their manifest. */
function manifests(root: Element, signed: readonly Element[]): Element[] {
  const isObject = (element: Element | null): element is Element =>
    is(element, NS.signature, 'Object') && parentOf(element) === root;
  return signed.flatMap((element) => {
    if (isObject(element)) return children(element, NS.signature, 'Manifest');
    return is(element, NS.signature, 'Manifest') && isObject(parentOf(element)) ? [element] : [];
  });
}

function coverageOf(found: readonly Element[], signedPackage: SignedPackage): Coverage {
  const references = found.flatMap((manifest) => children(manifest, NS.signature, 'Reference')).map(readReference);
  if (references.length === 0) throw new SignatureProblem('coverage', 'no part of the package is signed');
  const parts = new Set<string>();
  const relationships = new Map<string, Selection>();
  for (const reference of references) {
    const { name, selection } = checkPart(reference, signedPackage.parts, signedPackage.types);
    if (parts.has(name) || relationships.has(name)) throw unreadable(`${name} is signed twice`);
    if (selection === null) parts.add(name);
    else relationships.set(name, selection);
  }
  return { parts, relationships };
}

function signedProperties(root: Element, signed: readonly Element[], signer: ReadCertificate): SignedProperties {
  const id = valueOf(root, 'Id');
  const found = signed.filter((element) => {
    const qualifying = parentOf(element);
    return (
      is(element, NS.xades, 'SignedProperties') &&
      is(qualifying, NS.xades, 'QualifyingProperties') &&
      parentOf(parentOf(qualifying) ?? root) === root &&
      valueOf(qualifying, 'Target') === `#${id}`
    );
  });
  const [properties] = found;
  return properties && found.length === 1
    ? readSignedProperties(properties, signer)
    : { claimedAt: null, namesCertificate: false };
}

/** Time in the package object, for signatures without XAdES. */
function packageTime(root: Element, signed: readonly Element[]): string | null {
  const objects = signed.filter((element) => is(element, NS.signature, 'Object') && parentOf(element) === root);
  const times = objects
    .flatMap((object) => children(object, NS.signature, 'SignatureProperties'))
    .flatMap((list) => children(list, NS.signature, 'SignatureProperty'))
    .flatMap((property) => children(property, NS.packageSignature, 'SignatureTime'))
    .flatMap((time) => children(time, NS.packageSignature, 'Value'));
  return times[0] ? instantOf(textOf(times[0])) : null;
}

/** What could be found out before something turned out wrong. */
interface Progress {
  certificates: readonly ReadCertificate[];
  claimedAt: string | null;
  format: FoundSignature['format'];
  coverage: Coverage;
}

/** Throws where something is wrong. */
function verifyInto(progress: Progress, part: Uint8Array, signedPackage: SignedPackage): void {
  const root = parseXml(part);
  if (!is(root, NS.signature, 'Signature')) throw unreadable('no signature');
  progress.certificates = readCertificates(root);
  const byId = elementsById(root);
  const signedInfo = onlyChild(root, NS.signature, 'SignedInfo');
  const signer = findSigner(root, signedInfo, progress.certificates);
  progress.certificates = inOrder(signer, progress.certificates);
  const signed = signedElements(signedInfo, byId);
  const properties = signedProperties(root, signed, signer);
  progress.claimedAt = properties.claimedAt ?? packageTime(root, signed);
  // XAdES baseline asks for more than Office and LibreOffice write, so that level is never named.
  progress.format = properties.namesCertificate ? 'named' : 'plain';
  progress.coverage = coverageOf(manifests(root, signed), signedPackage);
}

function problemOf(error: unknown): Pick<VerifiedSignature, 'problem' | 'reason'> {
  const kind = error instanceof SignatureProblem ? error.kind : 'unreadable';
  if (kind === 'digest-wrong' || kind === 'signature-wrong') return { problem: kind, reason: null };
  return { problem: 'unjudged', reason: kind };
}

/** Never throws: what is wrong with it stands in `problem`. */
export function verifySignature(part: Uint8Array, signedPackage: SignedPackage): VerifiedSignature {
  const progress: Progress = {
    certificates: [],
    claimedAt: null,
    format: 'plain',
    coverage: { parts: new Set(), relationships: new Map() },
  };
  let found: Pick<VerifiedSignature, 'problem' | 'reason'> = { problem: null, reason: null };
  try {
    verifyInto(progress, part, signedPackage);
  } catch (error) {
    found = problemOf(error);
  }
  return { ...progress, certificates: progress.certificates.map(({ raw }) => raw), ...found };
}
