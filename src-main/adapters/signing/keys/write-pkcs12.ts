/** Puts a key and its certificate into a PKCS#12 file as OpenSSL 3 does: PBES2 with AES-256, MAC with SHA-256 (RFC 7292, RFC 8018). */
import { createCipheriv, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import {
  Constructed,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Primitive,
  Sequence,
  Set as Asn1Set,
  type AsnType,
} from 'asn1js';
import { OID } from '../../formats/oids.ts';
import { mac } from './pkcs12-algorithms.ts';

/** A key without legal effect needs no more, and opening it should not be felt. */
const KEY_ITERATIONS = 100_000;
/** The MAC's own derivation is slower and weaker; it protects no secret that the encryption does not. */
const MAC_ITERATIONS = 10_000;

const sequence = (...value: AsnType[]): Sequence => new Sequence({ value });
const oid = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: new Uint8Array(bytes).buffer });
const tagged = (value: AsnType): Constructed =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [value] });
const der = (node: AsnType): Uint8Array => new Uint8Array(node.toBER());

interface Sealed {
  readonly algorithm: Sequence;
  readonly data: Uint8Array;
}

function encrypt(plain: Uint8Array, passphrase: string): Sealed {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const key = pbkdf2Sync(passphrase, salt, KEY_ITERATIONS, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const derivation = sequence(
    octets(salt),
    new Integer({ value: KEY_ITERATIONS }),
    sequence(oid(OID.hmacSha256), new Null()),
  );
  return {
    algorithm: sequence(
      oid(OID.pbes2),
      sequence(sequence(oid(OID.pbkdf2), derivation), sequence(oid(OID.aes256), octets(iv))),
    ),
    data: Buffer.concat([cipher.update(plain), cipher.final()]),
  };
}

function bag(kind: string, content: AsnType, keyId: Uint8Array): Sequence {
  const attribute = sequence(oid(OID.localKeyId), new Asn1Set({ value: [octets(keyId)] }));
  return sequence(oid(kind), tagged(content), new Asn1Set({ value: [attribute] }));
}

const dataInfo = (content: Uint8Array): Sequence => sequence(oid(OID.data), tagged(octets(content)));

function encryptedInfo({ algorithm, data }: Sealed): Sequence {
  const content = new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex: new Uint8Array(data).buffer });
  const encrypted = sequence(new Integer({ value: 0 }), sequence(oid(OID.data), algorithm, content));
  return sequence(oid(OID.encryptedData), tagged(encrypted));
}

/** `privateKey`: PKCS#8. */
export function writePkcs12(privateKey: Uint8Array, certificate: Uint8Array, passphrase: string): Uint8Array {
  const keyId = createHash('sha1').update(certificate).digest();
  const sealedKey = encrypt(privateKey, passphrase);
  const keyBag = bag(OID.shroudedKeyBag, sequence(sealedKey.algorithm, octets(sealedKey.data)), keyId);
  const certificateBag = bag(
    OID.certificateBag,
    sequence(oid(OID.x509Certificate), tagged(octets(certificate))),
    keyId,
  );
  const authenticated = der(
    sequence(encryptedInfo(encrypt(der(sequence(certificateBag)), passphrase)), dataInfo(der(sequence(keyBag)))),
  );
  const salt = randomBytes(16);
  const digestInfo = sequence(
    sequence(oid(OID.sha256), new Null()),
    octets(mac(authenticated, passphrase, salt, MAC_ITERATIONS)),
  );
  return der(
    sequence(
      new Integer({ value: 3 }),
      dataInfo(authenticated),
      sequence(digestInfo, octets(salt), new Integer({ value: MAC_ITERATIONS })),
    ),
  );
}
