/**
 * Verifies one signature part. Everything it tells comes from elements that `SignedInfo` names by a unique Id and that stand where the norm
 * puts them, so nothing that was wrapped around or put beside them is believed.
 */
import { verify, X509Certificate } from 'node:crypto';
import type { FoundSignature } from '../../core/signature-ports.ts';
import { canonicalElement } from './canonicalise.ts';
import type { ContentTypes } from './content-types.ts';
import type { Coverage } from './coverage.ts';
import { C14N, NS, signatureMethodOf } from './names.ts';
import { algorithmOf, base64, checkDigest, checkPart, readReference } from './read-references.ts';
import { instantOf, readSignedProperties, type SignedProperties } from './read-signed-properties.ts';
import type { Selection } from './relationships.ts';
import { SignatureProblem } from './signature-problem.ts';
import { childElements, children, onlyChild, parseXml, textOf, type Element } from './xml.ts';

export interface VerifiedSignature {
  readonly certificates: readonly Uint8Array[];
  readonly claimedAt: string | null;
  readonly level: FoundSignature['level'];
  readonly problem: FoundSignature['problem'];
  readonly coverage: Coverage;
}

export interface SignedPackage {
  /** By canonical name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly types: ContentTypes;
}

const MOST_CERTIFICATES = 20;

const damaged = (why: string): SignatureProblem => new SignatureProblem('damaged', why);

/** Every Id of the document, whatever its attribute is called; throws where one is there twice. */
function elementsById(root: Element): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  const seen = new Set<string>();
  for (const element of [root, ...Array.from(root.getElementsByTagName('*'))]) {
    for (const { localName, name, value } of Array.from(element.attributes)) {
      if ((localName ?? name).toLowerCase() !== 'id') continue;
      if (seen.has(value)) throw damaged(`the Id ${value} is there twice`);
      seen.add(value);
      if (name === 'Id') found.set(value, element);
    }
  }
  return found;
}

function readCertificates(root: Element): X509Certificate[] {
  const data = children(root, NS.signature, 'KeyInfo').flatMap((info) => children(info, NS.signature, 'X509Data'));
  const elements = data.flatMap((one) => children(one, NS.signature, 'X509Certificate'));
  if (elements.length === 0) throw new SignatureProblem('unsupported', 'signed without a certificate');
  if (elements.length > MOST_CERTIFICATES) throw damaged('more certificates than a chain has');
  return elements.map((element) => new X509Certificate(base64(element)));
}

/** The signer first, then who issued it. */
function inOrder(signer: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain = [signer];
  for (let last = signer; ;) {
    const issuer = all.find((other) => !chain.some(({ raw }) => raw.equals(other.raw)) && last.checkIssued(other));
    if (!issuer) break;
    chain.push(issuer);
    last = issuer;
  }
  return [...chain, ...all.filter((other) => !chain.some(({ raw }) => raw.equals(other.raw)))];
}

/** The certificate whose key made the signature value. */
function findSigner(root: Element, signedInfo: Element, certificates: readonly X509Certificate[]): X509Certificate {
  const canonicalisation = algorithmOf(onlyChild(signedInfo, NS.signature, 'CanonicalizationMethod'));
  const methodElement = onlyChild(signedInfo, NS.signature, 'SignatureMethod');
  const method = signatureMethodOf(algorithmOf(methodElement));
  if (canonicalisation !== C14N || !method || childElements(methodElement).length > 0) {
    throw new SignatureProblem('unsupported', `${canonicalisation} ${algorithmOf(methodElement)}`);
  }
  const value = base64(onlyChild(root, NS.signature, 'SignatureValue'));
  const data = Buffer.from(canonicalElement(signedInfo));
  const type = method.algorithm === 'RSA' ? 'rsa' : 'ec';
  const signer = certificates.find(
    ({ publicKey }) =>
      publicKey.asymmetricKeyType === type &&
      verify(method.digest, data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, value),
  );
  if (!signer) throw new SignatureProblem('signature-wrong', 'no certificate fits the signature value');
  return signer;
}

