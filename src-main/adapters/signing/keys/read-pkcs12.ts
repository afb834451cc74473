/** Takes a PKCS#12 file apart (RFC 7292): private keys as PKCS#8, certificates as DER. */
import {
  explicit,
  implicitOctets,
  integer,
  octets,
  oid,
  parseDer,
  rawOf,
  sequence,
  type Asn1,
} from '../../formats/der.ts';
import { OID } from '../../formats/oids.ts';
import { decrypt, macIsRight, UnknownProtection, Work, WrongPassphrase } from './pkcs12-algorithms.ts';

export interface Pkcs12Content {
  readonly keys: readonly Uint8Array[];
  readonly certificates: readonly Uint8Array[];
}

interface Found {
  readonly work: Work;
  readonly keys: Uint8Array[];
  readonly certificates: Uint8Array[];
}

/** A file from somewhere else holds no more than a handful. */
const MOST_BAGS = 200;

function readBag(bag: Asn1, passphrase: string, found: Found, depth: number): void {
  const [kind, wrapped] = sequence(bag);
  switch (oid(kind)) {
    case OID.keyBag:
      found.keys.push(rawOf(explicit(wrapped)));
      return;
    case OID.shroudedKeyBag: {
      const [algorithm, data] = sequence(explicit(wrapped));
      found.keys.push(decrypt(algorithm, octets(data), passphrase, found.work));
      return;
    }
    case OID.certificateBag: {
      const [type, value] = sequence(explicit(wrapped));
      if (oid(type) === OID.x509Certificate) found.certificates.push(octets(explicit(value)));
      return;
    }
    case OID.safeContentsBag:
      return readBags(explicit(wrapped), passphrase, found, depth + 1);
    default:
      // Revocation lists and secrets are none of ours.
      return;
  }
}

function readBags(safeContents: Asn1, passphrase: string, found: Found, depth = 0): void {
  const bags = sequence(safeContents);
  if (depth > 3 || bags.length > MOST_BAGS) throw new Error('more bags than anybody needs');
  for (const bag of bags) readBag(bag, passphrase, found, depth);
}

function safeContents(info: Asn1, passphrase: string, work: Work): Asn1 {
  const [type, content] = sequence(info);
  switch (oid(type)) {
    case OID.data:
      return parseDer(octets(explicit(content)));
    case OID.encryptedData: {
      const [, encrypted] = sequence(explicit(content));
      const [, algorithm, data] = sequence(encrypted);
      const plain = decrypt(algorithm, implicitOctets(data), passphrase, work);
      try {
        return parseDer(plain);
      } catch (cause) {
        // One wrong key in 256 leaves a padding that looks right.
        throw new WrongPassphrase(undefined, { cause });
      }
    }
    default:
      throw new UnknownProtection(oid(type));
  }
}

/** Throws `WrongPassphrase`, `UnknownProtection`, and anything else when the file is damaged. */
export function readPkcs12(bytes: Uint8Array, passphrase: string): Pkcs12Content {
  const [version, authSafe, macData] = sequence(parseDer(bytes));
  if (integer(version) !== 3) throw new Error('no PKCS#12 of version 3');
  const [type, content] = sequence(authSafe);
  // Protected by a certificate instead of a passphrase: nobody makes such files.
  if (oid(type) !== OID.data) throw new UnknownProtection(oid(type));
  const authenticated = octets(explicit(content));
  const work = new Work();
  if (macData !== undefined && !macIsRight(macData, authenticated, passphrase, work)) throw new WrongPassphrase();
  const found: Found = { work, keys: [], certificates: [] };
  for (const info of sequence(parseDer(authenticated))) {
    readBags(safeContents(info, passphrase, work), passphrase, found);
  }
  return found;
}
