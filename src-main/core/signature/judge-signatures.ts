/** What is found of signatures, judged by chains and times: for each of them, and for the file as a whole. */
import type { CertificateInfo, Verification, VerifiedSignature } from '../../contract/signature/shapes.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { Clock } from '../ports/ports.ts';
import type {
  ChainPurpose,
  ChainVerdict,
  FoundSignature,
  FoundSignatures,
  StrangersCertificates,
} from '../ports/signature-ports.ts';
import { fileVerdict, isUnchangedAfter, signatureVerdict, type TimedChain } from './verdict.ts';

interface Judged {
  readonly found: FoundSignature;
  readonly chain: TimedChain;
  readonly certificate: CertificateInfo | null;
  readonly stampIsTrusted: boolean;
  readonly time: string | null;
}

/** Null for a certificate that nobody can read. */
export async function readableCertificate(
  strangers: Pick<StrangersCertificates, 'describe'>,
  certificate: Uint8Array,
  fileName: string,
): Promise<CertificateInfo | null> {
  try {
    return await strangers.describe(certificate, fileName);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'certificate-damaged') throw error;
    return null;
  }
}

type Judge = (
  found: FoundSignatures,
  format: 'pdf' | 'docx',
  anchors: readonly Uint8Array[],
  fileName: string,
) => Promise<Omit<Verification, 'fileName' | 'format' | 'known'>>;

export function judgeSignatures(strangersCertificates: StrangersCertificates, clock: Clock): Judge {
  const judged = async (found: FoundSignature, anchors: readonly Uint8Array[], fileName: string): Promise<Judged> => {
    const judge = (chain: readonly Uint8Array[], at: string, purpose: ChainPurpose): Promise<ChainVerdict> =>
      strangersCertificates.judge(chain, anchors, { at, purpose }, fileName);
    const [signer] = found.certificates;
    const certificate = signer ? await readableCertificate(strangersCertificates, signer, fileName) : null;
    const stampIsTrusted =
      found.valid &&
      found.stampedAt !== null &&
      (await judge(found.stampCertificates, found.stampedAt, 'time-stamp')) === 'trusted';
    // Only a time stamp of a trusted service proves a time; else the signer's own word is all there is.
    const time = stampIsTrusted || found.kind === 'time-stamp' ? found.stampedAt : found.claimedAt;
    const purpose = found.kind === 'time-stamp' ? 'time-stamp' : 'document';
    const chain = certificate ? await judge(found.certificates, time ?? clock.now(), purpose) : ('untrusted' as const);
    return { found, chain, certificate, stampIsTrusted, time };
  };

  /** The signer's word for when it was does not outlive the certificate: without proof it has to be trusted today as well. */
  const judgedToday = async (
    one: Judged,
    all: readonly Judged[],
    anchors: readonly Uint8Array[],
    fileName: string,
  ): Promise<Judged> => {
    if (one.found.kind !== 'signature' || one.chain !== 'trusted' || one.stampIsTrusted) return one;
    const proofs = all.flatMap(({ found, chain }) =>
      found.kind === 'time-stamp' && found.valid && chain === 'trusted' && found.revision > one.found.revision
        ? (found.stampedAt ?? [])
        : [],
    );
    // A stamp over the document that came later proves that it was there by then.
    const at = proofs.sort()[0] ?? clock.now();
    const then = await strangersCertificates.judge(
      one.found.certificates,
      anchors,
      { at, purpose: 'document' },
      fileName,
    );
    return then === 'trusted' ? one : { ...one, chain: 'expired-since' };
  };

  return async (
    { signatures, revisions, uncoveredParts, unread }: FoundSignatures,
    format: 'pdf' | 'docx',
    anchors: readonly Uint8Array[],
    fileName: string,
  ): Promise<Omit<Verification, 'fileName' | 'format' | 'known'>> => {
    const first: Judged[] = [];
    for (const signature of signatures) first.push(await judged(signature, anchors, fileName));
    const all: Judged[] = [];
    for (const one of first) all.push(await judgedToday(one, first, anchors, fileName));
    const trusted = all.map(({ found, chain }) => found.valid && chain === 'trusted');
    const verified = all.map(({ found, chain, certificate, stampIsTrusted, time }, place): VerifiedSignature => {
      const unchangedAfter = isUnchangedAfter(found, trusted);
      return {
        kind: found.kind,
        signer: certificate?.subject ?? '',
        time,
        timeIsProven: stampIsTrusted,
        level: found.format === 'baseline' ? (stampIsTrusted ? 'B-T' : 'B-B') : found.format,
        valid: found.valid,
        coversWholeFile: found.coversWholeFile,
        revision: found.revision,
        unchangedAfter,
        added: [...found.added],
        trusted: trusted[place] === true,
        ...signatureVerdict(found, chain, { format, unchangedAfter }),
        certification: found.certification,
        locksFields: found.locksFields,
        certificate,
      };
    });
    return {
      ...fileVerdict(verified, unread),
      signatures: verified,
      revisions,
      uncoveredParts: [...uncoveredParts],
    };
  };
}
