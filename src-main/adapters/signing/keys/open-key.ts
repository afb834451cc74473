/** From a PKCS#12 file to a key that signs. The private key stays inside a closure, the passphrase is forgotten. */
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { ObjectIdentifier } from 'asn1js';
import { Refusal } from '../../../contract/shared/errors.ts';
import { KEY_PROBLEMS, type KeyProblem } from '../../../contract/signature/key-problems-de.ts';
import type { SigningKey } from '../../../core/ports/signature-ports.ts';
import { readCertificate, type ReadCertificate } from '../../formats/certificate.ts';
import { octets, oid, parseDer, sequence, unsignedBytes } from '../../formats/der.ts';
import { OID } from '../../formats/oids.ts';
import { isSignedBy, publicKeyOf, type PublicKey } from '../../formats/public-key.ts';
import { signatureScheme } from '../../formats/signature-scheme.ts';
import { UnknownProtection, WrongPassphrase } from './pkcs12-algorithms.ts';
import { readPkcs12, type Pkcs12Content } from './read-pkcs12.ts';

const SHORTEST_RSA_BITS = 2048;
/** FIPS 186-5: a digest as long as the curve. What others bring is verified here, but no engine below signs with them. */
const CURVE_DIGESTS: ReadonlyMap<string, SigningKey['digest']> = new Map([
  [OID.p256, 'SHA-256'],
  [OID.p384, 'SHA-384'],
  [OID.p521, 'SHA-512'],
]);

type Suitability =
  | { readonly kind: 'suitable'; readonly algorithm: SigningKey['algorithm']; readonly digest: SigningKey['digest'] }
  | { readonly kind: 'unsuitable'; readonly problem: KeyProblem };

/** From what a PKCS#8 calls its key (RFC 5208, 5): the engine below Electron refuses kinds that Node takes, and would call them damaged. */
function suitability(pkcs8: Uint8Array): Suitability {
  const [, algorithm, inner] = sequence(parseDer(pkcs8));
  const [name, parameters] = sequence(algorithm);
  const kind = oid(name);
  if (kind === OID.rsa) {
    // RSAPrivateKey: version, modulus … (RFC 8017, A.1.2)
    const modulus = unsignedBytes(sequence(parseDer(octets(inner)))[1]);
    const bits = 8 * modulus.length + 24 - Math.clz32(modulus[0] ?? 0);
    return bits < SHORTEST_RSA_BITS
      ? { kind: 'unsuitable', problem: 'size' }
      : { kind: 'suitable', algorithm: 'RSA', digest: 'SHA-256' };
  }
  if (kind !== OID.ecPublicKey) return { kind: 'unsuitable', problem: 'kind' };
  const digest = parameters instanceof ObjectIdentifier ? CURVE_DIGESTS.get(oid(parameters)) : undefined;
  return digest ? { kind: 'suitable', algorithm: 'EC', digest } : { kind: 'unsuitable', problem: 'curve' };
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
  readonly suited: Extract<Suitability, { kind: 'suitable' }>;
  readonly signer: ReadCertificate;
}

/** The public half of a private key. */
function publicHalf(key: KeyObject): PublicKey | null {
  return publicKeyOf(new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' })));
}

function signingKey({ key, suited, signer }: Pair, certificates: readonly ReadCertificate[]): SigningKey {
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
  const keys = content.keys.map((der) => ({ der, suited: parse(file, () => suitability(der)) }));
  const certificates = content.certificates.map((der) => parse(file, () => readCertificate(der)));
  for (const { der, suited } of keys) {
    if (suited.kind === 'unsuitable') continue;
    const key = parse(file, () => createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }));
    const half = publicHalf(key);
    const signer = certificates.find(({ key: known }) => known !== null && known.id === half?.id);
    if (signer) return signingKey({ key, suited, signer }, certificates);
  }
  const unsuitable = keys.find(({ suited }) => suited.kind === 'unsuitable')?.suited;
  throw unsupported(file, unsuitable?.kind === 'unsuitable' ? unsuitable.problem : 'noMatch');
}
