/** Every kind of key and digest that a signature here may be made with, as openssl is told. */
import type { OpensslFolder } from './openssl.ts';

const ec = (curve: string): string[] => ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`];
const PSS = ['-keyopt', 'rsa_padding_mode:pss'];

export interface KeyKind {
  readonly name: string;
  /** Of `req`, for a new key. */
  readonly newKey: readonly string[];
  readonly digest: string;
  /** Of `cms -sign`. */
  readonly options: readonly string[];
}
const kind = (name: string, newKey: readonly string[], digest: string, options: readonly string[] = []): KeyKind => ({
  name,
  newKey,
  digest,
  options,
});

export const JUDGED: readonly KeyKind[] = [
  kind('RSA', ['-newkey', 'rsa:2048'], 'sha256'),
  kind('RSA of 3072 bits', ['-newkey', 'rsa:3072'], 'sha512'),
  kind('RSA-PSS with a plain key', ['-newkey', 'rsa:2048'], 'sha384', PSS),
  kind('RSA-PSS with a salt of its own', ['-newkey', 'rsa:2048'], 'sha256', [...PSS, '-keyopt', 'rsa_pss_saltlen:20']),
  kind('RSASSA-PSS', ['-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048'], 'sha256', PSS),
  kind('RSA with SHA-3', ['-newkey', 'rsa:2048'], 'sha3-256'),
  kind('P-256', ec('P-256'), 'sha256'),
  kind('P-384', ec('P-384'), 'sha384'),
  kind('P-521', ec('P-521'), 'sha512'),
  kind('P-256 with a longer digest', ec('P-256'), 'sha512'),
  kind('brainpoolP256r1', ec('brainpoolP256r1'), 'sha256'),
  kind('brainpoolP384r1', ec('brainpoolP384r1'), 'sha384'),
  kind('brainpoolP512r1', ec('brainpoolP512r1'), 'sha512'),
  kind('secp256k1', ec('secp256k1'), 'sha256'),
];

export const NOT_JUDGED: readonly (KeyKind & { readonly reason: string })[] = [
  { ...kind('a curve that is not known here', ec('sect283r1'), 'sha256'), reason: 'key' },
  { ...kind('a digest that is not known here', ['-newkey', 'rsa:2048'], 'sha512-256'), reason: 'algorithm' },
  { ...kind('SHA-1', ['-newkey', 'rsa:2048'], 'sha1'), reason: 'weak-algorithm' },
];

/** DER of a detached CMS over the content, by a new key under a certificate of its own (left in `k.pem`). */
export function signedBy(
  openssl: OpensslFolder,
  content: Uint8Array,
  { newKey, digest, options }: KeyKind,
): Uint8Array {
  openssl.write('content', content);
  openssl.run('req', '-x509', ...newKey, '-nodes', '-keyout', 'k.key', '-out', 'k.pem', '-subj', '/CN=Ida Beispiel');
  openssl.run(
    ...['cms', '-sign', '-binary', '-in', 'content', '-signer', 'k.pem', '-inkey', 'k.key', '-md', digest],
    ...[...options, '-outform', 'DER', '-out', 'k.cms'],
  );
  return openssl.read('k.cms');
}
