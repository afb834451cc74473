/** A key pair for trying out, as a file that `openKey` opens. */
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { CertificatePort } from '../../../core/ports/signature-ports.ts';
import { testCertificate } from './test-certificate.ts';
import { writePkcs12 } from './write-pkcs12.ts';

const generate = promisify(generateKeyPair);
const RSA_BITS = 3072;

export const createTestKey: CertificatePort['createTestKey'] = async (request) => {
  const keys = await generate('rsa', { modulusLength: RSA_BITS });
  const certificate = testCertificate(keys, request);
  const privateKey = keys.privateKey.export({ format: 'der', type: 'pkcs8' });
  return { pkcs12: writePkcs12(privateKey, certificate, request.passphrase), certificate };
};
