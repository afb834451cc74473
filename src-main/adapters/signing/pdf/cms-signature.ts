/** Builds the detached CMS of a PAdES signature (ETSI EN 319 142-1, 5.3 and 6.3; ETSI EN 319 122-1). */
import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import { Certificate } from 'pkijs';
import type { SigningKey } from '../../../core/ports/signature-ports.ts';
import { readCertificate } from '../../formats/certificate.ts';
import type { DigestName } from '../../formats/digest.ts';
import { DIGESTS, EC_SIGNATURES, OID, oidOf, RSA_SIGNATURES } from '../../formats/oids.ts';

export const digestOf = (key: SigningKey): DigestName => DIGEST_NAMES[key.digest];

const DIGEST_NAMES = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' } as const;

/** A copy: asn1js keeps views on what it was given. */
const octets = (bytes: Uint8Array): asn1.OctetString => new asn1.OctetString({ valueHex: Uint8Array.from(bytes) });
const sequence = (...value: asn1.BaseBlock[]): asn1.Sequence => new asn1.Sequence({ value });
const oid = (value: string): asn1.ObjectIdentifier => new asn1.ObjectIdentifier({ value });
const encode = (block: asn1.BaseBlock): Uint8Array<ArrayBuffer> => new Uint8Array(block.toBER());
const parse = (der: Uint8Array): asn1.BaseBlock => asn1.fromBER(Uint8Array.from(der)).result;

function attribute(type: string, value: asn1.BaseBlock): asn1.Sequence {
  return sequence(oid(type), new asn1.Set({ value: [value] }));
}

/** DER wants the elements of a set in the order of their encodings (X.690, 11.6). */
function sorted(attributes: readonly asn1.Sequence[]): asn1.BaseBlock[] {
  return attributes.toSorted((a, b) => Buffer.compare(encode(a), encode(b)));
}

function signerCertificate(key: SigningKey): Uint8Array {
  const [certificate] = key.certificates;
  if (!certificate) throw new Error('the key brings no certificate');
  return certificate;
}

/** No signing-time: PAdES forbids it, the claimed time stands in /M (EN 319 142-1, table 1). SHA-256 is the default of ESSCertIDv2 and stays away. */
function signedAttributes(key: SigningKey, messageDigest: Uint8Array): asn1.BaseBlock[] {
  const certificateHash = createHash('sha256').update(signerCertificate(key)).digest();
  return sorted([
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(messageDigest)),
    attribute(OID.signingCertificateV2, sequence(sequence(sequence(octets(certificateHash))))),
  ]);
}

function signatureAlgorithm(key: SigningKey): asn1.Sequence {
  const digest = digestOf(key);
  // RFC 4055 demands NULL parameters for RSA, RFC 5758 none for ECDSA.
  if (key.algorithm === 'RSA') return sequence(oid(oidOf(RSA_SIGNATURES, digest)), new asn1.Null());
  return sequence(oid(oidOf(EC_SIGNATURES, digest)));
}

/** r‖s (IEEE P1363) as `ECDSA-Sig-Value` (RFC 3279, 2.2.3). */
function ecdsaDer(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const half = signature.length / 2;
  const integer = (bytes: Uint8Array): asn1.Integer => {
    let start = 0;
    while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
    const magnitude = bytes.subarray(start);
    const positive = (magnitude[0] ?? 0) >= 0x80 ? [0, ...magnitude] : [...magnitude];
    return new asn1.Integer({ valueHex: Uint8Array.from(positive) });
  };
  return encode(sequence(integer(signature.subarray(0, half)), integer(signature.subarray(half))));
}

function envelope(
  key: SigningKey,
  attributes: asn1.BaseBlock[],
  signature: Uint8Array,
  token: Uint8Array | null,
): Uint8Array<ArrayBuffer> {
  const digest = sequence(oid(oidOf(DIGESTS, digestOf(key))));
  const { issuer, serialNumber } = Certificate.fromBER(Uint8Array.from(signerCertificate(key)));
  const context = (tagNumber: number, value: asn1.BaseBlock[]): asn1.Constructed =>
    new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
  const signerInfo = sequence(
    new asn1.Integer({ value: 1 }),
    sequence(issuer.toSchema(), serialNumber),
    digest,
    context(0, attributes),
    signatureAlgorithm(key),
    octets(signature),
    ...(token ? [context(1, [attribute(OID.timestampToken, parse(token))])] : []),
  );
  const signedData = sequence(
    new asn1.Integer({ value: 1 }),
    new asn1.Set({ value: [digest] }),
    sequence(oid(OID.data)),
    context(0, key.certificates.map(parse)),
    new asn1.Set({ value: [signerInfo] }),
  );
  return encode(sequence(oid(OID.signedData), context(0, [signedData])));
}

/** `stamp` gets the signature value as it stands in the CMS; its rejection passes through. */
export async function buildCms(
  key: SigningKey,
  messageDigest: Uint8Array,
  stamp: ((signatureValue: Uint8Array) => Promise<Uint8Array>) | null,
): Promise<Uint8Array> {
  const attributes = signedAttributes(key, messageDigest);
  // What is signed is the SET OF, not the [0] that stands in the CMS (RFC 5652, 5.4).
  const value = await key.sign(encode(new asn1.Set({ value: attributes })));
  const signature = key.algorithm === 'EC' ? ecdsaDer(value) : value;
  return envelope(key, attributes, signature, stamp ? await stamp(signature) : null);
}

/** Bytes that the CMS without time stamp needs at most: everything but the signature is known, and the key says how long that can get. */
export function largestCms(key: SigningKey): number {
  const signatureLength = readCertificate(signerCertificate(key)).key?.signatureBytes;
  if (signatureLength === undefined) throw new Error('a key that signs, but is not known');
  const digest = createHash(digestOf(key)).digest();
  return envelope(key, signedAttributes(key, digest), new Uint8Array(signatureLength), null).length;
}
