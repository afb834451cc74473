/**
 * Keys of strangers. What a certificate calls its key is looked at before anything native is asked: which curves and kinds the engine below
 * knows differs between Node and Electron, and a key it does not know can end the process. Other keys are told as `null`: not checkable.
 */
import { createPublicKey, createVerify, type KeyObject } from 'node:crypto';
import { BitString, Integer, ObjectIdentifier } from 'asn1js';
import { oid, parseDer, sequence, type Asn1 } from './der.ts';
import { OID } from './oids.ts';
import type { SignatureScheme } from './signature-scheme.ts';

export interface PublicKey {
  readonly kind: 'rsa' | 'rsa-pss' | 'ec';
  readonly key: KeyObject;
}

const EC_PUBLIC_KEY = '1.2.840.10045.2.1';
/** Curves that every engine knows (FIPS 186-5): their JWK name and the bytes of a coordinate. */
const CURVES: ReadonlyMap<string, { readonly crv: string; readonly bytes: number }> = new Map([
  ['1.2.840.10045.3.1.7', { crv: 'P-256', bytes: 32 }],
  ['1.3.132.0.34', { crv: 'P-384', bytes: 48 }],
  ['1.3.132.0.35', { crv: 'P-521', bytes: 66 }],
]);
const UNCOMPRESSED = 0x04;
const MODULUS_BYTES = { least: 128, most: 1024 };
const LONGEST_EXPONENT_BYTES = 8;

function bitsOf(node: Asn1 | undefined): Uint8Array {
  if (!(node instanceof BitString) || node.valueBlock.unusedBits !== 0) throw new Error('no whole bytes');
  return new Uint8Array(node.valueBlock.valueHexView);
}

/** Without the leading zeros that make an INTEGER positive. */
function unsignedBytes(node: Asn1 | undefined): Buffer {
  if (!(node instanceof Integer)) throw new Error('no INTEGER');
  const bytes = Buffer.from(node.valueBlock.valueHexView);
  const first = bytes.findIndex((byte) => byte !== 0);
  if (first === -1 || (first === 0 && (bytes[0] ?? 0) >= 0x80)) throw new Error('no positive INTEGER');
  return bytes.subarray(first);
}

function rsaKey(bits: Uint8Array): KeyObject | null {
  const [modulus, exponent, ...more] = sequence(parseDer(bits));
  const n = unsignedBytes(modulus);
  const e = unsignedBytes(exponent);
  const isUsual = n.length >= MODULUS_BYTES.least && n.length <= MODULUS_BYTES.most && (n.at(-1) ?? 0) % 2 === 1;
  if (more.length > 0 || !isUsual || e.length > LONGEST_EXPONENT_BYTES || (e.at(-1) ?? 0) % 2 === 0) return null;
  const jwk = { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

function ecKey(parameters: Asn1 | undefined, point: Uint8Array): KeyObject | null {
  const curve = parameters instanceof ObjectIdentifier ? CURVES.get(oid(parameters)) : undefined;
  if (!curve || point[0] !== UNCOMPRESSED || point.length !== 1 + 2 * curve.bytes) return null;
  const coordinate = (from: number): string =>
    Buffer.from(point.subarray(from, from + curve.bytes)).toString('base64url');
  const jwk = { kty: 'EC', crv: curve.crv, x: coordinate(1), y: coordinate(1 + curve.bytes) };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

/** `spki`: DER of a SubjectPublicKeyInfo (RFC 5280 4.1). Null for a key that is not checkable here. Never throws. */
export function publicKeyOf(spki: Uint8Array): PublicKey | null {
  try {
    const [algorithm, bits] = sequence(parseDer(spki));
    const [name, parameters] = sequence(algorithm);
    const kind = oid(name);
    if (kind === EC_PUBLIC_KEY) return withKind('ec', ecKey(parameters, bitsOf(bits)));
    // The inner key of RSASSA-PSS is a plain one: engines that refuse the outer form take it.
    if (kind === OID.rsa) return withKind('rsa', rsaKey(bitsOf(bits)));
    if (kind === OID.rsaPss) return withKind('rsa-pss', rsaKey(bitsOf(bits)));
    return null;
  } catch {
    return null;
  }
}

const withKind = (kind: PublicKey['kind'], key: KeyObject | null): PublicKey | null => (key ? { kind, key } : null);

/** `data` in pieces; ECDSA signatures are DER, or r‖s where `scheme.options` says so. False also for a key of another kind. */
export function isSignedBy(
  { kind, key }: PublicKey,
  scheme: SignatureScheme,
  data: readonly Uint8Array[],
  signature: Uint8Array,
): boolean {
  if (!scheme.keyTypes.includes(kind)) return false;
  const verify = createVerify(scheme.digest);
  for (const piece of data) verify.update(piece);
  try {
    return verify.verify({ key, ...scheme.options }, signature);
  } catch {
    // A signature of another length than the key's, or no DER: it does not fit.
    return false;
  }
}
