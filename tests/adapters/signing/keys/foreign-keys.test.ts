/** Certificates with keys and curves of every kind, made here: each is told of, none reaches the engine below unlooked, none ends the program. */
import { describe, expect, it } from 'vitest';
import { createCertificates } from '../../../../src-main/adapters/signing/keys/certificates.ts';
import { readCertificate } from '../../../../src-main/adapters/formats/certificate.ts';
import { opensslFolder } from '../../../support/openssl.ts';

const openssl = opensslFolder();
const certificates = createCertificates();

const ec = (curve: string, ...more: string[]): string[] => [
  '-newkey',
  'ec',
  '-pkeyopt',
  `ec_paramgen_curve:${curve}`,
  ...more,
];
const KINDS: readonly [string, readonly string[], boolean][] = [
  ['RSA', ['-newkey', 'rsa:2048'], true],
  ['RSASSA-PSS', ['-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048'], true],
  ['P-256', ec('P-256'), true],
  ['P-384', ec('P-384'), true],
  ['P-521', ec('P-521'), true],
  ['brainpoolP256r1', ec('brainpoolP256r1'), true],
  ['brainpoolP384r1', ec('brainpoolP384r1'), true],
  ['brainpoolP512r1', ec('brainpoolP512r1'), true],
  ['secp256k1', ec('secp256k1'), true],
  ['sect283r1', ec('sect283r1'), false],
  ['P-256 with its parameters written out', ec('P-256', '-pkeyopt', 'ec_param_enc:explicit'), false],
  ['Ed25519', ['-newkey', 'ed25519'], true],
  ['Ed448', ['-newkey', 'ed448'], true],
];

function certificateWith(arguments_: readonly string[]): Uint8Array {
  const names = [
    '-nodes',
    '-keyout',
    'k.key',
    '-outform',
    'DER',
    '-out',
    'k.der',
    '-subj',
    '/O=Stadt Auental/CN=Ida Beispiel',
  ];
  openssl.run('req', '-x509', ...arguments_, ...names);
  return new Uint8Array(openssl.read('k.der'));
}

describe('a certificate with a key of', () => {
  it.each(KINDS)('%s is told of, and used only where every shell can', async (_, made, isUsable) => {
    const der = certificateWith(made);
    expect(await certificates.describe(der)).toMatchObject({ subject: 'Ida Beispiel', issuer: 'Ida Beispiel' });
    expect(readCertificate(der).key !== null).toBe(isUsable);
    // As its own anchor it is trusted by its bytes alone.
    expect(await certificates.judge([der], [der], new Date().toISOString())).toBe('trusted');
  });

  it('a kind that is not checked leaves a chain through it unjudged, not untrusted', async () => {
    const root = certificateWith([...ec('sect283r1'), '-addext', 'keyUsage=critical,keyCertSign']);
    openssl.run('x509', '-inform', 'DER', '-in', 'k.der', '-out', 'root.pem');
    openssl.run('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=Leaf');
    openssl.run(
      ...['x509', '-req', '-in', 'leaf.csr', '-CA', 'root.pem', '-CAkey', 'k.key', '-CAcreateserial'],
      ...['-outform', 'DER', '-out', 'leaf.der', '-days', '100'],
    );
    const leaf = new Uint8Array(openssl.read('leaf.der'));
    const now = new Date().toISOString();
    expect(await certificates.judge([leaf], [root], now)).toBe('not-checkable');
    expect(await certificates.judge([leaf], [], now)).toBe('untrusted');
  });
});
