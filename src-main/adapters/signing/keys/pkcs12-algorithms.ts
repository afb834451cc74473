/** What PKCS#12 files are encrypted and protected with (RFC 7292, RFC 8018). */
import { createDecipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { integer, octets, oid, sequence, type Asn1 } from '../../formats/der.ts';
import { OID } from '../../formats/oids.ts';
import { decipherRc2 } from './rc2.ts';

/** The file is in order but protected in a way this program does not know. */
export class UnknownProtection extends Error {}
/** The passphrase does not open the file. */
export class WrongPassphrase extends Error {}

const DIGESTS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  [OID.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const HMACS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  [OID.hmacSha256]: 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const CIPHERS: Readonly<Record<string, { readonly name: string; readonly keyBytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  [OID.aes256]: { name: 'aes-256-cbc', keyBytes: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24 },
};
/** PBES1 of PKCS#12 with SHA-1; the last number of the oid. */
const PBES1: Readonly<Record<string, { readonly cipher: '3des' | 'rc2'; readonly keyBytes: number }>> = {
  '1.2.840.113549.1.12.1.3': { cipher: '3des', keyBytes: 24 },
  '1.2.840.113549.1.12.1.5': { cipher: 'rc2', keyBytes: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: 'rc2', keyBytes: 5 },
};
/** For one derivation; more is no protection but a file that makes the program stand still. */
const MOST_ITERATIONS = 2_000_000;
/** For the whole file, counted in rounds of PBKDF2: a few seconds. A million for MAC, key and certificates is within. */
const MOST_WORK = 12_000_000;
/** RFC 7292 B.2 is done here and not by OpenSSL: measured against PBKDF2. */
const ROUND_OF_PKCS12 = 4;

/** What a file may cost: a stranger's one could ask for millions of rounds in each of its pieces. */
export class Work {
  #left = MOST_WORK;

  take(rounds: number): void {
    this.#left -= rounds;
    if (this.#left < 0) throw new UnknownProtection('iterations');
  }
}

function known<T>(table: Readonly<Record<string, T>>, key: string): T {
  const entry = Object.hasOwn(table, key) ? table[key] : undefined;
  if (entry === undefined) throw new UnknownProtection(key);
  return entry;
}

function boundedIterations(node: Asn1 | undefined, work: Work, cost: number): number {
  const iterations = node === undefined ? 1 : integer(node);
  if (iterations < 1 || iterations > MOST_ITERATIONS) throw new UnknownProtection('iterations');
  work.take(iterations * cost);
  return iterations;
}

/** RFC 7292 B.1: UTF-16 with a final zero. A file without any passphrase may also have been made with none at all. */
function bmpPassphrase(passphrase: string): Uint8Array {
  return Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
}

function repeated(bytes: Uint8Array, block: number): Buffer {
  return Buffer.alloc(block * Math.ceil(bytes.length / block), bytes);
}

/** RFC 7292 B.2; `purpose` 1 key, 2 initialisation vector, 3 MAC. */
function pkcs12Kdf(
  digest: string,
  passphrase: Uint8Array,
  salt: Uint8Array,
  purpose: 1 | 2 | 3,
  iterations: number,
  length: number,
): Buffer {
  const block = digest === 'sha384' || digest === 'sha512' ? 128 : 64;
  const diversifier = Buffer.alloc(block, purpose);
  const input = Buffer.concat([
    salt.length === 0 ? Buffer.alloc(0) : repeated(salt, block),
    passphrase.length === 0 ? Buffer.alloc(0) : repeated(passphrase, block),
  ]);
  const blocks: Buffer[] = [];
  for (let made = 0; made < length;) {
    let hash = createHash(digest).update(diversifier).update(input).digest();
    for (let round = 1; round < iterations; round += 1) hash = createHash(digest).update(hash).digest();
    blocks.push(hash);
    made += hash.length;
    const addend = Buffer.alloc(block, hash);
    for (let start = 0; start < input.length; start += block) {
      let carry = 1;
      for (let index = block - 1; index >= 0; index -= 1) {
        carry += (input[start + index] ?? 0) + (addend[index] ?? 0);
        input[start + index] = carry & 0xff;
        carry >>= 8;
      }
    }
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** The readings of a passphrase that other programs write; only an empty one has two. */
function readings(passphrase: string): Uint8Array[] {
  return passphrase === '' ? [bmpPassphrase(''), new Uint8Array()] : [bmpPassphrase(passphrase)];
}

/** MacData of RFC 7292 4: DigestInfo, salt, iterations. */
export function macIsRight(macData: Asn1, content: Uint8Array, passphrase: string, work: Work): boolean {
  const [digestInfo, salt, iterations] = sequence(macData);
  const [algorithm, expected] = sequence(digestInfo);
  const digest = known(DIGESTS, oid(sequence(algorithm)[0]));
  const wanted = Buffer.from(octets(expected));
  if (wanted.length !== createHash(digest).digest().length) throw new Error('a MAC of another length than its digest');
  const rounds = boundedIterations(iterations, work, ROUND_OF_PKCS12);
  return readings(passphrase).some((reading) => {
    const key = pkcs12Kdf(digest, reading, octets(salt), 3, rounds, wanted.length);
    return createHmac(digest, key).update(content).digest().equals(wanted);
  });
}

export function mac(content: Uint8Array, passphrase: string, salt: Uint8Array, iterations: number): Uint8Array {
  const key = pkcs12Kdf('sha256', bmpPassphrase(passphrase), salt, 3, iterations, 32);
  return createHmac('sha256', key).update(content).digest();
}

function decipher(name: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  try {
    const cipher = createDecipheriv(name, key, iv);
    return Buffer.concat([cipher.update(data), cipher.final()]);
  } catch (cause) {
    throw new WrongPassphrase(undefined, { cause });
  }
}

function withRc2(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const plain = decipherRc2(key, iv, data);
  if (!plain) throw new WrongPassphrase();
  return plain;
}

function decryptPbes2(parameters: Asn1 | undefined, data: Uint8Array, passphrase: string, work: Work): Uint8Array {
  const [derivation, encryption] = sequence(parameters);
  const [derivationOid, derivationParameters] = sequence(derivation);
  if (oid(derivationOid) !== OID.pbkdf2) throw new UnknownProtection(oid(derivationOid));
  const [salt, iterations, ...rest] = sequence(derivationParameters);
  const prf = rest.find((node) => node.idBlock.tagNumber === 16);
  const digest = prf === undefined ? 'sha1' : known(HMACS, oid(sequence(prf)[0]));
  const [cipherOid, iv] = sequence(encryption);
  const { name, keyBytes } = known(CIPHERS, oid(cipherOid));
  // RFC 8018 leaves the encoding open; OpenSSL and Windows take UTF-8 here, UTF-16 in the older schemes.
  const key = pbkdf2Sync(passphrase, octets(salt), boundedIterations(iterations, work, 1), keyBytes, digest);
  return decipher(name, key, octets(iv), data);
}

function decryptPbes1(
  scheme: string,
  parameters: Asn1 | undefined,
  data: Uint8Array,
  passphrase: string,
  work: Work,
): Uint8Array {
  const { cipher, keyBytes } = known(PBES1, scheme);
  const [salt, iterations] = sequence(parameters);
  // Key and initialisation vector.
  const rounds = boundedIterations(iterations, work, 2 * ROUND_OF_PKCS12);
  const attempts = readings(passphrase).map((reading) => () => {
    const key = pkcs12Kdf('sha1', reading, octets(salt), 1, rounds, keyBytes);
    const iv = pkcs12Kdf('sha1', reading, octets(salt), 2, rounds, 8);
    return cipher === 'rc2' ? withRc2(key, iv, data) : decipher('des-ede3-cbc', key, iv, data);
  });
  for (const attempt of attempts.slice(0, -1)) {
    try {
      return attempt();
    } catch {
      // The other reading of the empty passphrase is tried.
    }
  }
  const last = attempts.at(-1);
  if (!last) throw new WrongPassphrase();
  return last();
}

/** `algorithm`: AlgorithmIdentifier. */
export function decrypt(algorithm: Asn1 | undefined, data: Uint8Array, passphrase: string, work: Work): Uint8Array {
  const [scheme, parameters] = sequence(algorithm);
  const name = oid(scheme);
  return name === OID.pbes2
    ? decryptPbes2(parameters, data, passphrase, work)
    : decryptPbes1(name, parameters, data, passphrase, work);
}
