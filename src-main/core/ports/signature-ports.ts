/**
 * What the core needs for signatures: keys, signers, verifiers. Certificates travel as DER bytes, instants as ISO 8601 in UTC.
 * A key is an async port, so that a smart card or a remote service fits in beside the PKCS#12 file.
 */
import type { StopSignal } from '../../contract/document/delivery.ts';
import type { Addition, Certification, UnjudgedReason } from '../../contract/signature/shapes.ts';

export interface SigningKey {
  /** The signer's certificate first, then its issuers as far as the key brings them; DER. */
  readonly certificates: readonly Uint8Array[];
  /** RSASSA-PKCS1-v1_5 or ECDSA, each with the digest named. */
  readonly algorithm: 'RSA' | 'EC';
  readonly digest: 'SHA-256' | 'SHA-384' | 'SHA-512';
  /** Signs the data itself, hashing included. ECDSA answers r‖s (IEEE P1363), not DER. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

export interface CertificateInfo {
  /** What a person reads: common name, else organization, else the whole name. */
  readonly subject: string;
  readonly issuer: string;
  /** Lower-case hexadecimal. */
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly fingerprint: string;
  /** Made by this program for trying out, without any legal effect. */
  readonly isTest: boolean;
  /** It may issue other certificates. */
  readonly isAuthority: boolean;
}

/**
 * `trusted`: the chain ends in an anchor of the trust list, every signature in it is right and every certificate was valid at the instant.
 * `not-checkable`: it may end there, but over a kind of key that cannot be checked here.
 */
export type ChainVerdict = 'trusted' | 'untrusted' | 'expired' | 'not-yet-valid' | 'unsuitable' | 'not-checkable';

/** What a certificate was used for. */
export type ChainPurpose = 'document' | 'time-stamp';

export interface CertificatePort {
  /** Refuses with `passphrase-wrong`, `key-damaged`, `key-unsupported`. */
  openKey(pkcs12: Uint8Array, passphrase: string, fileName: string): Promise<SigningKey>;
  /** A key pair with a certificate of its own that says everywhere that it is for trying out. */
  createTestKey(request: {
    readonly name: string;
    readonly passphrase: string;
    readonly from: string;
    readonly until: string;
  }): Promise<{ readonly pkcs12: Uint8Array; readonly certificate: Uint8Array }>;
  /** PEM or DER; refuses with `certificate-damaged`. */
  readCertificate(bytes: Uint8Array, fileName: string): Promise<Uint8Array>;
  /** Refuses with `certificate-damaged`: what comes with a signature may be anything. */
  describe(certificate: Uint8Array): Promise<CertificateInfo>;
  /** `certificates` as they came with the signature, signer first; `anchors` from the office's trust list. */
  judge(
    certificates: readonly Uint8Array[],
    anchors: readonly Uint8Array[],
    at: string,
    purpose?: ChainPurpose,
  ): Promise<ChainVerdict>;
}

/** Certificates of others, read behind the fence; each comes with the name of its file, for a refusal. */
export interface StrangersCertificates {
  /** PEM or DER; refuses with `certificate-damaged`. */
  read(bytes: Uint8Array, fileName: string, signal?: StopSignal): Promise<Uint8Array>;
  /** Refuses with `certificate-damaged`. */
  describe(certificate: Uint8Array, fileName: string): Promise<CertificateInfo>;
  judge(
    certificates: readonly Uint8Array[],
    anchors: readonly Uint8Array[],
    use: { readonly at: string; readonly purpose: ChainPurpose },
    fileName: string,
  ): Promise<ChainVerdict>;
}

/** An RFC 3161 service. Refuses with `timestamp-unavailable` when it does not answer or answers badly. */
export interface TimestampPort {
  /** DER of the TimeStampToken over the SHA-256 digest, checked against it. */
  stamp(url: string, digest: Uint8Array): Promise<Uint8Array>;
}

export interface VisibleField {
  /** Page from 1; 0 is the last one. Millimetres from the left and upper edge of the sheet. */
  readonly page: number;
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly lines: readonly string[];
  readonly alternativeText: string;
}

