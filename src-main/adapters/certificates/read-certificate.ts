/** A certificate from a file: PEM (the first, when there are several) or DER. */
import { X509Certificate } from 'node:crypto';
import { Refusal } from '../../contract/errors.ts';

const PEM = /-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/;

export function readCertificate(bytes: Uint8Array, file: string): Uint8Array {
  const pem = PEM.exec(Buffer.from(bytes).toString('latin1'))?.[0];
  try {
    return new Uint8Array(new X509Certificate(pem ?? bytes).raw);
  } catch (cause) {
    throw new Refusal('certificate-damaged', { file }, { cause });
  }
}
