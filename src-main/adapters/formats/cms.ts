/** Checks one detached or enveloped CMS SignedData with one signer (RFC 5652, 5; ETSI EN 319 122-1). Whom to trust is decided elsewhere. */
import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type Attribute,
  type SignedAndUnsignedAttributes,
  type SignerInfo,
} from 'pkijs';
import type { UnjudgedReason } from '../../contract/signature/shapes.ts';
import type { FoundSignature } from '../../core/ports/signature-ports.ts';
import { readCertificate, subjectKeyIdentifier, type ReadCertificate } from './certificate.ts';
import { parseDer, TooLarge } from './der.ts';
import { digestOf } from './digest.ts';
import { DIGESTS, OID, WEAK_ALGORITHMS } from './oids.ts';
import { isSignedBy } from './public-key.ts';
import { signatureScheme } from './signature-scheme.ts';

export interface CheckedCms {
  readonly problem: FoundSignature['problem'];
  readonly reason: UnjudgedReason | null;
  /** Signer first; DER. */
  readonly certificates: readonly Uint8Array[];
  /** Which form of reference to the signer's certificate stands among the signed attributes (RFC 5035); 0 without one. */
  readonly reference: 0 | 1 | 2;
  /** The signed attributes state a time, which PAdES keeps out of the CMS (ETSI EN 319 142-1, 6.3). */
  readonly claimedAt: string | null;
  readonly signatureValue: Uint8Array;
  readonly timestampTokens: readonly Uint8Array[];
  /** What travels inside the CMS; null when it is detached. */
  readonly content: Uint8Array | null;
}

const view = (octets: asn1.OctetString): Uint8Array => new Uint8Array(octets.getValue());
const unjudged = (reason: UnjudgedReason, certificates: readonly Uint8Array[] = []): CheckedCms => ({
  problem: 'unjudged',
  reason,
  certificates,
  reference: 0,
  claimedAt: null,
  signatureValue: new Uint8Array(),
  timestampTokens: [],
  content: null,
});

/** The certificates' own bytes: encoding them anew could change what was signed. */
function certificatesOf(info: ContentInfo): Uint8Array[] {
  const signedData = info.content as asn1.BaseBlock;
  if (!(signedData instanceof asn1.Sequence)) return [];
  const set = signedData.valueBlock.value.find(
    (block) => block.idBlock.tagClass === 3 && block.idBlock.tagNumber === 0,
  );
  if (!(set instanceof asn1.Constructed)) return [];
  return set.valueBlock.value
    .filter((block) => block instanceof asn1.Sequence)
    .map((block) => Uint8Array.from(block.valueBeforeDecodeView));
}

/** The single value of an attribute that may stand there once; 'twice' when it stands there more often. */
function attribute(attributes: SignedAndUnsignedAttributes | undefined, type: string): asn1.BaseBlock | null | 'twice' {
  const found = (attributes?.attributes ?? []).filter((candidate: Attribute) => candidate.type === type);
  if (found.length === 0) return null;
  const values = found.flatMap((candidate) => candidate.values as asn1.BaseBlock[]);
  return values.length === 1 ? (values[0] ?? null) : 'twice';
}

/** Certificates that the signer's identifier fits: by issuer and number, or by the key's identifier. */
function candidates(signer: SignerInfo, certificates: readonly Uint8Array[]): ReadCertificate[] {
  const sid: unknown = signer.sid;
  return certificates.flatMap((der) => {
    try {
      const certificate = readCertificate(der);
      const isNamed =
        sid instanceof IssuerAndSerialNumber
          ? isSameBytes(certificate.issuerDer, new Uint8Array(sid.issuer.valueBeforeDecode)) &&
            certificate.serialNumber === hexOf(sid.serialNumber)
          : sid instanceof asn1.Primitive &&
            isSameBytes(subjectKeyIdentifier(certificate) ?? new Uint8Array(), sid.valueBlock.valueHexView);
      return isNamed ? [certificate] : [];
    } catch {
      return [];
    }
  });
}

const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const hexOf = (serial: asn1.Integer): string =>
  Buffer.from(serial.valueBlock.valueHexView)
    .toString('hex')
    .replace(/^(?:00)+(?=..)/, '');

/** The hash in ESSCertIDv2 (RFC 5035) or ESSCertID (RFC 2634) is the certificate's; null where its algorithm is not known here. */
function referenceFits(value: asn1.BaseBlock, version: 1 | 2, certificate: Uint8Array): boolean | null {
  const step = (block: asn1.BaseBlock | undefined): asn1.BaseBlock[] =>
    block instanceof asn1.Sequence ? block.valueBlock.value : [];
  const [first, second] = step(step(step(value)[0])[0]);
  const hash = first instanceof asn1.OctetString ? first : second;
  if (!(hash instanceof asn1.OctetString)) return null;
  const named = step(first)[0];
  if (version === 1) return createHash('sha1').update(certificate).digest().equals(view(hash));
  const digest = named instanceof asn1.ObjectIdentifier ? DIGESTS.get(named.getValue()) : 'sha256';
  return digest === undefined ? null : digestOf(digest, [certificate]).equals(view(hash));
}

function signedData(cms: Uint8Array): { readonly info: ContentInfo; readonly data: SignedData } | null {
  const info = new ContentInfo({ schema: parseDer(cms) });
  if (info.contentType !== OID.signedData) return null;
  return { info, data: new SignedData({ schema: info.content as asn1.BaseBlock }) };
}

/** `detached`: the bytes outside, in pieces; null when the content must stand inside. Never throws. */
export function verifyCms(cms: Uint8Array, contentType: string, detached: readonly Uint8Array[] | null): CheckedCms {
  try {
    return check(cms, contentType, detached);
  } catch (error) {
    return unjudged(error instanceof TooLarge ? 'too-large' : 'unreadable');
  }
}

