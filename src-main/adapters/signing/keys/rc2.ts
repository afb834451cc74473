/** RC2 in CBC mode (RFC 2268), which old Windows wrote into PKCS#12 files and OpenSSL no longer has. The only use of forge. */
import forge from 'node-forge';

const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Null where the padding is wrong: another key. */
export function decipherRc2(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array | null {
  const cipher = forge.rc2.createDecryptionCipher(binary(key), key.length * 8);
  cipher.start(binary(iv));
  cipher.update(forge.util.createBuffer(binary(data)));
  return cipher.finish() ? Buffer.from(cipher.output.getBytes(), 'latin1') : null;
}
