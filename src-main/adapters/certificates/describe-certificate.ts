/** What a person reads of a certificate. */
import { createHash } from 'node:crypto';
import { Refusal } from '../../contract/errors.ts';
import { TEST_CERTIFICATE } from '../../contract/texts/key-texts.ts';
import type { CertificateInfo } from '../../core/signature-ports.ts';
import { parseCertificate } from './parse-certificate.ts';

/** Types say string; several values of one kind come as a list. */
type NameParts = Readonly<Record<string, string | readonly string[] | undefined>>;

const first = (value: string | readonly string[] | undefined): string =>
  (typeof value === 'string' ? value : value?.[0]) ?? '';

/** Common name, else organization, else the whole name. */
function readable(parts: NameParts | undefined): string {
  if (!parts) return '';
  const whole = Object.entries(parts).map(
    ([kind, value]) => `${kind}=${typeof value === 'string' ? value : first(value)}`,
  );
  return first(parts['CN']) || first(parts['O']) || whole.join(', ');
}

function describe(der: Uint8Array): CertificateInfo {
  const certificate = parseCertificate(der);
  const { subject, issuer } = certificate.toLegacyObject() as unknown as Record<'subject' | 'issuer', NameParts>;
  return {
    subject: readable(subject),
    issuer: readable(issuer),
    serialNumber: certificate.serialNumber.toLowerCase(),
    notBefore: certificate.validFromDate.toISOString(),
    notAfter: certificate.validToDate.toISOString(),
    fingerprint: createHash('sha256').update(certificate.raw).digest('hex'),
    isTest: first(subject['O']) === TEST_CERTIFICATE.organization,
    isAuthority: certificate.ca,
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
