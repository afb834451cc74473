/** A certificate from a file: PEM (the first, when there are several) or DER. */
import { Refusal } from '../../contract/errors.ts';
import { describeCertificate } from './describe-certificate.ts';
import { parseCertificate } from './parse-certificate.ts';

const PEM = /-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/;

export function readCertificate(bytes: Uint8Array, file: string): Uint8Array {
  const pem = PEM.exec(Buffer.from(bytes).toString('latin1'))?.[0];
  try {
    const certificate = new Uint8Array(parseCertificate(pem ?? bytes).raw);
    // What nobody can be told of must not come onto a list.
    describeCertificate(certificate, file);
    return certificate;
  } catch (cause) {
    throw new Refusal('certificate-damaged', { file }, { cause });
  }
}
