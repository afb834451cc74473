/**
 * Keys of strangers. What a certificate calls its key is looked at before anything native is asked: which curves and kinds the engine below
 * knows differs between Node and Electron, and a key it does not know can end the process. RSA is verified natively, elliptic curves by a
 * library, so that every shell says the same. Other keys are told as `null`: not checkable.
 */
import { constants, createPublicKey, createVerify, publicDecrypt, type KeyObject } from 'node:crypto';
import { ObjectIdentifier } from 'asn1js';
import { oid, parseDer, sequence, unsignedBytes, wholeBits, type Asn1 } from './der.ts';
import { digestOf, isSha3, type DigestName } from './digest.ts';
import { EC_CURVES, EDWARDS_CURVES } from './elliptic-curves.ts';
import { DIGESTS, OID, oidOf } from './oids.ts';
import type { SignatureScheme } from './signature-scheme.ts';

export interface PublicKey {
  readonly kind: 'rsa' | 'rsa-pss' | 'ec' | 'ed25519' | 'ed448';
  /** The same for the same key, whichever form it was written in. */
  readonly id: string;
  /** Of the longest signature it makes; ECDSA as DER. */
  readonly signatureBytes: number;
  /** False where it does not fit; throws where it cannot be a signature of this key. */
  readonly verify: (scheme: SignatureScheme, data: readonly Uint8Array[], signature: Uint8Array) => boolean;
}

const MODULUS_BYTES = { least: 128, most: 1024 };
/** Electron's engine takes no longer one. */
const LONGEST_EXPONENT_BYTES = 4;

/** The DigestInfo of EMSA-PKCS1-v1_5 (RFC 8017, 9.2) with a digest that the engine may not know: its bytes, and nothing else. */
function isPkcs1OverSha3(
  key: KeyObject,
  digest: DigestName,
  data: readonly Uint8Array[],
  signature: Uint8Array,
): boolean {
  const hash = digestOf(digest, data);
  // SEQUENCE { SEQUENCE { OBJECT IDENTIFIER, NULL }, OCTET STRING }
  const algorithm = Buffer.concat([
    Buffer.from(new ObjectIdentifier({ value: oidOf(DIGESTS, digest) }).toBER()),
    Buffer.of(5, 0),
  ]);
  const body = Buffer.concat([Buffer.of(0x30, algorithm.length), algorithm, Buffer.of(0x04, hash.length), hash]);
  const stated = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
  return stated.equals(Buffer.concat([Buffer.of(0x30, body.length), body]));
}

function rsaKey(kind: 'rsa' | 'rsa-pss', bits: Uint8Array): PublicKey | null {
  const [modulus, exponent, ...more] = sequence(parseDer(bits));
  const n = unsignedBytes(modulus);
  const e = unsignedBytes(exponent);
  const isUsual = n.length >= MODULUS_BYTES.least && n.length <= MODULUS_BYTES.most && (n.at(-1) ?? 0) % 2 === 1;
  if (more.length > 0 || !isUsual || e.length > LONGEST_EXPONENT_BYTES || (e.at(-1) ?? 0) % 2 === 0) return null;
  // The inner key of RSASSA-PSS is a plain one: engines that refuse the outer form take it.
  const jwk = { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return {
    kind,
    id: `rsa ${jwk.n} ${jwk.e}`,
    signatureBytes: n.length,
    verify: (scheme, data, signature) => {
      if (isSha3(scheme.digest)) return isPkcs1OverSha3(key, scheme.digest, data, signature);
      const verify = createVerify(scheme.digest);
      for (const piece of data) verify.update(piece);
      return verify.verify({ key, ...scheme.options }, signature);
    },
  };
}

function ecKey(parameters: Asn1 | undefined, point: Uint8Array): PublicKey | null {
  const curve = parameters instanceof ObjectIdentifier ? EC_CURVES.get(oid(parameters)) : undefined;
  if (!curve) return null;
  const key = curve.Point.fromBytes(point);
  key.assertValidity();
  const publicKey = key.toBytes(false);
  return {
    kind: 'ec',
    id: `${oid(parameters)} ${Buffer.from(publicKey).toString('base64url')}`,
    // Two INTEGERs, each with a sign and three bytes around it at most, in a SEQUENCE.
    signatureBytes: publicKey.length + 9,
    verify: ({ digest, options }, data, signature) =>
      curve.verify(signature, digestOf(digest, data), publicKey, {
        prehash: false,
        // Both of a pair of values are signatures; some software allows only the lower one.
        lowS: false,
        format: options.dsaEncoding === 'ieee-p1363' ? 'compact' : 'der',
      }),
  };
}

function edwardsKey(name: string, bits: Uint8Array): PublicKey | null {
  const found = EDWARDS_CURVES.get(name);
  if (!found) return null;
  const { kind, curve } = found;
  curve.Point.fromBytes(bits).assertValidity();
  return {
    kind,
    id: `${name} ${Buffer.from(bits).toString('base64url')}`,
    signatureBytes: 2 * bits.length,
    verify: (_, data, signature) => curve.verify(signature, Buffer.concat(data), bits, { zip215: false }),
  };
}

/** `spki`: DER of a SubjectPublicKeyInfo (RFC 5280 4.1). Null for a key that is not checkable here. Never throws. */
export function publicKeyOf(spki: Uint8Array): PublicKey | null {
  try {
    const [algorithm, bits] = sequence(parseDer(spki));
    const [name, parameters] = sequence(algorithm);
    const kind = oid(name);
    if (kind === OID.ecPublicKey) return ecKey(parameters, wholeBits(bits));
    if (kind === OID.rsa) return rsaKey('rsa', wholeBits(bits));
    if (kind === OID.rsaPss) return rsaKey('rsa-pss', wholeBits(bits));
    return edwardsKey(kind, wholeBits(bits));
  } catch {
    return null;
  }
}

/** `data` in pieces; ECDSA signatures are DER, or r‖s where `scheme.options` says so. False also for a key of another kind. */
export function isSignedBy(
  key: PublicKey,
  scheme: SignatureScheme,
  data: readonly Uint8Array[],
  signature: Uint8Array,
): boolean {
  if (!scheme.keyTypes.includes(key.kind)) return false;
  try {
    return key.verify(scheme, data, signature);
  } catch {
    // A signature of another length than the key's, or no DER: it does not fit.
    return false;
  }
}
