/** Keys and certificates from files, without a network. */
import type { CertificatePort } from '../../../core/ports/signature-ports.ts';
import { describeCertificate } from './describe-certificate.ts';
import { judgeChain } from './judge-chain.ts';
import { openKey } from './open-key.ts';
import { certificateFromFile } from './certificate-file.ts';
import { createTestKey } from './test-key.ts';

export function createCertificates(): CertificatePort {
  return {
    openKey: async (pkcs12, passphrase, fileName) => openKey(pkcs12, passphrase, fileName),
    createTestKey,
    readCertificate: async (bytes, fileName) => certificateFromFile(bytes, fileName),
    describe: async (certificate) => describeCertificate(certificate),
    judge: async (certificates, anchors, at, purpose) => judgeChain(certificates, anchors, at, purpose),
  };
}
