/**
 * Whether an answer of a time-stamp service is what was asked for (RFC 3161 2.4.2): granted, for this digest and this nonce, signed by the
 * certificate it brings, which may do nothing but time stamps. Whether anybody trusts that service is asked elsewhere. Every fault throws.
 */
import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence, type AsnType } from 'asn1js';
import {
  Certificate,
  IssuerAndSerialNumber,
  SignedData,
  TimeStampResp,
  TSTInfo,
  type Attribute,
  type SignerInfo,
} from 'pkijs';
import { SHA256 } from './timestamp-request.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** granted, grantedWithMods */
const GRANTED = [0, 1];
/** SHA-1 is not among them: what it signs can be forged. */
const DIGESTS: Readonly<Record<string, string>> = {
  [SHA256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

function parse(bytes: Uint8Array): AsnType {
  const { offset, result } = fromBER(new Uint8Array(bytes).buffer);
  if (offset !== bytes.length) throw new Error('the answer is no single ASN.1 value');
  return result;
}

const ensure: (condition: boolean, what: string) => asserts condition = (condition, what) => {
  if (!condition) throw new Error(`time stamp: ${what}`);
};
const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

function attributeValue(attributes: readonly Attribute[], type: string): AsnType | undefined {
  const [found, ...others] = attributes.filter((attribute) => attribute.type === type);
  const values: readonly AsnType[] = found?.values ?? [];
  ensure(others.length === 0 && values.length === 1, `attribute ${type} is not there exactly once`);
  return values[0];
}

function isSigner(certificate: Certificate, { sid }: SignerInfo): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    return sid.serialNumber.isEqual(certificate.serialNumber) && sid.issuer.isEqual(certificate.issuer);
  }
  const extension = certificate.extensions?.find(({ extnID }) => extnID === SUBJECT_KEY_IDENTIFIER);
  const identifier: unknown = extension?.parsedValue;
  const wanted = (sid as { valueBlock?: { valueHexView?: unknown } }).valueBlock?.valueHexView;
  return (
    identifier instanceof OctetString &&
    wanted instanceof Uint8Array &&
    same(new Uint8Array(identifier.getValue()), wanted)
  );
}

function signerCertificate(signedData: SignedData, signer: SignerInfo): X509Certificate {
  const certificates = (signedData.certificates ?? []).filter((item) => item instanceof Certificate);
  const found = certificates.find((certificate) => isSigner(certificate, signer));
  ensure(found !== undefined, 'the certificate of the service is not included');
  const usage = found.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const certificate = new X509Certificate(Buffer.from(found.toSchema().toBER()));
  // RFC 3161 2.3: this use alone, and critical.
  // Node names the extended uses so; undefined without any, whatever its types say.
  const uses = (certificate.keyUsage as readonly string[] | undefined) ?? [];
  ensure(usage?.critical === true && uses.length === 1 && uses[0] === TIME_STAMPING, 'the certificate may not stamp');
  return certificate;
}

const items = (node: AsnType | undefined): readonly AsnType[] => {
  ensure(node instanceof Sequence, 'not in the form of the norm');
  return node.valueBlock.value;
};

/** RFC 5035 5.4 and RFC 2634 5.4: the signature names its certificate, so that none under the same key takes its place. */
function namesCertificate(attributes: readonly Attribute[], certificate: X509Certificate): boolean {
  const isV2 = attributes.some(({ type }) => type === SIGNING_CERTIFICATE_V2);
  const value = attributeValue(attributes, isV2 ? SIGNING_CERTIFICATE_V2 : SIGNING_CERTIFICATE);
  const fields = items(items(items(value)[0])[0]);
  const hash = fields.find((field) => field instanceof OctetString);
  const algorithm = isV2 && fields[0] instanceof Sequence ? items(fields[0])[0] : undefined;
  const named = algorithm instanceof ObjectIdentifier ? DIGESTS[algorithm.getValue()] : 'sha256';
  ensure(hash !== undefined && named !== undefined, 'unknown digest of its certificate');
  const digest = isV2 ? named : 'sha1';
  return same(new Uint8Array(hash.getValue()), createHash(digest).update(certificate.raw).digest());
}

function checkSignature(signedData: SignedData, content: Uint8Array): X509Certificate {
  const [signer] = signedData.signerInfos;
  ensure(signer !== undefined && signedData.signerInfos.length === 1, 'signed by several, or by nobody');
  const digest = DIGESTS[signer.digestAlgorithm.algorithmId];
  ensure(digest !== undefined && signer.signedAttrs !== undefined, 'unknown digest or no signed attributes');
  const { attributes, encodedValue } = signer.signedAttrs;
  const type = attributeValue(attributes, CONTENT_TYPE);
  ensure(type instanceof ObjectIdentifier && type.getValue() === TST_INFO, 'signed as something else');
  const imprint = attributeValue(attributes, MESSAGE_DIGEST);
  ensure(
    imprint instanceof OctetString &&
      same(new Uint8Array(imprint.getValue()), createHash(digest).update(content).digest()),
    'its content was changed',
  );
  const certificate = signerCertificate(signedData, signer);
  ensure(namesCertificate(attributes, certificate), 'signed for another certificate');
  const signature = new Uint8Array(signer.signature.getValue());
  ensure(verify(digest, new Uint8Array(encodedValue), certificate.publicKey, signature), 'its signature is wrong');
  return certificate;
}

/** Answers the DER of the token. */
export function checkedToken(answer: Uint8Array, digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const response = new TimeStampResp({ schema: parse(answer) });
  ensure(GRANTED.includes(response.status.status) && response.timeStampToken !== undefined, 'not granted');
  const token = response.timeStampToken;
  ensure(token.contentType === SIGNED_DATA, 'no signed data');
  const signedData = new SignedData({ schema: token.content });
  const { eContentType, eContent } = signedData.encapContentInfo;
  ensure(eContentType === TST_INFO && eContent !== undefined, 'no time in it');
  const content = new Uint8Array(eContent.getValue());
  const info = new TSTInfo({ schema: parse(content) });
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  ensure(
    hashAlgorithm.algorithmId === SHA256 && same(new Uint8Array(hashedMessage.getValue()), digest),
    'for another digest',
  );
  ensure(info.nonce !== undefined && same(info.nonce.valueBlock.valueHexView, nonce), 'an answer to another question');
  const certificate = checkSignature(signedData, content);
  const time = info.genTime.getTime();
  ensure(
    certificate.validFromDate.getTime() <= time && time <= certificate.validToDate.getTime(),
    'made outside the days of its certificate',
  );
  return rawToken(answer);
}

/** The token byte by byte as it came: written anew it could lose its signature. */
function rawToken(answer: Uint8Array): Uint8Array {
  const token = items(parse(answer))[1];
  ensure(token !== undefined, 'no token');
  return new Uint8Array(token.valueBeforeDecodeView);
}
