/** Asks an RFC 3161 service over HTTP (RFC 3161 3.4). Only a digest leaves the house. */
import { Refusal } from '../../../contract/shared/errors.ts';
import type { TimestampPort } from '../../../core/ports/signature-ports.ts';
import { checkedToken } from './check-token.ts';
import { timestampRequest } from './timestamp-request.ts';

const TIME_LIMIT_MS = 20_000;
const LARGEST_ANSWER = 1024 * 1024;
const MOST_REDIRECTS = 3;

async function body(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!response.body) throw new Error('no answer');
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new Error('the answer is too large for a time stamp');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Follows redirects within the host only: the office named this service and no other. */
async function ask(url: URL, request: Uint8Array, signal: AbortSignal, redirects = 0): Promise<Uint8Array> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error('not a web address');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: new Uint8Array(request),
    redirect: 'manual',
    signal,
  });
  const location = response.headers.get('location');
  if (response.status >= 300 && response.status < 400 && location !== null) {
    await response.body?.cancel();
    const next = new URL(location, url);
    const isSameHost = next.host === url.host && next.protocol === url.protocol;
    if (!isSameHost || redirects >= MOST_REDIRECTS) throw new Error('sent on to another host, or in a circle');
    return ask(next, request, signal, redirects + 1);
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`the service answered with status ${response.status}`);
  }
  return body(response);
}

export function createTimestamps(options: { readonly timeLimitMs?: number } = {}): TimestampPort {
  return {
    stamp: async (url, digest) => {
      const { der, nonce } = timestampRequest(digest);
      try {
        const signal = AbortSignal.timeout(options.timeLimitMs ?? TIME_LIMIT_MS);
        return checkedToken(await ask(new URL(url), der, signal), digest, nonce);
      } catch (cause) {
        throw new Refusal('timestamp-unavailable', { url }, { cause });
      }
    },
  };
}
