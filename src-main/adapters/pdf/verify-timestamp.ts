/** Time-stamp tokens (RFC 3161, 2.4.2) over a signature value or over a whole document. */
import { createHash } from 'node:crypto';
import { TSTInfo } from 'pkijs';
import type { FoundSignature } from '../../core/signature-ports.ts';
import { extendedKeyUsage, readCertificate } from '../formats/certificate.ts';
import { parseDer } from '../formats/der.ts';
import { DIGESTS, OID } from '../formats/oids.ts';
import { verifyCms } from './verify-cms.ts';

export interface CheckedToken extends Pick<FoundSignature, 'problem' | 'reason' | 'certificates'> {
  /** ISO 8601 in UTC; null where none could be read. */
  readonly at: string | null;
}

/** The service's certificate is for time stamps and for nothing else (RFC 3161, 2.3). */
function isForTimeStamps(certificate: Uint8Array | undefined): boolean {
  if (!certificate) return false;
  const purposes = extendedKeyUsage(readCertificate(certificate))?.purposes ?? [];
  return purposes.length === 1 && purposes[0] === OID.timeStamping;
}

/** Never throws: what is wrong stands in `problem`. */
export function checkTimestamp(token: Uint8Array, stamped: readonly Uint8Array[]): CheckedToken {
  const { problem, reason, certificates, content } = verifyCms(token, OID.timestampInfo, null);
  const unreadable: CheckedToken = { problem: 'unjudged', reason: 'unreadable', certificates, at: null };
  if (problem !== null || !content) return { ...unreadable, problem: problem ?? 'unjudged', reason };
  try {
    const info = new TSTInfo({ schema: parseDer(content) });
    const at = info.genTime.toISOString();
    const digest = DIGESTS.get(info.messageImprint.hashAlgorithm.algorithmId);
    if (digest === undefined) return { ...unreadable, reason: 'weak-algorithm', at };
    if (!isForTimeStamps(certificates[0])) return { ...unreadable, reason: 'other-certificate', at };
    const hash = createHash(digest);
    for (const piece of stamped) hash.update(piece);
    const imprint = new Uint8Array(info.messageImprint.hashedMessage.getValue());
    if (!hash.digest().equals(imprint)) return { ...unreadable, problem: 'digest-wrong', reason: null, at };
    return { problem: null, reason: null, certificates, at };
  } catch {
    return unreadable;
  }
}
