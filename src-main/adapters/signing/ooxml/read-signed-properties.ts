/** XAdES 1.3.2: when the signer says it was, and which certificate it was done with. */
import { createHash } from 'node:crypto';
import type { ReadCertificate } from '../../formats/certificate.ts';
import { digestOf, NS } from './names.ts';
import { algorithmOf, base64 } from './read-references.ts';
import { SignatureProblem } from './signature-problem.ts';
import { children, textOf, type Element } from './xml.ts';

export interface SignedProperties {
  readonly claimedAt: string | null;
  /** The properties name the signer's certificate by a digest that could be checked. */
  readonly namesCertificate: boolean;
}

/** ISO 8601 in UTC; null where it is no instant. */
export function instantOf(text: string): string | null {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function namesCertificate(properties: Element, signer: Pick<ReadCertificate, 'raw'>): boolean {
  // ETSI EN 319 132-1 5.2.2 wants the second form; Office and LibreOffice write the first.
  const lists = ['SigningCertificate', 'SigningCertificateV2'].flatMap((name) => children(properties, NS.xades, name));
  const [certificate] = lists.flatMap((list) => children(list, NS.xades, 'Cert').slice(0, 1));
  const [digest] = certificate ? children(certificate, NS.xades, 'CertDigest') : [];
  const [method] = digest ? children(digest, NS.signature, 'DigestMethod') : [];
  const [value] = digest ? children(digest, NS.signature, 'DigestValue') : [];
  const name = method && digestOf(algorithmOf(method));
  if (!name || !value) return false;
  if (!createHash(name).update(signer.raw).digest().equals(base64(value))) {
    throw new SignatureProblem('other-certificate', 'signed for another certificate');
  }
  return true;
}

/** `properties`: a SignedProperties element that the signature covers. */
export function readSignedProperties(properties: Element, signer: Pick<ReadCertificate, 'raw'>): SignedProperties {
  const [own] = children(properties, NS.xades, 'SignedSignatureProperties');
  if (!own) return { claimedAt: null, namesCertificate: false };
  const [time] = children(own, NS.xades, 'SigningTime');
  return { claimedAt: time ? instantOf(textOf(time)) : null, namesCertificate: namesCertificate(own, signer) };
}
