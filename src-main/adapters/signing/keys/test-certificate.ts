/** A certificate issued by nobody, for trying out: it says so in its name, so every program that shows it says so too. */
import { createHash, randomBytes, sign, type KeyObject } from 'node:crypto';
import { Set as AsnSet, BitString, fromBER, Integer, Null, OctetString, Sequence, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
  TimeType,
} from 'pkijs';
import { TEST_CERTIFICATE } from '../../../contract/signature/key-problems-de.ts';
import { OID } from '../../formats/oids.ts';

/** RFC 5280 4.1.2.4: one SET per attribute. pkijs by itself writes all into one, so the name is given to it as DER. */
function nameOf(commonName: string): RelativeDistinguishedNames {
  const part = (type: string, value: string): AsnSet =>
    new AsnSet({ value: [new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }).toSchema()] });
  const name = new Sequence({ value: [part('2.5.4.10', TEST_CERTIFICATE.organization), part('2.5.4.3', commonName)] });
  return new RelativeDistinguishedNames({ schema: fromBER(name.toBER()).result });
}

function extensions(publicKey: Uint8Array): Extension[] {
  const keyIdentifier = new OctetString({
    valueHex: new Uint8Array(createHash('sha1').update(publicKey).digest()).buffer,
  });
  return [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: new BasicConstraints({ cA: false }).toSchema().toBER(),
    }),
    // digitalSignature and nonRepudiation: the two upper bits.
    new Extension({
      extnID: '2.5.29.15',
      critical: true,
      extnValue: new BitString({ valueHex: new Uint8Array([0b1100_0000]).buffer, unusedBits: 6 }).toBER(),
    }),
    new Extension({ extnID: '2.5.29.14', critical: false, extnValue: keyIdentifier.toBER() }),
  ];
}

/** RFC 5280 4.1.2.5: UTCTime until 2049, from then on GeneralizedTime. */
function timeOf(instant: string): Time {
  const value = new Date(instant);
  return new Time({ type: value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime, value });
}

export function testCertificate(
  keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
  request: { readonly name: string; readonly from: string; readonly until: string },
): Uint8Array {
  const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' });
  const name = nameOf(TEST_CERTIFICATE.commonName(request.name));
  const serial = randomBytes(16);
  // A positive number without leading zeros (RFC 5280 4.1.2.2).
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: new Uint8Array(serial).buffer }),
    issuer: name,
    subject: name,
    notBefore: timeOf(request.from),
    notAfter: timeOf(request.until),
    subjectPublicKeyInfo: new PublicKeyInfo({ schema: fromBER(new Uint8Array(publicKey).buffer).result }),
    signature: new AlgorithmIdentifier({ algorithmId: OID.rsaWithSha256, algorithmParams: new Null() }),
    signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.rsaWithSha256, algorithmParams: new Null() }),
    extensions: extensions(publicKey),
  });
  const toBeSigned = new Uint8Array(certificate.encodeTBS().toBER());
  certificate.tbsView = toBeSigned;
  const signature = sign('sha256', toBeSigned, keys.privateKey);
  certificate.signatureValue = new BitString({ valueHex: new Uint8Array(signature).buffer });
  return new Uint8Array(certificate.toSchema(true).toBER());
}
