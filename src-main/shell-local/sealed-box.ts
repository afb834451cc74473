/**
 * What window and host tell each other before they trust each other. After a restart somebody else may listen on the former port: a
 * window that came to the wrong one has given nothing away, because only who keeps the hash of its secret can open the box.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Kept instead of the secret: it opens the box, but cannot make the secret that must lie in it. */
export const hashOf = (secret: Uint8Array): Buffer => createHash('sha256').update(secret).digest();

/** Nonce, cipher text and tag, as the browser's Web Crypto lays them; opens only with the same purpose. */
export function seal(key: Uint8Array, content: Uint8Array, purpose: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(purpose));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

export function unseal(key: Uint8Array, box: Uint8Array, purpose: string): Buffer | null {
  if (box.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, box.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(box.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Proves that one knows the secret, without showing it. */
export const proofOf = (secret: string, ...what: readonly (string | number)[]): string =>
  createHmac('sha256', secret).update(what.join('\n')).digest('base64url');
