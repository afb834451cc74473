/** The signature part as Office writes it (ECMA-376 Part 2, 10.5; [MS-OFFCRYPTO] 2.5; XAdES 1.3.2), so that Office reads it. */
import { createHash } from 'node:crypto';
import type { DocxSignRequest } from '../../../core/ports/signature-ports.ts';
import { readCertificate, type NamePart, type ReadCertificate } from '../../formats/certificate.ts';
import { childElements } from '../../formats/xml.ts';
import { escapeXml } from '../../formats/escape-xml.ts';
import { canonicalElement } from './canonicalise.ts';
import {
  C14N,
  DIGEST_URIS,
  NS,
  OBJECT_TYPE,
  RELATIONSHIP_TRANSFORM,
  SIGNED_PROPERTIES_TYPE,
  signatureMethodUri,
} from './names.ts';
import { children, onlyChild, parseXml, type Element } from './xml.ts';

/** One part to be signed. */
export interface PartReference {
  readonly name: string;
  readonly contentType: string;
  /** SHA-256, base64. */
  readonly digest: string;
  /** Ids of the signed relationships; null where the bytes are signed as they are. */
  readonly relationships: readonly string[] | null;
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('base64');
const digestXml = (digest: string): string =>
  `<DigestMethod Algorithm="${DIGEST_URIS.sha256}"></DigestMethod><DigestValue>${digest}</DigestValue>`;
const transform = (algorithm: string, content = ''): string =>
  `<Transform Algorithm="${algorithm}">${content}</Transform>`;
/** Office takes seconds and no fractions. */
const toSeconds = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

function partXml({ name, contentType, digest, relationships }: PartReference): string {
  const named = (relationships ?? []).map(
    (id) =>
      `<mdssi:RelationshipReference xmlns:mdssi="${NS.packageSignature}" SourceId="${escapeXml(id)}"></mdssi:RelationshipReference>`,
  );
  const transforms =
    relationships === null
      ? ''
      : `<Transforms>${transform(RELATIONSHIP_TRANSFORM, named.join(''))}${transform(C14N)}</Transforms>`;
  const uri = `/${escapeXml(encodeName(name))}?ContentType=${escapeXml(contentType)}`;
  return `<Reference URI="${uri}">${transforms}${digestXml(digest)}</Reference>`;
}

/** Signs of a part name that a URI cannot hold; escapes that are there already stay. */
const encodeName = (name: string): string =>
  encodeURI(name).replaceAll('%25', '%').replace(/[?#]/g, encodeURIComponent);

function packageObject(parts: readonly PartReference[], at: string): string {
  const time = `<mdssi:SignatureTime xmlns:mdssi="${NS.packageSignature}"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format><mdssi:Value>${at}</mdssi:Value></mdssi:SignatureTime>`;
  return `<Object Id="idPackageObject"><Manifest>${parts.map(partXml).join('')}</Manifest><SignatureProperties><SignatureProperty Id="idSignatureTime" Target="#idPackageSignature">${time}</SignatureProperty></SignatureProperties></Object>`;
}

/** Office shows the comment as reason; machine and screen, which it would add, are nobody's business and constant here. */
function officeObject(reason: string): string {
  const machine =
    '<WindowsVersion>10.0</WindowsVersion><OfficeVersion>16.0</OfficeVersion><ApplicationVersion>16.0</ApplicationVersion><Monitors>1</Monitors><HorizontalResolution>1280</HorizontalResolution><VerticalResolution>800</VerticalResolution><ColorDepth>32</ColorDepth>';
  const provider =
    '<SignatureProviderId>{00000000-0000-0000-0000-000000000000}</SignatureProviderId><SignatureProviderUrl></SignatureProviderUrl><SignatureProviderDetails>9</SignatureProviderDetails><SignatureType>1</SignatureType>';
  const details = `<SignatureInfoV1 xmlns="${NS.office}"><SetupID></SetupID><SignatureText></SignatureText><SignatureImage></SignatureImage><SignatureComments>${escapeXml(reason)}</SignatureComments>${machine}${provider}</SignatureInfoV1>`;
  return `<Object Id="idOfficeObject"><SignatureProperties><SignatureProperty Id="idOfficeV1Details" Target="#idPackageSignature">${details}</SignatureProperty></SignatureProperties></Object>`;
}

/** RFC 4514, 2.4: signs that mean something in a name, blanks at its ends and a number sign at its begin stand behind a backslash. */
const escapedValue = (value: string): string =>
  value.replace(/[,+"\\<>;]|^[ #]| $/g, (sign) => `\\${sign}`).replaceAll('\0', '\\00');

/** RFC 4514: the most specific part first. */
const distinguishedName = (parts: readonly NamePart[]): string =>
  parts
    .map(({ type, value }) => `${type}=${escapedValue(value)}`)
    .reverse()
    .join(', ');

function signedProperties(signer: ReadCertificate, at: string): string {
  const digest = digestXml(sha256(signer.raw));
  const issuer = `<X509IssuerName>${escapeXml(distinguishedName(signer.issuer))}</X509IssuerName><X509SerialNumber>${BigInt(`0x${signer.serialNumber}`)}</X509SerialNumber>`;
  const certificate = `<xd:SigningCertificate><xd:Cert><xd:CertDigest>${digest}</xd:CertDigest><xd:IssuerSerial>${issuer}</xd:IssuerSerial></xd:Cert></xd:SigningCertificate>`;
  const policy =
    '<xd:SignaturePolicyIdentifier><xd:SignaturePolicyImplied></xd:SignaturePolicyImplied></xd:SignaturePolicyIdentifier>';
  return `<Object><xd:QualifyingProperties xmlns:xd="${NS.xades}" Target="#idPackageSignature"><xd:SignedProperties Id="idSignedProperties"><xd:SignedSignatureProperties><xd:SigningTime>${at}</xd:SigningTime>${certificate}${policy}</xd:SignedSignatureProperties></xd:SignedProperties></xd:QualifyingProperties></Object>`;
}

const document = (signedInfo: string, value: string, keyInfo: string, objects: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Signature xmlns="${NS.signature}" Id="idPackageSignature">${signedInfo}<SignatureValue>${value}</SignatureValue>${keyInfo}${objects}</Signature>`;

const parse = (xml: string): Element => parseXml(Buffer.from(xml));

function signedInfoXml(objects: string, { algorithm, digest }: DocxSignRequest['key']): string {
  const root = parse(document('', '', '', objects));
  const [packageElement, officeElement, xadesElement] = children(root, NS.signature, 'Object');
  const properties = xadesElement && childElements(xadesElement)[0];
  if (!packageElement || !officeElement || !properties) throw new Error('an object of the signature is missing');
  const reference = (type: string, id: string, element: Element, transforms: string): string =>
    `<Reference Type="${type}" URI="#${id}">${transforms}${digestXml(sha256(canonicalElement(element)))}</Reference>`;
  const references = [
    reference(OBJECT_TYPE, 'idPackageObject', packageElement, ''),
    reference(OBJECT_TYPE, 'idOfficeObject', officeElement, ''),
    reference(
      SIGNED_PROPERTIES_TYPE,
      'idSignedProperties',
      onlyChild(properties, NS.xades, 'SignedProperties'),
      `<Transforms>${transform(C14N)}</Transforms>`,
    ),
  ];
  return `<SignedInfo><CanonicalizationMethod Algorithm="${C14N}"></CanonicalizationMethod><SignatureMethod Algorithm="${signatureMethodUri({ algorithm, digest })}"></SignatureMethod>${references.join('')}</SignedInfo>`;
}

export async function signatureXml(parts: readonly PartReference[], request: DocxSignRequest): Promise<string> {
  const { key, reason } = request;
  const [signer] = key.certificates;
  if (!signer) throw new Error('a key without a certificate');
  const at = toSeconds(request.at);
  const objects = packageObject(parts, at) + officeObject(reason) + signedProperties(readCertificate(signer), at);
  const signedInfo = signedInfoXml(objects, key);
  const element = onlyChild(parse(document(signedInfo, '', '', objects)), NS.signature, 'SignedInfo');
  const value = await key.sign(Buffer.from(canonicalElement(element)));
  const certificates = key.certificates.map(
    (der) => `<X509Certificate>${Buffer.from(der).toString('base64')}</X509Certificate>`,
  );
  const keyInfo = `<KeyInfo><X509Data>${certificates.join('')}</X509Data></KeyInfo>`;
  return document(signedInfo, Buffer.from(value).toString('base64'), keyInfo, objects);
}