/** Elements that `SignedInfo` names, their digests checked. */
function signedElements(signedInfo: Element, byId: ReadonlyMap<string, Element>): Element[] {
  const references = children(signedInfo, NS.signature, 'Reference').map(readReference);
  if (references.length === 0) throw damaged('nothing is signed');
  return references.map((reference) => {
    const element = reference.uri.startsWith('#') ? byId.get(reference.uri.slice(1)) : undefined;
    const others = reference.transforms.filter((transform) => algorithmOf(transform) !== C14N);
    if (!reference.uri.startsWith('#') || others.length > 0) {
      throw new SignatureProblem('unsupported', `reference ${reference.uri}`);
    }
    if (!element) throw new SignatureProblem('digest-wrong', `${reference.uri} is gone`);
    checkDigest(reference, canonicalElement(element));
    return element;
  });
}

const is = (element: Element | null, namespace: string, name: string): element is Element =>
  element?.namespaceURI === namespace && element.localName === name;
const parentOf = (element: Element): Element | null => element.parentNode as Element | null;

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
  if (references.length === 0) throw new SignatureProblem('unsupported', 'no part of the package is signed');
  const parts = new Set<string>();
  const relationships = new Map<string, Selection>();
  for (const reference of references) {
    const { name, selection } = checkPart(reference, signedPackage.parts, signedPackage.types);
    if (parts.has(name) || relationships.has(name)) throw damaged(`${name} is signed twice`);
    if (selection === null) parts.add(name);
    else relationships.set(name, selection);
  }
  return { parts, relationships };
}

function signedProperties(root: Element, signed: readonly Element[], signer: X509Certificate): SignedProperties {
  const id = root.getAttribute('Id');
  const found = signed.filter((element) => {
    const qualifying = parentOf(element);
    return (
      is(element, NS.xades, 'SignedProperties') &&
      is(qualifying, NS.xades, 'QualifyingProperties') &&
      parentOf(parentOf(qualifying) ?? root) === root &&
      qualifying.getAttribute('Target') === `#${id}`
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
  certificates: readonly X509Certificate[];
  claimedAt: string | null;
  level: FoundSignature['level'];
  coverage: Coverage;
}

/** Throws where something is wrong. */
function verifyInto(progress: Progress, part: Uint8Array, signedPackage: SignedPackage): void {
  const root = parseXml(part);
  if (!is(root, NS.signature, 'Signature')) throw damaged('no signature');
  progress.certificates = readCertificates(root);
  const byId = elementsById(root);
  const signedInfo = onlyChild(root, NS.signature, 'SignedInfo');
  const signer = findSigner(root, signedInfo, progress.certificates);
  progress.certificates = inOrder(signer, progress.certificates);
  const signed = signedElements(signedInfo, byId);
  const properties = signedProperties(root, signed, signer);
  progress.claimedAt = properties.claimedAt ?? packageTime(root, signed);
  progress.level = properties.namesCertificate ? 'B-B' : 'basic';
  progress.coverage = coverageOf(manifests(root, signed), signedPackage);
}

function problemOf(error: unknown): FoundSignature['problem'] {
  return error instanceof SignatureProblem ? error.kind : 'damaged';
}

/** Never throws: what is wrong with it stands in `problem`. */
export function verifySignature(part: Uint8Array, signedPackage: SignedPackage): VerifiedSignature {
  const progress: Progress = {
    certificates: [],
    claimedAt: null,
    level: 'basic',
    coverage: { parts: new Set(), relationships: new Map() },
  };
  let problem: FoundSignature['problem'] = null;
  try {
    verifyInto(progress, part, signedPackage);
  } catch (error) {
    problem = problemOf(error);
  }
  return { ...progress, certificates: progress.certificates.map(({ raw }) => new Uint8Array(raw)), problem };
}
