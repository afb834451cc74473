/** A package signed by somebody else: the template is what Word writes, signature and digests of the objects come from xmlsec1. */
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { packageParts } from './docx-packages.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XMLDSIG = 'http://www.w3.org/2000/09/xmldsig#';
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';

const DIGESTS = {
  sha1: `${XMLDSIG}sha1`,
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
} as const;

export interface ForeignWish {
  /** Folder with `key` and `certificate`, both PEM. */
  readonly folder: string;
  readonly digest?: keyof typeof DIGESTS;
  readonly method?: string;
  /** Without XAdES, as Office 2007 signs. */
  readonly plain?: boolean;
}

/** Word leaves the properties out and names relationships of the package by their type. */
export function signLikeWord(docx: Uint8Array, wish: ForeignWish): Uint8Array {
  const {
    folder,
    digest = 'sha256',
    method = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    plain = false,
  } = wish;
  const parts = packageParts(docx);
  const certificate = new X509Certificate(readFileSync(join(folder, 'certificate.pem')));
  const hash = (data: string | Uint8Array): string => createHash(digest).update(data).digest('base64');
  const digestXml = (value: string): string =>
    `<DigestMethod Algorithm="${DIGESTS[digest]}"/><DigestValue>${value}</DigestValue>`;
  const types = Buffer.from(parts['[Content_Types].xml'] ?? []).toString();
  const typeOf = (name: string): string => {
    const override = new RegExp(`<Override(?=[^>]*PartName="/${name}")[^>]*ContentType="([^"]*)"`).exec(types)?.[1];
    return (
      override ??
      (name.endsWith('.rels') ? `application/vnd.openxmlformats-package.relationships+xml` : 'application/xml')
    );
  };
  const transformed = (id: string, target: string, type: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="${id}" Target="${target}" TargetMode="Internal" Type="${type}"></Relationship></Relationships>`;
  const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const styles = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';
  const relationships = Buffer.from(parts['word/_rels/document.xml.rels'] ?? []).toString();
  const stylesId = /<Relationship(?=[^>]*Target="styles\.xml")[^>]* Id="([^"]*)"/.exec(relationships)?.[1] ?? '';
  const relationshipReference = (name: string, choice: string, value: string): string =>
    `<Reference URI="/${name}?ContentType=${typeOf(name)}"><Transforms><Transform Algorithm="${PACKAGE}/RelationshipTransform">${choice}</Transform><Transform Algorithm="${C14N}"/></Transforms>${digestXml(value)}</Reference>`;
  const signedParts = Object.keys(parts).filter((name) => /^(?:word|customXml)\/[^_]*$/.test(name));
  const manifest = [
    relationshipReference(
      '_rels/.rels',
      `<mdssi:RelationshipsGroupReference xmlns:mdssi="${PACKAGE}/digital-signature" SourceType="${officeDocument}"/>`,
      hash(transformed('rId1', 'word/document.xml', officeDocument)),
    ),
    relationshipReference(
      'word/_rels/document.xml.rels',
      `<mdssi:RelationshipReference xmlns:mdssi="${PACKAGE}/digital-signature" SourceId="${stylesId}"/>`,
      hash(transformed(stylesId, 'styles.xml', styles)),
    ),
    ...signedParts.map(
      (name) =>
        `<Reference URI="/${name}?ContentType=${typeOf(name)}">${digestXml(hash(parts[name] ?? ''))}</Reference>`,
    ),
  ];
  const reference = (uri: string, type: string, transforms = ''): string =>
    `<Reference Type="${type}" URI="#${uri}">${transforms}${digestXml('')}</Reference>`;
  const xades = `<Object><xd:QualifyingProperties xmlns:xd="http://uri.etsi.org/01903/v1.3.2#" Target="#idPackageSignature"><xd:SignedProperties Id="idSignedProperties"><xd:SignedSignatureProperties><xd:SigningTime>2025-05-06T07:08:09Z</xd:SigningTime><xd:SigningCertificate><xd:Cert><xd:CertDigest>${digestXml(hash(certificate.raw))}</xd:CertDigest><xd:IssuerSerial><X509IssuerName>CN=x</X509IssuerName><X509SerialNumber>1</X509SerialNumber></xd:IssuerSerial></xd:Cert></xd:SigningCertificate><xd:SignaturePolicyIdentifier><xd:SignaturePolicyImplied/></xd:SignaturePolicyIdentifier></xd:SignedSignatureProperties></xd:SignedProperties></xd:QualifyingProperties></Object>`;
  const template = `<?xml version="1.0" encoding="UTF-8"?>
<Signature xmlns="${XMLDSIG}" Id="idPackageSignature"><SignedInfo><CanonicalizationMethod Algorithm="${C14N}"/><SignatureMethod Algorithm="${method}"/>${reference('idPackageObject', `${XMLDSIG}Object`)}${reference('idOfficeObject', `${XMLDSIG}Object`)}${plain ? '' : reference('idSignedProperties', 'http://uri.etsi.org/01903#SignedProperties', `<Transforms><Transform Algorithm="${C14N}"/></Transforms>`)}</SignedInfo><SignatureValue/><KeyInfo><X509Data><X509Certificate/></X509Data></KeyInfo><Object xmlns:mdssi="${PACKAGE}/digital-signature" Id="idPackageObject"><Manifest>${manifest.join('')}</Manifest><SignatureProperties><SignatureProperty Id="idSignatureTime" Target="#idPackageSignature"><mdssi:SignatureTime><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format><mdssi:Value>2025-05-06T07:08:09Z</mdssi:Value></mdssi:SignatureTime></SignatureProperty></SignatureProperties></Object><Object Id="idOfficeObject"><SignatureProperties><SignatureProperty Id="idOfficeV1Details" Target="#idPackageSignature"><SignatureInfoV1 xmlns="http://schemas.microsoft.com/office/2006/digsig"><SetupID/><SignatureComments>Einverstanden</SignatureComments></SignatureInfoV1></SignatureProperty></SignatureProperties></Object>${plain ? '' : xades}</Signature>`;
  writeFileSync(join(folder, 'template.xml'), template);
  const ids = [`${XMLDSIG}:Object`, 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties'];
  execFileSync(
    'xmlsec1',
    [
      ...[
        '--sign',
        '--ignore-manifests',
        '--privkey-pem',
        `${join(folder, 'key.pem')},${join(folder, 'certificate.pem')}`,
      ],
      ...ids.flatMap((id) => ['--id-attr:Id', id]),
      ...['--output', join(folder, 'signed.xml'), join(folder, 'template.xml')],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const signature = readFileSync(join(folder, 'signed.xml'));
  const append = (name: string, end: string, more: string): Uint8Array =>
    strToU8(
      Buffer.from(parts[name] ?? [])
        .toString()
        .replace(end, more + end),
    );
  return zipSync({
    ...parts,
    '[Content_Types].xml': append(
      '[Content_Types].xml',
      '</Types>',
      `<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/><Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/>`,
    ),
    '_rels/.rels': append(
      '_rels/.rels',
      '</Relationships>',
      `<Relationship Id="rId99" Type="${PACKAGE}/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>`,
    ),
    '_xmlsignatures/origin.sigs': new Uint8Array(),
    '_xmlsignatures/_rels/origin.sigs.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${PACKAGE}/relationships/digital-signature/signature" Target="sig1.xml"/></Relationships>`,
    ),
    '_xmlsignatures/sig1.xml': new Uint8Array(signature),
  });
}
