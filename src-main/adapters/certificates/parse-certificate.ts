import { X509Certificate } from 'node:crypto';

/**
 * Throws where the bytes are no certificate, or its key is none that Node knows. The key is looked at first: without one `toLegacyObject` of
 * Node 24 does not throw but ends the process.
 */
export function parseCertificate(der: Uint8Array | string): X509Certificate {
  const certificate = new X509Certificate(der);
  if (certificate.publicKey.asymmetricKeyType === undefined) throw new Error('a key of an unknown kind');
  return certificate;
}
