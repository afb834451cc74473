/** From the signature algorithm of a CMS or certificate to what a key is asked with. */
import { constants, type SigningOptions } from 'node:crypto';
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';
import { isSha3, type DigestName } from './digest.ts';
import { EDWARDS_CURVES } from './elliptic-curves.ts';
import { DIGESTS, EC_SIGNATURES, OID, RSA_SIGNATURES } from './oids.ts';

export interface SignatureScheme {
  readonly digest: DigestName;
  readonly keyTypes: readonly string[];
  readonly options: SigningOptions;
}

function pssScheme(algorithm: AlgorithmIdentifier): SignatureScheme | null {
  const parameters = new RSASSAPSSParams({ schema: algorithm.algorithmParams as unknown });
  const digest = DIGESTS.get(parameters.hashAlgorithm.algorithmId);
  const { maskGenAlgorithm } = parameters;
  // No engine masks with SHA-3, and nobody writes it.
  if (digest === undefined || isSha3(digest) || maskGenAlgorithm.algorithmId !== OID.mgf1) return null;
  const mask = new AlgorithmIdentifier({ schema: maskGenAlgorithm.algorithmParams as unknown });
  // OpenSSL masks with the digest of the signature, unless told otherwise; so does everyone.
  if (DIGESTS.get(mask.algorithmId) !== digest || parameters.trailerField !== 1) return null;
  return {
    digest,
    keyTypes: ['rsa', 'rsa-pss'],
    options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: parameters.saltLength },
  };
}

/** `digest`: the one of the content, which counts where the algorithm names none. Null for what is not supported. */
export function signatureScheme(
  algorithm: AlgorithmIdentifier,
  digest: DigestName | undefined,
): SignatureScheme | null {
  const { algorithmId } = algorithm;
  if (algorithmId === OID.rsaPss) return pssScheme(algorithm);
  const rsaDigest = algorithmId === OID.rsa ? digest : RSA_SIGNATURES.get(algorithmId);
  if (rsaDigest) return { digest: rsaDigest, keyTypes: ['rsa'], options: { padding: constants.RSA_PKCS1_PADDING } };
  const edwards = EDWARDS_CURVES.get(algorithmId);
  // The digest of the content is asked for elsewhere; the signature itself is over what is signed.
  if (edwards) return { digest: digest ?? 'sha512', keyTypes: [edwards.kind], options: {} };
  const ecDigest = EC_SIGNATURES.get(algorithmId);
  return ecDigest ? { digest: ecDigest, keyTypes: ['ec'], options: { dsaEncoding: 'der' } } : null;
}
