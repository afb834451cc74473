/**
 * Whether a signer's certificate leads to an anchor of the office's trust list (RFC 5280 6, the part that works without a network).
 * Asked in this order: was the certificate valid at the instant ('expired', 'not-yet-valid'), may it sign at all ('unsuitable'), does
 * a path lead to an anchor ('trusted', else 'untrusted'; an authority outside its days counts as untrusted; 'not-checkable' where a path
 * may lead there, over a kind of key that is not checked here).
 * Revocation is **not** checked: lists and OCSP need a network that this program does not assume. Policies and name constraints are not
 * processed; an authority that makes name constraints critical is therefore not followed.
 */
import { AuthorityKeyIdentifier } from 'pkijs';
import type { ChainPurpose, ChainVerdict } from '../../../core/ports/signature-ports.ts';
import {
  extensionValue,
  readCertificate,
  subjectKeyIdentifier,
  type ReadCertificate,
} from '../../formats/certificate.ts';
import { parseDer } from '../../formats/der.ts';
import { WEAK_ALGORITHMS } from '../../formats/oids.ts';
import { isSignedBy } from '../../formats/public-key.ts';
import { signatureScheme } from '../../formats/signature-scheme.ts';
import { extensionsOf, type Extensions } from './certificate-extensions.ts';

interface Link {
  readonly certificate: ReadCertificate;
  readonly extensions: Extensions;
}

/** Against signatures that bring thousands of certificates issuing each other in a circle. */
const MOST_CERTIFICATES = 100;
const LONGEST_PATH = 10;
const MOST_STEPS = 1000;
const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35';

function linkOf(der: Uint8Array): Link | null {
  try {
    const certificate = readCertificate(der);
    return { certificate, extensions: extensionsOf(certificate) };
  } catch {
    return null;
  }
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const isSame = (a: Link, b: Link): boolean => sameBytes(a.certificate.raw, b.certificate.raw);
const isSelfIssued = ({ certificate }: Link): boolean => sameBytes(certificate.subjectDer, certificate.issuerDer);

function isValidAt({ certificate }: Link, time: number): boolean {
  return certificate.notBefore.getTime() <= time && time <= certificate.notAfter.getTime();
}

/** The issuer's key as the child names it (4.2.1.1), where both name it. */
function keyIdentifiersFit(issuer: ReadCertificate, child: ReadCertificate): boolean {
  const extension = child.extension(AUTHORITY_KEY_IDENTIFIER);
  const own = subjectKeyIdentifier(issuer);
  if (!extension || !own) return true;
  const { keyIdentifier } = new AuthorityKeyIdentifier({ schema: parseDer(extensionValue(extension)) });
  return !keyIdentifier || sameBytes(own, new Uint8Array(keyIdentifier.valueBlock.valueHexView));
}

/** 'unknown' where names and keys' identifiers fit, but kind of key or algorithm is not one that can be checked here. */
function hasIssued({ certificate: issuer }: Link, { certificate: child }: Link): boolean | 'unknown' {
  if (!sameBytes(issuer.subjectDer, child.issuerDer) || !keyIdentifiersFit(issuer, child)) return false;
  // MD5 and SHA-1 can be made to collide, so a signature with them proves no issuer.
  if (WEAK_ALGORITHMS.has(child.signatureAlgorithm.algorithmId)) return false;
  const scheme = signatureScheme(child.signatureAlgorithm, undefined);
  if (scheme === null || issuer.key === null) return 'unknown';
  return isSignedBy(issuer.key, scheme, [child.signedPart], child.signature);
}

/** `below`: authorities between the issuer and the signer that are not self-issued (RFC 5280 6.1.4 l). */
function mayIssue({ certificate, extensions }: Link, below: number): boolean {
  const { usage, pathLength } = extensions;
  return certificate.isAuthority && (usage?.issues ?? true) && (pathLength === null || below <= pathLength);
}

interface Search {
  readonly pool: readonly Link[];
  readonly anchors: readonly Link[];
  readonly time: number;
  steps: number;
  /** A step was met that might lead on, but could not be checked. */
  metUnknown: boolean;
  /** Child → issuer → whether it issued it: where authorities issue each other, paths meet the same pairs again and again. */
  readonly known: Map<Link, Map<Link, boolean | 'unknown'>>;
}

function leadsToAnchor(path: readonly Link[], search: Search): boolean {
  const last = path.at(-1);
  if (last === undefined || (search.steps += 1) > MOST_STEPS) return false;
  if (!isValidAt(last, search.time) || last.extensions.hasUnknownCritical) return false;
  if (search.anchors.some((anchor) => isSame(anchor, last))) return true;
  if (path.length >= LONGEST_PATH) return false;
  const below = path.slice(1).filter((link) => !isSelfIssued(link)).length;
  return search.pool.some((issuer) => {
    if (path.some((link) => isSame(link, issuer)) || !mayIssue(issuer, below)) return false;
    const issued = issueOf(issuer, last, search.known);
    if (issued === 'unknown') search.metUnknown = true;
    return issued === true && leadsToAnchor([...path, issuer], search);
  });
}

function issueOf(issuer: Link, child: Link, known: Search['known']): boolean | 'unknown' {
  const ofChild = known.get(child) ?? new Map<Link, boolean | 'unknown'>();
  known.set(child, ofChild);
  let issued = ofChild.get(issuer);
  if (issued === undefined) {
    try {
      issued = hasIssued(issuer, child);
    } catch {
      issued = 'unknown';
    }
    ofChild.set(issuer, issued);
  }
  return issued;
}

export function judgeChain(
  certificates: readonly Uint8Array[],
  anchors: readonly Uint8Array[],
  at: string,
  purpose: ChainPurpose = 'document',
): ChainVerdict {
  const [first, ...others] = certificates.slice(0, MOST_CERTIFICATES);
  const signer = first && linkOf(first);
  const time = Date.parse(at);
  if (!signer || Number.isNaN(time)) return 'unsuitable';
  if (time > signer.certificate.notAfter.getTime()) return 'expired';
  if (time < signer.certificate.notBefore.getTime()) return 'not-yet-valid';
  if (signer.extensions.usage?.signs === false) return 'unsuitable';
  // A service for time stamps is told by the token itself (formats/timestamp.ts).
  if (purpose === 'document' && signer.extensions.isForMachines) return 'unsuitable';
  const anchorLinks = anchors.map(linkOf).filter((link) => link !== null);
  const pool = [...others.map(linkOf).filter((link) => link !== null), ...anchorLinks];
  const search: Search = { pool, anchors: anchorLinks, time, steps: 0, metUnknown: false, known: new Map() };
  if (leadsToAnchor([signer], search)) return 'trusted';
  return search.metUnknown ? 'not-checkable' : 'untrusted';
}
