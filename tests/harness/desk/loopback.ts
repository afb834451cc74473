/** A loopback server of tests, with its own window that was let in, and a stranger who speaks to it over bare sockets. */
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createORPCClient, type ClientContext, type ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Contract } from '../../../src-main/contract/procedures.ts';
import { sealSecret } from '../../../src-renderer/data/session.ts';
import { accessFolder } from '../../../src-main/shell-local/access-folder.ts';
import { startLoopbackServer, type LoopbackServer } from '../../../src-main/shell-local/loopback-server.ts';
import { tempFolder } from '../../support/builders.ts';
import { testHost } from '../../support/test-host.ts';
import { testShell } from '../../support/test-shell.ts';
import { testContext } from '../../support/test-context.ts';

export const INSTANCE_SECRET = 'geheimnis-der-sperre';

export interface TestServer extends LoopbackServer {
  readonly folder: string;
}

export async function startServer(folder = tempFolder()): Promise<TestServer> {
  const windowFolder = join(folder, 'window');
  mkdirSync(windowFolder, { recursive: true });
  writeFileSync(join(windowFolder, 'index.html'), '<title>Fenster</title>');
  const data = join(folder, 'daten');
  const host = testHost({ folder: data });
  const server = await startLoopbackServer({
    host: {
      app: () => host.app,
      context: (shell) => testContext(host, { shell }),
    },
    shell: testShell(),
    windowFolder,
    access: accessFolder(data),
    instanceSecret: INSTANCE_SECRET,
    onWindowsChanged: () => undefined,
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await server.close();
    await host.close();
  };
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...server, folder, close };
}

export const originOf = (port: number): string => `http://127.0.0.1:${port}`;

export function post(
  port: number,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  return fetch(`${originOf(port)}${path}`, { method: 'POST', body, headers: { origin: originOf(port), ...headers } });
}

export const tokenOf = (address: string): string => new URL(address).hash.slice(1);

/** The secret that a token is good for; null when it is not. */
export async function secretFor(port: number, token: string): Promise<string | null> {
  const response = await post(port, '/session', token);
  return response.ok ? response.text() : null;
}

/** The key of one connection; null when the window is not let in. */
export async function enterWith(port: number, secret: string): Promise<string | null> {
  const { box, openAnswer } = await sealSecret(secret, String(port));
  const response = await post(port, '/enter', box);
  return response.ok ? openAnswer(new Uint8Array(await response.arrayBuffer())) : null;
}

export const openSocket = (port: number, key: string): WebSocket =>
  new WebSocket(`ws://127.0.0.1:${port}/rpc`, [`stellwerk.${key}`], { origin: originOf(port) });

export interface TestWindow {
  readonly key: string;
  readonly socket: WebSocket;
  readonly client: ContractRouterClient<Contract>;
}

export async function openTestWindow(server: LoopbackServer): Promise<TestWindow> {
  const secret = await secretFor(server.port, tokenOf(server.freshAddress()));
  const key = secret === null ? null : await enterWith(server.port, secret);
  if (key === null) throw new Error('the window was not let in');
  const socket = openSocket(server.port, key);
  socket.on('error', () => undefined);
  await once(socket, 'open');
  const link: ClientLink<ClientContext> = new RPCLink({ websocket: socket });
  return { key, socket, client: createORPCClient(link) };
}

/** Whether somebody answers over the window's wire. */
export const isAnswered = ({ client }: TestWindow): Promise<boolean> =>
  client.system.alive().then(
    () => true,
    () => false,
  );

/** A bare connection of a stranger. Errors are theirs. */
export async function stranger(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** What the server says until it hangs up. */
export async function heard(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (data: Buffer) => (text += data.toString('latin1')));
  if (!socket.closed) await Promise.race([once(socket, 'end'), once(socket, 'close')]).catch(() => undefined);
  return text;
}

export const upgradeRequest = (port: number, more: Record<string, string> = {}): string =>
  [
    'GET /rpc HTTP/1.1',
    ...Object.entries({
      Host: `127.0.0.1:${port}`,
      Origin: 'http://boese.example',
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      ...more,
    }).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');