export interface PdfSignRequest {
  readonly key: SigningKey;
  /** Claimed time, goes into /M. */
  readonly at: string;
  /** Shown by readers; empty means none. */
  readonly reason: string;
  readonly location: string;
  /** Field name, unique in the file; a taken one gets a number. */
  readonly fieldName: string;
  readonly visible: VisibleField | null;
  /** Signs although the file's author certified it against further signatures. */
  readonly breaksCertification?: boolean;
  /** For the sentence of a refusal. */
  readonly fileName?: string;
  /** Makes level B-T; given the signature value, answers the token. */
  readonly stamp: ((signatureValue: Uint8Array) => Promise<Uint8Array>) | null;
}

export interface DocxSignRequest {
  readonly key: SigningKey;
  readonly at: string;
  readonly reason: string;
  /** For the sentence of a refusal. */
  readonly fileName?: string;
}

export interface FoundSignature {
  /** A document time stamp is no signature of a person: it proves that its revision existed. */
  readonly kind: 'signature' | 'time-stamp';
  /** Signer, or time-stamp service, first; DER. Empty when none could be read. */
  readonly certificates: readonly Uint8Array[];
  /** Time the signer claims; null when none is given. */
  readonly claimedAt: string | null;
  /** Time of a sound time stamp over the signature value, or of the document time stamp itself; null without one. */
  readonly stampedAt: string | null;
  /** Certificates of that time stamp, signer first. */
  readonly stampCertificates: readonly Uint8Array[];
  /** PAdES baseline (ETSI EN 319 142-1, 6.3) holds but for a time stamp; `named` without: the signed part names the certificate. */
  readonly format: 'baseline' | 'named' | 'plain';
  /** Digests and signature value are right for the bytes the signature names. */
  readonly valid: boolean;
  /** `digest-wrong` and `signature-wrong` are certain; everything else that is not valid is `unjudged`, with its reason. */
  readonly problem: 'digest-wrong' | 'signature-wrong' | 'unjudged' | null;
  readonly reason: UnjudgedReason | null;
  readonly coversWholeFile: boolean;
  /** PDF: the revision it covers, counted from 1. */
  readonly revision: number;
  /** PDF: length in bytes of the file as it was signed; null where that is unknown. */
  readonly signedLength: number | null;
  /** What stands behind its revision. */
  readonly added: readonly Addition[];
  /**
   * Nothing stands behind it but validation data and invisible document time stamps; `stamps` are their places in the list. Harmless only
   * when each of them is trusted, which is judged elsewhere.
   */
  readonly later: { readonly isHarmless: boolean; readonly stamps: readonly number[] };
  readonly certification: Certification | null;
  /** Form fields were locked with it (FieldMDP). */
  readonly locksFields: boolean;
}

export interface FoundSignatures {
  /** In the order they were made. */
  readonly signatures: readonly FoundSignature[];
  /** PDF: how many revisions the signatures tell apart. */
  readonly revisions: number;
  /** DOCX: parts that no sound signature covers, but for the three properties of a package. */
  readonly uncoveredParts: readonly string[];
  /** Why the file itself could not be read; null when it could. */
  readonly unread: UnjudgedReason | null;
}

/** Signing refuses with `document-not-signable`; verifying refuses nothing: what it could not read stands in the result. */
export interface PdfSigner {
  /** Refuses with `document-certified` where the file's author forbade further signatures, unless `request.breaksCertification`. */
  sign(pdf: Uint8Array, request: PdfSignRequest): Promise<Uint8Array>;
  /** Appends a document time stamp (ETSI EN 319 142-1, 5.4.3); `stamp` is given the bytes to be stamped. */
  addTimestamp(pdf: Uint8Array, stamp: (data: Uint8Array) => Promise<Uint8Array>): Promise<Uint8Array>;
  verify(pdf: Uint8Array, fileName: string, signal?: StopSignal): Promise<FoundSignatures>;
}
export interface DocxSigner {
  sign(docx: Uint8Array, request: DocxSignRequest): Promise<Uint8Array>;
  verify(docx: Uint8Array, fileName: string, signal?: StopSignal): Promise<FoundSignatures>;
}
