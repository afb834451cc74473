/** Time-stamp tokens (RFC 3161, 2.4.2) over a signature value or over a whole document. */
import { createHash, X509Certificate } from 'node:crypto';
import { TSTInfo } from 'pkijs';
import { DIGESTS, OID } from './oids.ts';
import { verifyCms } from './verify-cms.ts';

export interface TimestampFound {
  readonly at: string;
  readonly certificates: readonly Uint8Array[];
}

/** The service's certificate is for time stamps and for nothing else (RFC 3161, 2.3). */
function isForTimeStamps(certificate: Uint8Array | undefined): boolean {
  if (!certificate) return false;
  // Node's types know no undefined here, certificates without the extension do.
  const purposes = new X509Certificate(certificate).keyUsage as string[] | undefined;
  return purposes?.length === 1 && purposes[0] === OID.timeStamping;
}

/** Null when the token is not valid for these bytes. Never throws. */
export function verifyTimestamp(token: Uint8Array, stamped: readonly Uint8Array[]): TimestampFound | null {
  const checked = verifyCms(token, OID.timestampInfo, null);
  if (checked.problem !== null || !checked.content) return null;
  try {
    if (!isForTimeStamps(checked.certificates[0])) return null;
    const info = TSTInfo.fromBER(Uint8Array.from(checked.content));
    const digest = DIGESTS.get(info.messageImprint.hashAlgorithm.algorithmId);
    if (digest === undefined) return null;
    const hash = createHash(digest);
    for (const piece of stamped) hash.update(piece);
    const imprint = new Uint8Array(info.messageImprint.hashedMessage.getValue());
    if (!hash.digest().equals(imprint)) return null;
    return { at: info.genTime.toISOString(), certificates: checked.certificates };
  } catch {
    return null;
  }
}
