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

/** The hash in ESSCertIDv2 (RFC 5035) or ESSCertID (RFC 2634); null when it cannot be read. */
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
  const [first = null] = candidates(signer, certificates);
  const signerFirst = (leader: Uint8Array | null): Uint8Array[] =>
    leader ? [leader, ...certificates.filter((certificate) => certificate !== leader)] : [...certificates];
  if (digest === undefined || scheme === null || first === null) return failed('unsupported', signerFirst(first));

  const type = attribute(signer.signedAttrs, OID.contentType);
  const stated = attribute(signer.signedAttrs, OID.messageDigest);
  const signature = view(signer.signature);
  const hash = createHash(digest);
  for (const piece of pieces) hash.update(piece);
  const messageDigest = hash.digest();
  const { signedAttrs } = signer;
  if (signedAttrs) {
    const typeFits = type instanceof asn1.ObjectIdentifier && type.getValue() === contentType;
    if (!typeFits || !(stated instanceof asn1.OctetString)) return failed('damaged', signerFirst(first));
  } else if (pieces[0]?.[0] === 0x31) {
    // Signed attributes of another signature, passed off as content.
    return failed('damaged', signerFirst(first));
  }
  const data = signedAttrs ? [new Uint8Array(signedAttrs.encodedValue)] : pieces;
  const leader = candidates(signer, certificates).find((candidate) => isSignedBy(candidate, scheme, data, signature));
  const references = ([2, 1] as const).flatMap((version) => {
    const value = attribute(signedAttrs, version === 2 ? OID.signingCertificateV2 : OID.signingCertificate);
    return value === null ? [] : [value !== 'twice' && referenceFits(value, version, leader ?? first)];
  });
  const digestWrong = stated instanceof asn1.OctetString && Buffer.compare(view(stated), messageDigest) !== 0;
  const time = attribute(signedAttrs, OID.signingTime);
  return {
    // A reference to another certificate means that the certificate was exchanged (RFC 5035, 5.4).
    problem: digestWrong
      ? 'digest-wrong'
      : leader === undefined || references.includes(false)
        ? 'signature-wrong'
        : null,
    certificates: signerFirst(certificates.find((certificate) => certificate === leader) ?? first),
    namesCertificate: references.includes(true),
    claimedAt:
      time instanceof asn1.UTCTime || time instanceof asn1.GeneralizedTime ? time.toDate().toISOString() : null,
    signatureValue: signature,
    timestampTokens: (signer.unsignedAttrs?.attributes ?? [])
      .filter(({ type: name }) => name === OID.timestampToken)
      .flatMap(({ values }) =>
        (values as asn1.BaseBlock[]).map((value) => Uint8Array.from(value.valueBeforeDecodeView)),
      ),
    content,
  };
}
