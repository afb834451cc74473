/**
 * Curves by the identifiers of certificates (RFC 5480, RFC 5639, SEC 2; RFC 8410 for those of Edwards). A library in JavaScript verifies
 * on them, because the engine below Electron knows only those of NIST; it gives the same answer in every shell.
 */
import type { EdDSA } from '@noble/curves/abstract/edwards.js';
import type { ECDSA } from '@noble/curves/abstract/weierstrass.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { ed448 } from '@noble/curves/ed448.js';
import { brainpoolP256r1, brainpoolP384r1, brainpoolP512r1 } from '@noble/curves/misc.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { OID } from './oids.ts';

export const EC_CURVES: ReadonlyMap<string, ECDSA> = new Map([
  [OID.p256, p256],
  [OID.p384, p384],
  [OID.p521, p521],
  ['1.3.36.3.3.2.8.1.1.7', brainpoolP256r1],
  ['1.3.36.3.3.2.8.1.1.11', brainpoolP384r1],
  ['1.3.36.3.3.2.8.1.1.13', brainpoolP512r1],
  ['1.3.132.0.10', secp256k1],
]);

export interface EdwardsCurve {
  readonly kind: 'ed25519' | 'ed448';
  readonly curve: EdDSA;
}
/** Both sign the data themselves, not a digest of them. */
export const EDWARDS_CURVES: ReadonlyMap<string, EdwardsCurve> = new Map([
  ['1.3.101.112', { kind: 'ed25519', curve: ed25519 }],
  ['1.3.101.113', { kind: 'ed448', curve: ed448 }],
]);
