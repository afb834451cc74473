/** Signatures made by openssl with keys and digests of every kind: verified, and found wrong when a bit of signature or text differs. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../src-main/adapters/formats/certificate.ts';
import { verifyCms } from '../../../src-main/adapters/formats/cms.ts';
import { OID } from '../../../src-main/adapters/formats/oids.ts';
import { isSignedBy, publicKeyOf } from '../../../src-main/adapters/formats/public-key.ts';
import { signatureScheme } from '../../../src-main/adapters/formats/signature-scheme.ts';
import { opensslFolder } from '../../support/openssl.ts';

const openssl = opensslFolder();
const TEXT = Buffer.from('Die Verwaltung empfiehlt, dem Antrag zuzustimmen.\n');

const ec = (curve: string): string[] => ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`];
const PSS = ['-keyopt', 'rsa_padding_mode:pss'];
const KINDS: readonly [string, readonly string[], string, readonly string[]][] = [
  ['RSA', ['-newkey', 'rsa:2048'], 'sha256', []],
  ['RSA of 3072 bits', ['-newkey', 'rsa:3072'], 'sha512', []],
  ['RSA-PSS with a plain key', ['-newkey', 'rsa:2048'], 'sha384', PSS],
  ['RSA-PSS with a salt of its own', ['-newkey', 'rsa:2048'], 'sha256', [...PSS, '-keyopt', 'rsa_pss_saltlen:20']],
  ['RSASSA-PSS', ['-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048'], 'sha256', PSS],
  ['RSA', ['-newkey', 'rsa:2048'], 'sha3-256', []],
  ['P-256', ec('P-256'), 'sha256', []],
  ['P-384', ec('P-384'), 'sha384', []],
  ['P-521', ec('P-521'), 'sha512', []],
  ['P-256 with a longer digest', ec('P-256'), 'sha512', []],
  ['brainpoolP256r1', ec('brainpoolP256r1'), 'sha256', []],
  ['brainpoolP384r1', ec('brainpoolP384r1'), 'sha384', []],
  ['brainpoolP512r1', ec('brainpoolP512r1'), 'sha512', []],
  ['secp256k1', ec('secp256k1'), 'sha256', []],
];

/** DER of a detached CMS over `TEXT`. */
function signedWith(key: readonly string[], digest: string, options: readonly string[]): Uint8Array {
  openssl.write('text.txt', TEXT);
  openssl.run('req', '-x509', ...key, '-nodes', '-keyout', 'k.key', '-out', 'k.pem', '-subj', '/CN=Ida Beispiel');
  openssl.run(
    ...['cms', '-sign', '-binary', '-in', 'text.txt', '-signer', 'k.pem', '-inkey', 'k.key', '-md', digest],
    ...[...options, '-outform', 'DER', '-out', 'k.cms'],
  );
  return new Uint8Array(openssl.read('k.cms'));
}

describe('a signature with', () => {
  it.each(KINDS)('%s (%#) is right, and wrong once a bit differs', (_, key, digest, options) => {
    const cms = signedWith(key, digest, options);
    const { problem, reason, signatureValue } = verifyCms(cms, OID.data, [TEXT]);
    expect({ problem, reason }).toEqual({ problem: null, reason: null });
    expect(verifyCms(cms, OID.data, [Buffer.concat([TEXT, Buffer.of(10)])]).problem).toBe('digest-wrong');
    const at = Buffer.from(cms).lastIndexOf(Buffer.from(signatureValue));
    const altered = Uint8Array.from(cms);
    const last = at + signatureValue.length - 1;
    altered[last] = (altered[last] ?? 0) ^ 1;
    expect(verifyCms(altered, OID.data, [TEXT]).problem).toBe('signature-wrong');
  });

  it.each([
    ['a curve that is not known here', ec('sect283r1'), 'sha256', 'key'],
    ['a digest that is not known here', ['-newkey', 'rsa:2048'], 'sha512-256', 'algorithm'],
    ['SHA-1', ['-newkey', 'rsa:2048'], 'sha1', 'weak-algorithm'],
  ])('%s is not judged, and says why', (_, key, digest, reason) => {
    const cms = signedWith(key, digest, []);
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
