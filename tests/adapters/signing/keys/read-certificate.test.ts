import { describe, expect, it } from 'vitest';
import { createCertificates } from '../../../../src-main/adapters/signing/keys/certificates.ts';
import { testAuthority } from '../../../support/signing-keys.ts';

const { readCertificate, describe: tell, judge } = createCertificates();
const authority = testAuthority();
const { certificate } = authority.make('rsa', 'Jörg Müller');
authority.remove();
const RSA_ENCRYPTION = Buffer.from('2a864886f70d010101', 'hex');

/** In order for OpenSSL, but with a key of an algorithm that nobody knows. */
function withUnknownKey(der: Uint8Array): Uint8Array {
  const bytes = Buffer.from(der);
  const at = bytes.indexOf(RSA_ENCRYPTION);
  expect(at).toBeGreaterThan(0);
  bytes[at + 6] = 0x7f;
  return bytes;
}

describe('a certificate', () => {
  it('is read from DER and from text', async () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString('base64')}\n-----END CERTIFICATE-----\n`;
    for (const bytes of [certificate, Buffer.from(pem), Buffer.from(`Bag Attributes\n${pem}${pem}`)]) {
      expect(Buffer.from(await readCertificate(bytes, 'a.cer')).equals(Buffer.from(certificate))).toBe(true);
    }
  });

  it('with a key of an unknown kind is told of, ends nothing and leads to nothing', async () => {
    const unknown = withUnknownKey(certificate);
    expect(await tell(await readCertificate(unknown, 'a.cer'))).toMatchObject({ subject: 'Jörg Müller' });
    const now = new Date().toISOString();
    expect(await judge([unknown], [certificate], now)).toBe('untrusted');
    // Beside a sound signer it is passed over, as an issuer and as an anchor.
    expect(await judge([certificate, unknown], [unknown], now)).toBe('untrusted');
  });
});
