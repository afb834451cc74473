/** Namespaces, types and algorithms of OPC signatures (ECMA-376 Part 2, 10; XMLDSig; XAdES; [MS-OFFCRYPTO] 2.5). */
import type { SigningKey } from '../../../core/ports/signature-ports.ts';

export const NS = {
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  packageSignature: 'http://schemas.openxmlformats.org/package/2006/digital-signature',
  relationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
  contentTypes: 'http://schemas.openxmlformats.org/package/2006/content-types',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
  office: 'http://schemas.microsoft.com/office/2006/digsig',
} as const;

export const RELATION = {
  origin: `${NS.relationships}/digital-signature/origin`,
  signature: `${NS.relationships}/digital-signature/signature`,
} as const;

const OFFICE_RELATIONS = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
] as const;
const officeRelation = (name: string): readonly string[] => OFFICE_RELATIONS.map((base) => `${base}/${name}`);

/** Transitional and strict (ISO/IEC 29500-1 and -4). */
export const MAIN_PART_RELATIONS: readonly string[] = officeRelation('officeDocument');

/** Properties of the file, which programs change after signing and leave out on purpose: relationship types and the content type of each. */
export const PROPERTY_PARTS: readonly { readonly relations: readonly string[]; readonly contentType: string }[] = [
  {
    relations: [`${NS.relationships}/metadata/core-properties`, ...officeRelation('metadata/core-properties')],
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
  },
  {
    relations: [...officeRelation('extended-properties'), ...officeRelation('extendedProperties')],
    contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  },
  {
    relations: [...officeRelation('custom-properties'), ...officeRelation('customProperties')],
    contentType: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  },
];

export const CONTENT_TYPE = {
  relationships: 'application/vnd.openxmlformats-package.relationships+xml',
  origin: 'application/vnd.openxmlformats-package.digital-signature-origin',
  signature: 'application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml',
} as const;

export const CONTENT_TYPES_PART = '[Content_Types].xml';
export const PACKAGE_RELATIONSHIPS = '_rels/.rels';

export const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const RELATIONSHIP_TRANSFORM = 'http://schemas.openxmlformats.org/package/2006/RelationshipTransform';
export const OBJECT_TYPE = `${NS.signature}Object`;
export const SIGNED_PROPERTIES_TYPE = 'http://uri.etsi.org/01903#SignedProperties';

type DigestName = 'sha256' | 'sha384' | 'sha512';

/** SHA-1 and MD5 are left out: they prove nothing any more. */
export const DIGEST_URIS: Readonly<Record<DigestName, string>> = {
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
};

export function digestOf(uri: string): DigestName | undefined {
  return (['sha256', 'sha384', 'sha512'] as const).find((name) => DIGEST_URIS[name] === uri);
}

/** MD5 and SHA-1, alone or in a signature: told apart from what is only unknown. */
export const isWeakUri = (uri: string): boolean => /(?:sha1|md5)$/i.test(uri);

export interface SignatureMethod {
  readonly algorithm: SigningKey['algorithm'];
  readonly digest: DigestName;
}

const METHOD = /^http:\/\/www\.w3\.org\/2001\/04\/xmldsig-more#(rsa|ecdsa)-(sha256|sha384|sha512)$/;

export function signatureMethodOf(uri: string): SignatureMethod | undefined {
  const [, family, digest] = METHOD.exec(uri) ?? [];
  if (family === undefined || digest === undefined) return undefined;
  return { algorithm: family === 'rsa' ? 'RSA' : 'EC', digest: digest as DigestName };
}

export function signatureMethodUri({ algorithm, digest }: Pick<SigningKey, 'algorithm' | 'digest'>): string {
  const family = algorithm === 'RSA' ? 'rsa' : 'ecdsa';
  return `http://www.w3.org/2001/04/xmldsig-more#${family}-${digest.replace('-', '').toLowerCase()}`;
}
