/**
 * Whether an answer of a time-stamp service is what was asked for (RFC 3161 2.4.2): granted, for this digest and this nonce, signed by the
 * certificate it brings and names, which may do nothing but time stamps. Whether anybody trusts that service is asked elsewhere. Every fault
 * throws.
 */
import { timingSafeEqual } from 'node:crypto';
import { TimeStampResp } from 'pkijs';
import { readCertificate } from '../../formats/certificate.ts';
import { parseDer, rawOf, sequence } from '../../formats/der.ts';
import { OID } from '../../formats/oids.ts';
import { readToken } from '../../formats/timestamp.ts';

/** granted, grantedWithMods */
const GRANTED = [0, 1];

const ensure: (condition: boolean, what: string) => asserts condition = (condition, what) => {
  if (!condition) throw new Error(`time stamp: ${what}`);
};
const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Answers the DER of the token, byte by byte as it came: written anew it could lose its signature. */
export function checkedToken(answer: Uint8Array, digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const node = parseDer(answer);
  const { status } = new TimeStampResp({ schema: node }).status;
  const [, tokenNode] = sequence(node);
  ensure(GRANTED.includes(status) && tokenNode !== undefined, 'not granted');
  const token = rawOf(tokenNode);
  const { problem, reason, certificates, reference, statement } = readToken(token);
  ensure(problem === null && statement !== null, `not sound: ${problem ?? ''} ${reason ?? ''}`);
  // RFC 5035 5.4: the signature names its certificate, so that none under the same key takes its place.
  ensure(reference !== 0, 'does not name its certificate');
  ensure(statement.digestOid === OID.sha256 && same(statement.imprint, digest), 'for another digest');
  ensure(statement.nonce !== null && same(statement.nonce, nonce), 'an answer to another question');
  const [own] = certificates;
  ensure(own !== undefined, 'without its certificate');
  const { notBefore, notAfter } = readCertificate(own);
  const time = Date.parse(statement.at);
  ensure(notBefore.getTime() <= time && time <= notAfter.getTime(), 'made outside the days of its certificate');
  return token;
}
