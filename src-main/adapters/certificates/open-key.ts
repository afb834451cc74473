/** From a PKCS#12 file to a key that signs. The private key stays inside a closure, the passphrase is forgotten. */
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { Refusal } from '../../contract/errors.ts';
import { KEY_PROBLEMS, type KeyProblem } from '../../contract/texts/key-texts.ts';
import type { SigningKey } from '../../core/signature-ports.ts';
import { readCertificate, type ReadCertificate } from '../formats/certificate.ts';
import { isSignedBy } from '../formats/public-key.ts';
import { signatureScheme } from '../formats/signature-scheme.ts';
import { UnknownProtection, WrongPassphrase } from './pkcs12-algorithms.ts';
import { readPkcs12, type Pkcs12Content } from './read-pkcs12.ts';

const SHORTEST_RSA_BITS = 2048;
/** FIPS 186-5: a digest as long as the curve. */
const CURVE_DIGESTS: Readonly<Record<string, SigningKey['digest']>> = {
  prime256v1: 'SHA-256',
  secp384r1: 'SHA-384',
  secp521r1: 'SHA-512',
};

type Suitability =
  | { readonly kind: 'suitable'; readonly algorithm: SigningKey['algorithm']; readonly digest: SigningKey['digest'] }
  | { readonly kind: 'unsuitable'; readonly problem: KeyProblem };

function suitability(key: KeyObject): Suitability {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') {
    return modulusLength < SHORTEST_RSA_BITS
      ? { kind: 'unsuitable', problem: 'size' }
      : { kind: 'suitable', algorithm: 'RSA', digest: 'SHA-256' };
  }
  if (key.asymmetricKeyType === 'ec') {
    const digest = CURVE_DIGESTS[namedCurve];
    return digest ? { kind: 'suitable', algorithm: 'EC', digest } : { kind: 'unsuitable', problem: 'curve' };
  }
  return { kind: 'unsuitable', problem: 'kind' };
}

function read(pkcs12: Uint8Array, passphrase: string, file: string): Pkcs12Content {
  try {
    return readPkcs12(pkcs12, passphrase);
  } catch (cause) {
    if (cause instanceof WrongPassphrase) throw new Refusal('passphrase-wrong', { file }, { cause });
    if (cause instanceof UnknownProtection) throw unsupported(file, 'encryption', cause);
    throw new Refusal('key-damaged', { file }, { cause });
  }
}

function unsupported(file: string, problem: KeyProblem, cause?: unknown): Refusal {
  return new Refusal('key-unsupported', { file, problem: KEY_PROBLEMS[problem] }, { cause });
}

function parse<T>(file: string, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw new Refusal('key-damaged', { file }, { cause });
  }
}

function hasIssued(issuer: ReadCertificate, child: ReadCertificate): boolean {
  if (!issuer.key || Buffer.compare(issuer.subjectDer, child.issuerDer) !== 0) return false;
  const scheme = signatureScheme(child.signatureAlgorithm, undefined);
  return scheme !== null && isSignedBy(issuer.key, scheme, [child.signedPart], child.signature);
}

/** The signer first, then who issued it, as far as the file brings them. */
function chainOf(signer: ReadCertificate, others: readonly ReadCertificate[]): ReadCertificate[] {
  const chain = [signer];
  for (let last = signer; ;) {
    const child = last;
    const issuer = others.find((other) => !chain.includes(other) && hasIssued(other, child));
    if (issuer === undefined) return chain;
    chain.push(issuer);
    last = issuer;
  }
}

interface Pair {
  readonly key: KeyObject;
  readonly signer: ReadCertificate;
}

function matchingPair(keys: readonly KeyObject[], certificates: readonly ReadCertificate[]): Pair | undefined {
  return keys
    .flatMap((key) => certificates.map((signer) => ({ key, signer })))
    .find(({ key, signer }) => signer.key !== null && createPublicKey(key).equals(signer.key.key));
}

function signingKey({ key, signer }: Pair, certificates: readonly ReadCertificate[], file: string): SigningKey {
  const suited = suitability(key);
  if (suited.kind === 'unsuitable') throw unsupported(file, suited.problem);
  const { algorithm, digest } = suited;
  const digestName = digest.replace('-', '').toLowerCase();
  return {
    certificates: chainOf(signer, certificates).map(({ raw }) => raw),
    algorithm,
    digest,
    sign: (data) =>
      new Promise((resolve, reject) => {
        sign(digestName, data, { key, dsaEncoding: 'ieee-p1363' }, (error, signature) =>
          error ? reject(error) : resolve(new Uint8Array(signature)),
        );
      }),
  };
}

export function openKey(pkcs12: Uint8Array, passphrase: string, file: string): SigningKey {
  const content = read(pkcs12, passphrase, file);
  if (content.keys.length === 0) throw unsupported(file, 'noKey');
  if (content.certificates.length === 0) throw unsupported(file, 'noCertificate');
  const keys = content.keys.map((der) =>
    parse(file, () => createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })),
  );
  const certificates = content.certificates.map((der) => parse(file, () => readCertificate(der)));
  const pair = matchingPair(keys, certificates);
  if (pair === undefined) {
    // A key that cannot sign here fits no certificate that can be read here: that is what the person needs to know.
    const unsuitable = keys.map(suitability).find((suited) => suited.kind === 'unsuitable');
    throw unsupported(file, unsuitable?.problem ?? 'noMatch');
  }
  return signingKey(pair, certificates, file);
}
