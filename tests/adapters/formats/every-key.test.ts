/** Signatures made by openssl with keys and digests of every kind: verified, and found wrong when a bit of signature or text differs. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../src-main/adapters/formats/certificate.ts';
import { verifyCms } from '../../../src-main/adapters/formats/cms.ts';
import { OID } from '../../../src-main/adapters/formats/oids.ts';
import { isSignedBy, publicKeyOf } from '../../../src-main/adapters/formats/public-key.ts';
import { signatureScheme } from '../../../src-main/adapters/formats/signature-scheme.ts';
import { JUDGED, NOT_JUDGED, signedBy } from '../../support/key-kinds.ts';
import { opensslFolder } from '../../support/openssl.ts';

const openssl = opensslFolder();
const TEXT = Buffer.from('Die Verwaltung empfiehlt, dem Antrag zuzustimmen.\n');

describe('a signature with', () => {
  it.each(JUDGED)('$name is right, and wrong once a bit differs', (kind) => {
    const cms = signedBy(openssl, TEXT, kind);
    const { problem, reason, signatureValue } = verifyCms(cms, OID.data, [TEXT]);
    expect({ problem, reason }).toEqual({ problem: null, reason: null });
    expect(verifyCms(cms, OID.data, [Buffer.concat([TEXT, Buffer.of(10)])]).problem).toBe('digest-wrong');
    const at = Buffer.from(cms).lastIndexOf(Buffer.from(signatureValue));
    const altered = Uint8Array.from(cms);
    const last = at + signatureValue.length - 1;
    altered[last] = (altered[last] ?? 0) ^ 1;
    expect(verifyCms(altered, OID.data, [TEXT]).problem).toBe('signature-wrong');
  });

  it.each(NOT_JUDGED)('$name is not judged, and says why', ({ reason, ...kind }) => {
    const cms = signedBy(openssl, TEXT, kind);
    expect(verifyCms(cms, OID.data, [TEXT])).toMatchObject({ problem: 'unjudged', reason });
  });
});

// The command line of OpenSSL 3.0 makes no CMS with these.
describe('a value with', () => {
  it.each([
    ['P-384', 'sha3-384', 'der'],
    ['brainpoolP512r1', 'sha3-512', 'der'],
    ['brainpoolP384r1', 'sha384', 'ieee-p1363'],
    ['prime256v1', 'sha256', 'ieee-p1363'],
  ] as const)('%s and %s as %s is right for its data alone', (namedCurve, digest, dsaEncoding) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
    const key = publicKeyOf(new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })));
    const scheme = { digest, keyTypes: ['ec'], options: { dsaEncoding } };
    const signature = sign(digest, TEXT, { key: privateKey, dsaEncoding });
    expect(key && isSignedBy(key, scheme, [TEXT.subarray(0, 5), TEXT.subarray(5)], signature)).toBe(true);
    expect(key && isSignedBy(key, scheme, [TEXT, TEXT], signature)).toBe(false);
    expect(key && isSignedBy(key, scheme, [TEXT], signature.subarray(1))).toBe(false);
  });

  it.each(['ed25519', 'ed448'])('%s stands under a certificate', (kind) => {
    openssl.run(
      ...['req', '-x509', '-newkey', kind, '-nodes', '-keyout', 'e.key', '-outform', 'DER', '-out', 'e.der'],
      ...['-subj', '/CN=Ida Beispiel'],
    );
    const { key, signatureAlgorithm, signedPart, signature } = readCertificate(openssl.read('e.der'));
    const scheme = signatureScheme(signatureAlgorithm, undefined);
    if (!key || !scheme) throw new Error('not known');
    expect(isSignedBy(key, scheme, [signedPart], signature)).toBe(true);
    expect(isSignedBy(key, scheme, [signedPart, TEXT], signature)).toBe(false);
  });
});
