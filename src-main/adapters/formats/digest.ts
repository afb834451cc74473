/** Digests that every shell gives: SHA-2 natively, SHA-3 by a library, because the engine below Electron does not know it. */
import { createHash } from 'node:crypto';
import { sha3_256, sha3_384, sha3_512, shake256 } from '@noble/hashes/sha3.js';

/** FIPS 202. SHAKE256 gives 512 bits, as CMS wants it (RFC 8702, 3.1). */
const SHA3 = {
  'sha3-256': () => sha3_256.create(),
  'sha3-384': () => sha3_384.create(),
  'sha3-512': () => sha3_512.create(),
  shake256: () => shake256.create({ dkLen: 64 }),
};
type Sha3Name = keyof typeof SHA3;
export type DigestName = 'sha256' | 'sha384' | 'sha512' | Sha3Name;

export const isSha3 = (name: DigestName): name is Sha3Name => name in SHA3;

/** Over `pieces`, one after another. */
export function digestOf(name: DigestName, pieces: readonly Uint8Array[]): Buffer {
  const hash = isSha3(name) ? SHA3[name]() : createHash(name);
  for (const piece of pieces) hash.update(piece);
  return Buffer.from(hash.digest());
}
