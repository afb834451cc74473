/** Checks one detached or enveloped CMS SignedData with one signer (RFC 5652, 5; ETSI EN 319 122-1). Whom to trust is decided elsewhere. */
import { createHash, createVerify, X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type Attribute,
  type SignedAndUnsignedAttributes,
  type SignerInfo,
} from 'pkijs';
import type { FoundSignature } from '../../core/signature-ports.ts';
import { DIGESTS, OID } from './oids.ts';
import { signatureScheme, type SignatureScheme } from './signature-scheme.ts';

export interface CheckedCms {
  readonly problem: FoundSignature['problem'];
  /** Signer first; DER. */
  readonly certificates: readonly Uint8Array[];
  /** The signed attributes name the signer's certificate: B-B, not only 'basic'. */
  readonly namesCertificate: boolean;
  readonly claimedAt: string | null;
  readonly signatureValue: Uint8Array;
  readonly timestampTokens: readonly Uint8Array[];
  /** What travels inside the CMS; null when it is detached. */
  readonly content: Uint8Array | null;
}

const view = (octets: asn1.OctetString): Uint8Array => new Uint8Array(octets.getValue());
const failed = (problem: 'damaged' | 'unsupported', certificates: readonly Uint8Array[] = []): CheckedCms => ({
  problem,
  certificates,
  namesCertificate: false,
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
function candidates(signer: SignerInfo, certificates: readonly Uint8Array[]): Uint8Array[] {
  const sid: unknown = signer.sid;
  return certificates.filter((der) => {
    try {
      const certificate = Certificate.fromBER(Uint8Array.from(der));
      if (sid instanceof IssuerAndSerialNumber)
        return certificate.serialNumber.isEqual(sid.serialNumber) && certificate.issuer.isEqual(sid.issuer);
      const extension = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue as unknown;
      return (
        extension instanceof asn1.OctetString &&
        sid instanceof asn1.Primitive &&
        Buffer.compare(view(extension), sid.valueBlock.valueHexView) === 0
      );
    } catch {
      return false;
    }
  });
}

function isSignedBy(
  certificate: Uint8Array,
  scheme: SignatureScheme,
  data: readonly Uint8Array[],
  signature: Uint8Array,
): boolean {
  try {
    const { publicKey } = new X509Certificate(certificate);
    if (!scheme.keyTypes.includes(publicKey.asymmetricKeyType ?? '')) return false;
    const verify = createVerify(scheme.digest);
    for (const piece of data) verify.update(piece);
    return verify.verify({ key: publicKey, ...scheme.options }, signature);
  } catch {
    return false;
  }
}

/** The hash in ESSCertIDv2 (RFC 5035) or ESSCertID (RFC 2634) is the certificate's. */
function referenceFits(value: asn1.BaseBlock, version: 1 | 2, certificate: Uint8Array): boolean {
  const step = (block: asn1.BaseBlock | undefined): asn1.BaseBlock[] =>
    block instanceof asn1.Sequence ? block.valueBlock.value : [];
  const [first, second] = step(step(step(value)[0])[0]);
  const hash = first instanceof asn1.OctetString ? first : second;
  if (!(hash instanceof asn1.OctetString)) return false;
  const named = step(first)[0];
  const digest =
    version === 1 ? 'sha1' : named instanceof asn1.ObjectIdentifier ? DIGESTS.get(named.getValue()) : 'sha256';
  if (digest === undefined) return false;
  return createHash(digest).update(certificate).digest().equals(view(hash));
}

function signedData(cms: Uint8Array): { readonly info: ContentInfo; readonly data: SignedData } | null {
  const parsed = asn1.fromBER(Uint8Array.from(cms));
  if (parsed.offset === -1 || parsed.offset !== cms.length) return null;
  const info = new ContentInfo({ schema: parsed.result });
  if (info.contentType !== OID.signedData) return null;
  return { info, data: new SignedData({ schema: info.content as asn1.BaseBlock }) };
}

/** `detached`: the bytes outside, in pieces; null when the content must stand inside. Never throws. */
export function verifyCms(cms: Uint8Array, contentType: string, detached: readonly Uint8Array[] | null): CheckedCms {
  try {
    return check(cms, contentType, detached);
  } catch {
    return failed('damaged');
  }
}

/** What RFC 5652, 5.3 demands of signed attributes; null for a signature over the content itself. */
function signedAttributes(
  signer: SignerInfo,
  contentType: string,
): { readonly der: Uint8Array; readonly messageDigest: Uint8Array } | 'damaged' | null {
  const { signedAttrs } = signer;
  if (!signedAttrs) return null;
  const type = attribute(signedAttrs, OID.contentType);
  const stated = attribute(signedAttrs, OID.messageDigest);
  const typeFits = type instanceof asn1.ObjectIdentifier && type.getValue() === contentType;
  if (!typeFits || !(stated instanceof asn1.OctetString)) return 'damaged';
  return { der: new Uint8Array(signedAttrs.encodedValue), messageDigest: view(stated) };
}

/** For each reference to the signer's certificate among the signed attributes: does it fit? */
function references(attributes: SignedAndUnsignedAttributes | undefined, certificate: Uint8Array): boolean[] {
  return ([2, 1] as const).flatMap((version) => {
    const value = attribute(attributes, version === 2 ? OID.signingCertificateV2 : OID.signingCertificate);
    return value === null ? [] : [value !== 'twice' && referenceFits(value, version, certificate)];
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

function check(cms: Uint8Array, contentType: string, detached: readonly Uint8Array[] | null): CheckedCms {
  const read = signedData(cms);
  const [signer, ...others] = read?.data.signerInfos ?? [];
  if (!read || !signer) return failed('damaged');
  const certificates = certificatesOf(read.info);
  const inside = read.data.encapContentInfo.eContent;
  // Older forms sign a digest inside the CMS, or carry several signers: PDF and time stamps of today do neither.
  if (others.length > 0 || (inside !== undefined) === (detached !== null)) return failed('unsupported', certificates);
  if (read.data.encapContentInfo.eContentType !== contentType) return failed('damaged', certificates);
  const content = inside ? view(inside) : null;
  const pieces = detached ?? (content ? [content] : []);

  const digest = DIGESTS.get(signer.digestAlgorithm.algorithmId);
  const scheme = signatureScheme(signer.signatureAlgorithm, digest);
  const signers = candidates(signer, certificates);
  const [first] = signers;
  const signerFirst = (leader: Uint8Array): Uint8Array[] => [
    leader,
    ...certificates.filter((certificate) => certificate !== leader),
  ];
  if (digest === undefined || scheme === null || first === undefined)
    return failed('unsupported', first ? signerFirst(first) : certificates);
  const attributes = signedAttributes(signer, contentType);
  // Without attributes the content must not look like some: they could be those of another signature.
  if (attributes === 'damaged' || (attributes === null && pieces[0]?.[0] === 0x31))
    return failed('damaged', signerFirst(first));

  const hash = createHash(digest);
  for (const piece of pieces) hash.update(piece);
  const digestFits = attributes === null || hash.digest().equals(attributes.messageDigest);
  const signature = view(signer.signature);
  const data = attributes ? [attributes.der] : pieces;
  const leader = signers.find((candidate) => isSignedBy(candidate, scheme, data, signature));
  const fits = references(signer.signedAttrs, leader ?? first);
  // A reference to another certificate means that the certificate was exchanged (RFC 5035, 5.4).
  const signatureFits = leader !== undefined && !fits.includes(false);
  return {
    problem: !digestFits ? 'digest-wrong' : !signatureFits ? 'signature-wrong' : null,
    certificates: signerFirst(leader ?? first),
    namesCertificate: fits.includes(true),
    claimedAt: claimedTime(signer.signedAttrs),
    signatureValue: signature,
    timestampTokens: timestampTokens(signer.unsignedAttrs),
    content,
  };
}
