/** Time-stamp tokens (RFC 3161, 2.4.2) over a signature value or over a whole document. */
import { TSTInfo } from 'pkijs';
import type { FoundSignature } from '../../core/ports/signature-ports.ts';
import { extendedKeyUsage, readCertificate } from './certificate.ts';
import { verifyCms, type CheckedCms } from './cms.ts';
import { parseDer } from './der.ts';
import { digestOf } from './digest.ts';
import { DIGESTS, OID, WEAK_ALGORITHMS } from './oids.ts';

export interface CheckedToken extends Pick<FoundSignature, 'problem' | 'reason' | 'certificates'> {
  /** ISO 8601 in UTC; null where none could be read. */
  readonly at: string | null;
}

/** What the service states; null where it could not be read. */
export interface TokenStatement {
  readonly at: string;
  readonly digestOid: string;
  readonly imprint: Uint8Array;
  readonly nonce: Uint8Array | null;
}

/** The service's certificate is for time stamps and for nothing else, and says that this is critical (RFC 3161, 2.3). */
function isForTimeStamps(certificate: Uint8Array | undefined): boolean {
  const usage = certificate ? extendedKeyUsage(readCertificate(certificate)) : null;
  return usage?.isCritical === true && usage.purposes.length === 1 && usage.purposes[0] === OID.timeStamping;
}

function statementIn(content: Uint8Array): TokenStatement {
  const info = new TSTInfo({ schema: parseDer(content) });
  return {
    at: info.genTime.toISOString(),
    digestOid: info.messageImprint.hashAlgorithm.algorithmId,
    imprint: new Uint8Array(info.messageImprint.hashedMessage.getValue()),
    nonce: info.nonce ? new Uint8Array(info.nonce.valueBlock.valueHexView) : null,
  };
}

/** The signed statement of a token, its signature checked, whatever it is about. Never throws: what is wrong stands in `problem`. */
export function readToken(token: Uint8Array): Pick<CheckedCms, 'problem' | 'reason' | 'certificates' | 'reference'> & {
  readonly statement: TokenStatement | null;
} {
  const { content, ...checked } = verifyCms(token, OID.timestampInfo, null);
  if (checked.problem !== null || !content) return { ...checked, statement: null };
  try {
    const statement = statementIn(content);
    if (isForTimeStamps(checked.certificates[0])) return { ...checked, statement };
    return { ...checked, problem: 'unjudged', reason: 'other-certificate', statement };
  } catch {
    return { ...checked, problem: 'unjudged', reason: 'unreadable', statement: null };
  }
}

/** Whether a token is over these bytes. Never throws. */
export function checkTimestamp(token: Uint8Array, stamped: readonly Uint8Array[]): CheckedToken {
  const { problem, reason, certificates, statement } = readToken(token);
  const found = { certificates, at: statement?.at ?? null };
  if (problem !== null) return { ...found, problem, reason };
  if (statement === null) return { ...found, problem: 'unjudged', reason: 'unreadable' };
  const digest = DIGESTS.get(statement.digestOid);
  if (digest === undefined) {
    const reason = WEAK_ALGORITHMS.has(statement.digestOid) ? 'weak-algorithm' : 'algorithm';
    return { ...found, problem: 'unjudged', reason };
  }
  const isOver = digestOf(digest, stamped).equals(statement.imprint);
  return { ...found, problem: isOver ? null : 'digest-wrong', reason: null };
}
