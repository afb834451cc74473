/** The host for a window in the local browser: page, calls over a WebSocket, files over HTTP – for this machine and this window only. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { Refusal } from '../contract/shared/errors.ts';
import { LARGEST_UPLOAD_BYTES } from '../host/limits.ts';
import type { OfficeHost } from '../host/office-host.ts';
import { router } from '../host/router.ts';
import type { ShellServices } from '../host/shell.ts';
import { readStaticFiles, SECURITY_HEADERS } from '../host/static-files.ts';
import type { AccessFolder } from './access-folder.ts';
import { createTokens, hostAllowed, originAllowed, sameSecret } from './access.ts';
import { answer, answerTooLarge, bearer, disposition, pathOf, readBody } from './http-answers.ts';
import { AGAIN_HEADER, answerProof, askProof, type AgainKind } from './instance-lock.ts';
import { listen } from './listen.ts';
import { removeOpeningPages, writeOpeningPage } from './opening-pages.ts';
import { ensurePrivateFolder } from './private-files.ts';
import { openSessions, readSessions } from './sessions.ts';
import { rmSync } from 'node:fs';

const LARGEST_CALL = 64 * 1024 * 1024;
/** A token or a sealed secret. */
const LARGEST_KNOCK = 1000;
const KEY_PROTOCOL = 'stellwerk.';

export interface LoopbackServer {
  readonly port: number;
  /** An address with a fresh one-time token. */
  freshAddress(): string;
  /** Path of a page that leads to such an address; it is gone as soon as a window used it. */
  freshPage(): string;
  readonly openWindows: () => number;
  /** Windows that a former host let in may come back by themselves. */
  readonly hasFormerWindows: boolean;
  /** No window will come back: what let them in is forgotten. */
  forgetWindows(): void;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  readonly host: Pick<OfficeHost, 'context' | 'app'>;
  readonly shell: ShellServices;
  readonly windowFolder: string;
  readonly access: AccessFolder;
  /** A second start proves itself with this secret from the lock file. */
  readonly instanceSecret: string;
  readonly onWindowsChanged: (open: number) => void;
}

export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { host, access } = options;
  ensurePrivateFolder(access.profile);
  ensurePrivateFolder(access.pages);
  removeOpeningPages(access.pages);
  const files = readStaticFiles(options.windowFolder);
  const { server, port } = await listen(readSessions(access.sessions)?.port ?? null);
  const tokens = createTokens();
  const sessions = openSessions(access.sessions, port);
  const handler = new RPCHandler(router);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_CALL, perMessageDeflate: false });
  const addressOf = (token: string): string => `http://127.0.0.1:${port}/#${token}`;

  const freshPage = (): { address: string; page: string } => {
    let page = '';
    const address = addressOf(tokens.issue(() => rmSync(page, { force: true })));
    page = writeOpeningPage(access.pages, address);
    return { address, page };
  };

  /** A second start on this machine. */
  const serveAgain = (request: IncomingMessage, response: ServerResponse): void => {
    const [nonce = '', kind = '', proof = ''] = String(request.headers[AGAIN_HEADER] ?? '').split(' ');
    const isKind = (text: string): text is AgainKind => text === 'address' || text === 'page';
    if (!isKind(kind) || !sameSecret(proof, askProof(options.instanceSecret, port, nonce, kind))) {
      answer(response, 403);
      return;
    }
    const way = kind === 'page' ? freshPage() : { address: addressOf(tokens.issue()), page: null };
    const answered = { ...way, proof: answerProof(options.instanceSecret, nonce, way.address, way.page) };
    answer(response, 200, JSON.stringify(answered), 'application/json');
  };

  /** The ways in for pages of our own: a token for a secret, the sealed secret for a key, a key for another window's token. */
  const knocks: Readonly<Record<string, (body: Buffer, request: IncomingMessage) => string | Buffer | null>> = {
    '/session': (body) => (tokens.use(body.toString('utf8')) ? sessions.begin() : null),
    '/enter': (body) => sessions.enter(body),
    '/token': (_body, request) => (sessions.isConnected(bearer(request)) ? tokens.issue() : null),
  };
  const serveKnock = async (
    knock: (body: Buffer, request: IncomingMessage) => string | Buffer | null,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const body = originAllowed(request.headers, port) ? await readBody(request, LARGEST_KNOCK) : null;
    const answered = body && knock(body, request);
    answer(response, answered ? 200 : 403, answered ?? '');
  };

  const servePage = (path: string, response: ServerResponse): void => {
    // Places inside the window have addresses of their own; they all are the one page.
    const file = files.get(path) ?? (/\.[a-z0-9]+$/i.test(path) ? undefined : files.get('/index.html'));
    if (!file) {
      answer(response, 404);
      return;
    }
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': file.type,
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-store',
    });
    response.end(file.bytes);
  };

  const serveHandoff = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (!originAllowed(request.headers, port) || !sessions.isConnected(bearer(request))) {
      answer(response, 403);
      return;
    }
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
      answerTooLarge(response);
      return;
    }
    const handle = host.app().handoff.put({ fileName: 'eingang', mimeType: 'application/octet-stream', bytes: body });
    answer(response, 200, JSON.stringify({ handle }), 'application/json');
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request);
    const knock = request.method === 'POST' && path !== null ? knocks[path] : undefined;
    if (!hostAllowed(request.headers, port)) answer(response, 421);
    else if (path === null) answer(response, 400);
    else if (request.method === 'POST' && path === '/again') serveAgain(request, response);
    else if (knock) await serveKnock(knock, request, response);
    else if (path === '/handoff' || path.startsWith('/handoff/')) await serveHandoff(request, response, path);
    else if (request.method !== 'GET') answer(response, 405);
    else servePage(path, response);
  };

  server.on('request', (request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else answer(response, error instanceof Refusal ? 404 : 500);
    });
  });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
    const key = offered.find((part) => part.startsWith(KEY_PROTOCOL))?.slice(KEY_PROTOCOL.length) ?? '';
    const isOwn =
      hostAllowed(request.headers, port) &&
      request.headers.origin === `http://127.0.0.1:${port}` &&
      request.url === '/rpc';
    const end = isOwn ? sessions.connect(key) : null;
    if (!end) {
      // Destroyed as soon as it is said: the other side may never close its half.
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy());
      return;
    }
    socket.once('close', end);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // A frame that is too large or broken ends this connection; without a listener it would end the process.
      webSocket.on('error', () => webSocket.terminate());
      void handler.upgrade(webSocket, { context: host.context(options.shell) });
      options.onWindowsChanged(sockets.clients.size);
      webSocket.on('close', () => options.onWindowsChanged(sockets.clients.size));
    });
  });

  return {
    port,
    freshAddress: () => addressOf(tokens.issue()),
    freshPage: () => freshPage().page,
    openWindows: () => sockets.clients.size,
    hasFormerWindows: sessions.hasFormer,
    forgetWindows: () => sessions.forget(),
    close: async () => {
      removeOpeningPages(access.pages);
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
