/** The host for a window in the local browser: page, calls over a WebSocket, files over HTTP – for this machine and this window only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { Refusal } from '../contract/errors.ts';
import { LARGEST_UPLOAD_BYTES } from '../host/limits.ts';
import type { OfficeHost } from '../host/office-host.ts';
import { router } from '../host/router.ts';
import type { ShellServices } from '../host/shell.ts';
import { createAccessKeys, hostAllowed, originAllowed, sameSecret } from './access.ts';
import { readStaticFiles, SECURITY_HEADERS } from '../host/static-files.ts';

const LARGEST_CALL = 64 * 1024 * 1024;
const SESSION_PROTOCOL = 'stellwerk.';

export interface LoopbackServer {
  readonly port: number;
  /** An address with a fresh one-time token. */
  freshAddress(): string;
  readonly openWindows: () => number;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  readonly host: OfficeHost;
  readonly shell: ShellServices;
  readonly windowFolder: string;
  /** A second start proves itself with this secret from the lock file. */
  readonly instanceSecret: string;
  readonly onWindowsChanged: (open: number) => void;
}

function answer(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array = '',
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

/** Refuses early by the announced length and again while reading: the announcement may lie. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? '0') > limit) return null;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const bearer = (request: IncomingMessage): string | undefined =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];

/** RFC 6266 with RFC 8187: the name in UTF-8, so that umlauts arrive. */
const disposition = (name: string): string =>
  `attachment; filename="datei"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { host } = options;
  const keys = createAccessKeys();
  const files = readStaticFiles(options.windowFolder);
  const handler = new RPCHandler(router);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_CALL, perMessageDeflate: false });
  let port = 0;
  const freshAddress = (): string => `http://127.0.0.1:${port}/#${keys.issueToken()}`;

  const servePage = (path: string, response: ServerResponse): void => {
    // Places inside the window have addresses of their own; they all are the one page.
    const file = files.get(path) ?? (/\.[a-z0-9]+$/i.test(path) ? undefined : files.get('/index.html'));
    if (!file) {
      answer(response, 404);
      return;
    }
    if (file.type.startsWith('text/html')) keys.pageAsked();
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': file.type,
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-store',
    });
    response.end(file.bytes);
  };

  const serveHandoff = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (request.method === 'GET') {
      const file = host.app().handoff.take(path.slice('/handoff/'.length));
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'content-type': file.mimeType,
        'content-length': file.bytes.length,
        'content-disposition': disposition(file.fileName),
        'cache-control': 'no-store',
      });
      response.end(file.bytes);
      return;
    }
    const body = await readBody(request, LARGEST_UPLOAD_BYTES);
    if (!body) {
      answer(response, 413);
      return;
    }
    const handle = host.app().handoff.put({ fileName: 'eingang', mimeType: 'application/octet-stream', bytes: body });
    answer(response, 200, JSON.stringify({ handle }), 'application/json');
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!hostAllowed(request.headers, port)) {
      answer(response, 421);
      return;
    }
    if (request.method === 'POST' && pathname === '/again') {
      if (!sameSecret(bearer(request) ?? '', options.instanceSecret)) {
        answer(response, 403);
        return;
      }
      answer(response, 200, JSON.stringify({ address: freshAddress() }), 'application/json');
      return;
    }
    if (request.method === 'POST' && pathname === '/session') {
      if (!originAllowed(request.headers, port)) {
        answer(response, 403);
        return;
      }
      const body = await readBody(request, 1000);
      const session = body && keys.exchange(body.toString('utf8'));
      answer(response, session ? 200 : 403, session ?? '');
      return;
    }
    if (pathname === '/handoff' || pathname.startsWith('/handoff/')) {
      if (!originAllowed(request.headers, port) || !keys.isSession(bearer(request))) {
        answer(response, 403);
        return;
      }
      return serveHandoff(request, response, pathname);
    }
    if (request.method !== 'GET') {
      answer(response, 405);
      return;
    }
    servePage(pathname, response);
  };

  const server: Server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else answer(response, error instanceof Refusal ? 404 : 500);
    });
  });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
    const session = offered.find((part) => part.startsWith(SESSION_PROTOCOL))?.slice(SESSION_PROTOCOL.length);
    const allowed =
      hostAllowed(request.headers, port) &&
      request.headers.origin === `http://127.0.0.1:${port}` &&
      request.url === '/rpc' &&
      keys.isSession(session);
    if (!allowed) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      void handler.upgrade(webSocket, { context: host.context(options.shell) });
      options.onWindowsChanged(sockets.clients.size);
      webSocket.on('close', () => options.onWindowsChanged(sockets.clients.size));
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
  return {
    port,
    freshAddress,
    openWindows: () => sockets.clients.size,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
