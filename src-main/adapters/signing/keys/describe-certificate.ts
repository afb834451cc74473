/** What a person reads of a certificate. */
import { Refusal } from '../../../contract/shared/errors.ts';
import { TEST_CERTIFICATE } from '../../../contract/signature/key-problems-de.ts';
import type { CertificateInfo } from '../../../core/ports/signature-ports.ts';
import { readCertificate, type NamePart } from '../../formats/certificate.ts';

const first = (parts: readonly NamePart[], wanted: string): string =>
  parts.find(({ type, value }) => type === wanted && value !== '')?.value ?? '';

/** Common name, else organization, else the whole name. */
const readable = (parts: readonly NamePart[]): string =>
  first(parts, 'CN') || first(parts, 'O') || parts.map(({ type, value }) => `${type}=${value}`).join(', ');

function describe(der: Uint8Array): CertificateInfo {
  const { subject, issuer, serialNumber, notBefore, notAfter, fingerprint, isAuthority } = readCertificate(der);
  return {
    subject: readable(subject),
    issuer: readable(issuer),
    serialNumber,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    fingerprint,
    isTest: first(subject, 'O') === TEST_CERTIFICATE.organization,
    isAuthority,
  };
}

/** Refuses with `certificate-damaged`. */
export function describeCertificate(der: Uint8Array, fileName = ''): CertificateInfo {
  try {
    return describe(der);
  } catch (cause) {
    throw new Refusal('certificate-damaged', { file: fileName }, { cause });
  }
}
