/** Reading a request and answering it, for the loopback server. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../host/static-files.ts';

export function answer(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array = '',
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

/** What comes behind it on this connection is not read any more. */
export function answerTooLarge(response: ServerResponse): void {
  response.shouldKeepAlive = false;
  answer(response, 413);
}

/** Refuses early by the announced length and again while reading: the announcement may lie. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? '0') > limit) return null;
  const parts: Buffer[] = [];
  let size = 0;
  // The request stays open when reading stops early, so that the answer still reaches the one who asked.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export const bearer = (request: IncomingMessage): string =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';

/** Null for an address that is none. */
export function pathOf(request: IncomingMessage): string | null {
  try {
    return new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  } catch {
    return null;
  }
}

/** RFC 6266 with RFC 8187: the name in UTF-8, so that umlauts arrive. */
export const disposition = (name: string): string =>
  `attachment; filename="datei"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
