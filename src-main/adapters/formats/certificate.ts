/** X.509 certificates read by ASN.1 alone (RFC 5280 4.1): whatever key, curve or name they bring, nothing native sees them unlooked. */
import { createHash } from 'node:crypto';
import { BitString, Boolean as Asn1Boolean, Integer } from 'asn1js';
import { Certificate, type AlgorithmIdentifier, type Extension, type RelativeDistinguishedNames } from 'pkijs';
import { octets, oid, parseDer, rawOf, sequence } from './der.ts';
import { publicKeyOf, type PublicKey } from './public-key.ts';

export interface NamePart {
  /** `CN`, `O` … or the number of a type without a short name. */
  readonly type: string;
  readonly value: string;
}

export interface ReadCertificate {
  readonly raw: Uint8Array;
  /** What the issuer signed. */
  readonly signedPart: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly subject: readonly NamePart[];
  readonly issuer: readonly NamePart[];
  /** DER, to be compared. */
  readonly subjectDer: Uint8Array;
  readonly issuerDer: Uint8Array;
  /** Lower-case hexadecimal. */
  readonly serialNumber: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Null for a key that is not checkable here. */
  readonly key: PublicKey | null;
  readonly isAuthority: boolean;
  /** Lower-case hexadecimal SHA-256 of the DER. */
  readonly fingerprint: string;
  readonly extension: (oid: string) => Extension | undefined;
  readonly extensions: readonly Extension[];
}

const BASIC_CONSTRAINTS = '2.5.29.19';
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';
const EXTENDED_KEY_USAGE = '2.5.29.37';
/** X.520 and PKCS #9, as they are usually shortened. */
const SHORT_TYPES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** The bytes inside an extension (OCTET STRING). */
export const extensionValue = (extension: Extension): Uint8Array => new Uint8Array(extension.extnValue.getValue());

function nameParts({ typesAndValues }: RelativeDistinguishedNames): NamePart[] {
  return typesAndValues.map(({ type, value }) => {
    const text: unknown = (value as { valueBlock?: { value?: unknown } }).valueBlock?.value;
    return { type: SHORT_TYPES[type] ?? type, value: typeof text === 'string' ? text.normalize('NFC') : '' };
  });
}

const nameDer = (name: RelativeDistinguishedNames): Uint8Array => new Uint8Array(name.valueBeforeDecode);

function serialOf(serial: Integer): string {
  const bytes = Buffer.from(serial.valueBlock.valueHexView);
  const first = bytes.findIndex((byte) => byte !== 0);
  return (first === -1 ? bytes.subarray(-1) : bytes.subarray(first)).toString('hex');
}

function isAuthority(constraints: Extension | undefined): boolean {
  if (constraints === undefined) return false;
  const authority = sequence(parseDer(extensionValue(constraints))).find((field) => field instanceof Asn1Boolean);
  return authority?.getValue() ?? false;
}

/** DER of one certificate. Throws where the bytes are none. */
export function readCertificate(der: Uint8Array): ReadCertificate {
  const raw = Uint8Array.from(der);
  const node = parseDer(raw);
  const certificate = new Certificate({ schema: node });
  const [signed, , signature] = sequence(node);
  if (signed === undefined || !(signature instanceof BitString)) throw new Error('no certificate');
  const extensions = certificate.extensions ?? [];
  const extension = (oid: string): Extension | undefined => extensions.find(({ extnID }) => extnID === oid);
  const fields = sequence(signed);
  // The version is left out in old ones: subjectPublicKeyInfo is the sixth field, or the seventh behind the version.
  const spki = fields[fields[0] instanceof Integer ? 5 : 6];
  return {
    raw,
    signedPart: rawOf(signed),
    signature: new Uint8Array(signature.valueBlock.valueHexView),
    signatureAlgorithm: certificate.signatureAlgorithm,
    subject: nameParts(certificate.subject),
    issuer: nameParts(certificate.issuer),
    subjectDer: nameDer(certificate.subject),
    issuerDer: nameDer(certificate.issuer),
    serialNumber: serialOf(certificate.serialNumber),
    notBefore: validDate(certificate.notBefore.value),
    notAfter: validDate(certificate.notAfter.value),
    key: spki ? publicKeyOf(rawOf(spki)) : null,
    isAuthority: isAuthority(extension(BASIC_CONSTRAINTS)),
    fingerprint: createHash('sha256').update(raw).digest('hex'),
    extension,
    extensions,
  };
}

function validDate(date: Date): Date {
  if (Number.isNaN(date.getTime())) throw new Error('no date');
  return date;
}

/** The key's identifier that the certificate states for itself (4.2.1.2). */
export function subjectKeyIdentifier({ extension }: Pick<ReadCertificate, 'extension'>): Uint8Array | null {
  const found = extension(SUBJECT_KEY_IDENTIFIER);
  return found ? octets(parseDer(extensionValue(found))) : null;
}

/** Null without the extension; what cannot be read throws. */
export function extendedKeyUsage({ extension }: Pick<ReadCertificate, 'extension'>): {
  readonly isCritical: boolean;
  readonly purposes: readonly string[];
} | null {
  const found = extension(EXTENDED_KEY_USAGE);
  if (!found) return null;
  const purposes = sequence(parseDer(extensionValue(found))).map(oid);
  return { isCritical: found.critical, purposes };
}
