/**
 * Whether a signer's certificate leads to an anchor of the office's trust list (RFC 5280 6, the part that works without a network).
 * Asked in this order: was the certificate valid at the instant ('expired', 'not-yet-valid'), may it sign at all ('unsuitable'), does
 * a path lead to an anchor ('trusted', else 'untrusted'; an authority outside its days counts as untrusted).
 * Revocation is **not** checked: lists and OCSP need a network that this program does not assume. Policies and name constraints are not
 * processed; an authority that makes name constraints critical is therefore not followed.
 */
import type { X509Certificate } from 'node:crypto';
import type { ChainVerdict } from '../../core/signature-ports.ts';
import { extensionsOf, type Extensions } from './certificate-extensions.ts';
import { parseCertificate } from './parse-certificate.ts';

interface Link {
  readonly certificate: X509Certificate;
  readonly extensions: Extensions;
}

/** Against signatures that bring thousands of certificates issuing each other in a circle. */
const MOST_CERTIFICATES = 100;
const LONGEST_PATH = 10;
const MOST_STEPS = 1000;

function linkOf(der: Uint8Array): Link | null {
  try {
    return { certificate: parseCertificate(der), extensions: extensionsOf(der) };
  } catch {
    return null;
  }
}

const sameBytes = (a: Link, b: Link): boolean => a.certificate.raw.equals(b.certificate.raw);
const isSelfIssued = ({ certificate }: Link): boolean => certificate.subject === certificate.issuer;

function isValidAt({ certificate }: Link, time: number): boolean {
  return certificate.validFromDate.getTime() <= time && time <= certificate.validToDate.getTime();
}

/** MD5 and SHA-1 can be made to collide, so a signature with them proves no issuer. */
function isSoundlySigned({ certificate }: Link): boolean {
  return !/md\d|sha1(?!\d)/i.test(certificate.signatureAlgorithm ?? 'md5');
}

function hasIssued(issuer: Link, child: Link): boolean {
  return (
    child.certificate.checkIssued(issuer.certificate) &&
    isSoundlySigned(child) &&
    child.certificate.verify(issuer.certificate.publicKey)
  );
}

/** `below`: authorities between the issuer and the signer that are not self-issued (RFC 5280 6.1.4 l). */
function mayIssue({ extensions }: Link, below: number): boolean {
  const { isAuthority, usage, pathLength } = extensions;
  return isAuthority && (usage?.issues ?? true) && (pathLength === null || below <= pathLength);
}

interface Search {
  readonly pool: readonly Link[];
  readonly anchors: readonly Link[];
  readonly time: number;
  steps: number;
}

function leadsToAnchor(path: readonly Link[], search: Search): boolean {
  const last = path.at(-1);
  if (last === undefined || (search.steps += 1) > MOST_STEPS) return false;
  if (!isValidAt(last, search.time) || last.extensions.hasUnknownCritical) return false;
  if (search.anchors.some((anchor) => sameBytes(anchor, last))) return true;
  if (path.length >= LONGEST_PATH) return false;
  const below = path.slice(1).filter((link) => !isSelfIssued(link)).length;
  return search.pool.some(
    (issuer) =>
      !path.some((link) => sameBytes(link, issuer)) &&
      mayIssue(issuer, below) &&
      hasIssued(issuer, last) &&
      leadsToAnchor([...path, issuer], search),
  );
}

export function judgeChain(
  certificates: readonly Uint8Array[],
  anchors: readonly Uint8Array[],
  at: string,
): ChainVerdict {
  const [first, ...others] = certificates.slice(0, MOST_CERTIFICATES);
  const signer = first && linkOf(first);
  const time = Date.parse(at);
  if (!signer || Number.isNaN(time)) return 'unsuitable';
  if (time > signer.certificate.validToDate.getTime()) return 'expired';
  if (time < signer.certificate.validFromDate.getTime()) return 'not-yet-valid';
  if (signer.extensions.usage?.signs === false) return 'unsuitable';
  const anchorLinks = anchors.map(linkOf).filter((link) => link !== null);
  const pool = [...others.map(linkOf).filter((link) => link !== null), ...anchorLinks];
  const search: Search = { pool, anchors: anchorLinks, time, steps: 0 };
  return leadsToAnchor([signer], search) ? 'trusted' : 'untrusted';
}
