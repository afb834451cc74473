import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCertificates } from '../../../../src-main/adapters/signing/keys/certificates.ts';
import { opensslFolder } from '../../../support/openssl.ts';

const certificates = createCertificates();
const openssl = opensslFolder();
const REQUEST = {
  name: 'Jörg Müller-Łoś',
  passphrase: 'Prüf „5 €“',
  from: '2026-01-15T00:00:00.000Z',
  until: '2051-01-15T00:00:00.000Z',
};

describe('a key for trying out', () => {
  it('is opened by OpenSSL and by this program', async () => {
    const { pkcs12, certificate } = await certificates.createTestKey(REQUEST);
    openssl.write('test.p12', pkcs12);
    openssl.write('pass', REQUEST.passphrase);
    const info = openssl.run('pkcs12', '-in', 'test.p12', '-passin', 'file:pass', '-nodes', '-out', 'all.pem');
    expect(info).toBe('');
    expect(openssl.run('pkey', '-in', 'all.pem', '-noout', '-check')).toContain('valid');
    expect(new X509Certificate(openssl.read('all.pem')).raw.equals(certificate)).toBe(true);
    const key = await certificates.openKey(pkcs12, REQUEST.passphrase, 'test.p12');
    expect(key).toMatchObject({ algorithm: 'RSA', digest: 'SHA-256', certificates: [certificate] });
    expect(await key.sign(Buffer.from('x'))).toHaveLength(384);
  });

  it('says in its certificate that it has no legal effect, and who may sign what for how long', async () => {
    const { certificate } = await certificates.createTestKey(REQUEST);
    openssl.write('test.der', certificate);
    const text = openssl.run('x509', '-in', 'test.der', '-noout', '-text', '-nameopt', 'utf8');
    expect(text).toContain('TEST – Jörg Müller-Łoś');
    expect(text).toContain('Stellwerk-Testzertifikat ohne Rechtswirkung');
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation\n/);
    expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/);
    expect(text).toContain('Public-Key: (3072 bit)');
    // It is signed by itself: OpenSSL accepts it as its own anchor.
    openssl.run('x509', '-in', 'test.der', '-out', 'test.pem');
    expect(openssl.run('verify', '-check_ss_sig', '-CAfile', 'test.pem', 'test.pem')).toContain('OK');
    expect(await certificates.describe(certificate)).toMatchObject({
      subject: 'TEST – Jörg Müller-Łoś',
      issuer: 'TEST – Jörg Müller-Łoś',
      notBefore: REQUEST.from,
      notAfter: REQUEST.until,
      isTest: true,
      isAuthority: false,
    });
  });

  it('is another one each time', async () => {
    const [a, b] = await Promise.all([certificates.createTestKey(REQUEST), certificates.createTestKey(REQUEST)]);
    const [first, second] = await Promise.all([a, b].map(({ certificate }) => certificates.describe(certificate)));
    expect(first?.serialNumber).not.toBe(second?.serialNumber);
    expect(first?.fingerprint).not.toBe(second?.fingerprint);
  });

  it('is trusted only where it stands in the trust list', async () => {
    const { certificate } = await certificates.createTestKey(REQUEST);
    const at = '2026-03-01T00:00:00.000Z';
    expect(await certificates.judge([certificate], [], at)).toBe('untrusted');
    expect(await certificates.judge([certificate], [certificate], at)).toBe('trusted');
  });
});