/** What RFC 5652, 5.3 demands of signed attributes; null for a signature over the content itself. */
function signedAttributes(
  signer: SignerInfo,
  contentType: string,
): { readonly der: Uint8Array; readonly messageDigest: Uint8Array } | 'unreadable' | null {
  const { signedAttrs } = signer;
  if (!signedAttrs) return null;
  const type = attribute(signedAttrs, OID.contentType);
  const stated = attribute(signedAttrs, OID.messageDigest);
  const typeFits = type instanceof asn1.ObjectIdentifier && type.getValue() === contentType;
  if (!typeFits || !(stated instanceof asn1.OctetString)) return 'unreadable';
  return { der: new Uint8Array(signedAttrs.encodedValue), messageDigest: view(stated) };
}

interface Reference {
  readonly version: 1 | 2;
  readonly fits: boolean | null;
}

/** References to the signer's certificate among the signed attributes. */
function references(attributes: SignedAndUnsignedAttributes | undefined, certificate: Uint8Array): Reference[] {
  return ([2, 1] as const).flatMap((version) => {
    const value = attribute(attributes, version === 2 ? OID.signingCertificateV2 : OID.signingCertificate);
    if (value === null) return [];
    return [{ version, fits: value === 'twice' ? null : referenceFits(value, version, certificate) }];
  });
}

function claimedTime(attributes: SignedAndUnsignedAttributes | undefined): string | null {
  const time = attribute(attributes, OID.signingTime);
  const isTime = time instanceof asn1.UTCTime || time instanceof asn1.GeneralizedTime;
  return isTime ? time.toDate().toISOString() : null;
}

function timestampTokens(attributes: SignedAndUnsignedAttributes | undefined): Uint8Array[] {
  const found = (attributes?.attributes ?? []).filter(({ type }) => type === OID.timestampToken);
  return found.flatMap(({ values }) =>
    (values as asn1.BaseBlock[]).map((value) => Uint8Array.from(value.valueBeforeDecodeView)),
  );
}

const isWeak = (...algorithms: readonly string[]): boolean => algorithms.some((oid) => WEAK_ALGORITHMS.has(oid));

function check(cms: Uint8Array, contentType: string, detached: readonly Uint8Array[] | null): CheckedCms {
  const read = signedData(cms);
  const [signer, ...others] = read?.data.signerInfos ?? [];
  if (!read || !signer) return unjudged('unreadable');
  const certificates = certificatesOf(read.info);
  const inside = read.data.encapContentInfo.eContent;
  // Older forms sign a digest inside the CMS, or carry several signers: PDF and time stamps of today do neither.
  if (others.length > 0) return unjudged('several-signers', certificates);
  if ((inside !== undefined) === (detached !== null)) return unjudged('format', certificates);
  if (read.data.encapContentInfo.eContentType !== contentType) return unjudged('format', certificates);
  const content = inside ? view(inside) : null;
  const pieces = detached ?? (content ? [content] : []);

  const signers = candidates(signer, certificates);
  const [first] = signers;
  if (first === undefined) return unjudged('no-certificate', certificates);
  const signerFirst = ({ raw }: ReadCertificate): Uint8Array[] => [
    raw,
    ...certificates.filter((certificate) => !isSameBytes(certificate, raw)),
  ];
  const digest = DIGESTS.get(signer.digestAlgorithm.algorithmId);
  const scheme = signatureScheme(signer.signatureAlgorithm, digest);
  if (digest === undefined || scheme === null) {
    const { digestAlgorithm, signatureAlgorithm } = signer;
    const weak = isWeak(digestAlgorithm.algorithmId, signatureAlgorithm.algorithmId);
    return unjudged(weak ? 'weak-algorithm' : 'algorithm', signerFirst(first));
  }
  const attributes = signedAttributes(signer, contentType);
  // Without attributes the content must not look like some: they could be those of another signature.
  if (attributes === 'unreadable' || (attributes === null && pieces[0]?.[0] === 0x31))
    return unjudged('unreadable', signerFirst(first));

  const digestFits = attributes === null || digestOf(digest, pieces).equals(attributes.messageDigest);
  const signature = view(signer.signature);
  const data = attributes ? [attributes.der] : pieces;
  const leader = signers.find(({ key }) => key !== null && isSignedBy(key, scheme, data, signature));
  const found = references(signer.signedAttrs, (leader ?? first).raw);
  // A reference to another certificate means that the certificate was exchanged (RFC 5035, 5.4): by whom and when, nobody can say.
  const isOther = found.some(({ fits }) => fits === false);
  const verdict = ((): Pick<CheckedCms, 'problem' | 'reason'> => {
    if (!digestFits) return { problem: 'digest-wrong', reason: null };
    if (leader === undefined) {
      // Certain only where every key that may have signed could be asked.
      const wasAsked = signers.every(({ key }) => key !== null && scheme.keyTypes.includes(key.kind));
      return wasAsked ? { problem: 'signature-wrong', reason: null } : { problem: 'unjudged', reason: 'key' };
    }
    if (isOther) return { problem: 'unjudged', reason: 'other-certificate' };
    return { problem: null, reason: null };
  })();
  return {
    ...verdict,
    certificates: signerFirst(leader ?? first),
    reference: found.find(({ fits }) => fits === true)?.version ?? 0,
    claimedAt: claimedTime(signer.signedAttrs),
    signatureValue: signature,
    timestampTokens: timestampTokens(signer.unsignedAttrs),
    content,
  };
}
