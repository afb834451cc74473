/** The question to a time-stamp service (RFC 3161 2.4.1): SHA-256, a nonce, and the service's certificate please. */
import { randomBytes } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { OID } from '../../formats/oids.ts';

export interface TimestampRequest {
  readonly der: Uint8Array;
  /** Content of the INTEGER, as the answer must repeat it. */
  readonly nonce: Uint8Array;
}

export function timestampRequest(digest: Uint8Array): TimestampRequest {
  const nonce = randomBytes(16);
  // Positive and without a leading zero, so that there is one way only to write it.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(digest).buffer }),
    }),
    nonce: new Integer({ valueHex: new Uint8Array(nonce).buffer }),
    certReq: true,
  });
  return { der: new Uint8Array(request.toSchema().toBER()), nonce };
}
