/** Whatever a stranger sends, or leaves out, concerns their own connection: the process lives, and the open window does not notice. */
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Socket } from 'node:net';
import {
  enterWith,
  heard,
  INSTANCE_SECRET,
  isAnswered,
  openSocket,
  openTestWindow,
  originOf,
  post,
  secretFor,
  startServer,
  stranger,
  tokenOf,
  upgradeRequest,
} from '../harness/desk/loopback.ts';
import { AGAIN_HEADER, askProof, askRunningHost } from '../../src-main/shell-local/instance-lock.ts';

const gone = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });

/** What the process would die of: nothing of it may come up while a test runs. */
function watchFaults(): unknown[] {
  const faults: unknown[] = [];
  const note = (fault: unknown): void => void faults.push(fault);
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  onTestFinished(() => {
    process.off('uncaughtException', note);
    process.off('unhandledRejection', note);
  });
  return faults;
}

async function desk() {
  const faults = watchFaults();
  const server = await startServer();
  const window = await openTestWindow(server);
  /** Everything a stranger began is over for them, and nothing for the window. */
  const isUnharmed = async (): Promise<void> => {
    expect(await isAnswered(window)).toBe(true);
    const page = await fetch(`${originOf(server.port)}/`);
    expect(await page.text()).toContain('Fenster');
    expect(faults).toEqual([]);
  };
  return { server, window, port: server.port, isUnharmed };
}

describe('a handshake that is refused', () => {
  it.each([
    ['of another page', {}],
    ['of another host name', { Host: 'boese.example' }],
    ['without a key', { Origin: 'own' }],
    ['with a wrong key', { Origin: 'own', 'Sec-WebSocket-Protocol': 'stellwerk.falsch' }],
    ['with an odd version', { 'Sec-WebSocket-Version': '99' }],
  ])('%s is answered and closed, however it is broken off', async (_name, more: Record<string, string>) => {
    const { port, isUnharmed } = await desk();
    const request = upgradeRequest(port, { ...more, ...(more['Origin'] === 'own' && { Origin: originOf(port) }) });
    const polite = await stranger(port);
    polite.write(request);
    expect(await heard(polite)).toMatch(/^HTTP\/1\.1 4\d\d /);
    const rude = await Promise.all(Array.from({ length: 30 }, () => stranger(port)));
    for (const [index, socket] of rude.entries()) {
      if (index % 3 === 0) socket.write(request, () => socket.resetAndDestroy());
      else if (index % 3 === 1) socket.write(request.slice(0, index * 7), () => socket.resetAndDestroy());
      else socket.write(request.repeat(3), () => socket.destroy());
    }
    await Promise.all(rude.map(gone));
    await isUnharmed();
  });

  it('is over even when the other side never hangs up', async () => {
    const { port, isUnharmed } = await desk();
    const silent = await stranger(port);
    silent.write(upgradeRequest(port));
    await heard(silent);
    // Half open on this side only: the server has let go of it, which shows to who goes on talking.
    while (!silent.destroyed) await new Promise((resolve) => silent.write('noch da?', resolve));
    await isUnharmed();
  });
});

/** A frame of a WebSocket client: first byte, announced length, mask, content. */
function frame(first: number, length: number, content = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(14);
  head[0] = first;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, content]);
}

describe('a connection of a window', () => {
  it.each([
    ['a frame larger than anything a window sends', frame(0x82, 200 * 1024 * 1024)],
    ['a frame of a length no machine has', frame(0x82, Number.MAX_SAFE_INTEGER)],
    ['a frame of no known kind', frame(0x8f, 1, Buffer.from('x'))],
    ['a frame without a mask', Buffer.from([0x81, 0x01, 0x41])],
    ['text that is no UTF-8', frame(0x81, 2, Buffer.from([0xff, 0xfe]))],
    ['a continuation of nothing', frame(0x80, 1, Buffer.from('x'))],
    ['a ping with too much in it', frame(0x89, 126, Buffer.alloc(126))],
    ['bits that stand for nothing', frame(0xf1, 1, Buffer.from('x'))],
  ])('ends with %s, and no other one does', async (_name, bytes) => {
    const { server, isUnharmed } = await desk();
    const { socket } = await openTestWindow(server);
    const closed = once(socket, 'close');
    (socket as unknown as { _socket: Socket })._socket.write(bytes);
    await closed;
    await isUnharmed();
  });

  it.each(['', '{', 'null', '[]', '{"i":1}', '{"i":"1","p":{"u":"%%%"}}', '{"i":"1","t":99,"p":{}}'])(
    'goes on after a message that says nothing: %s',
    async (message) => {
      const { server, isUnharmed } = await desk();
      const odd = await openTestWindow(server);
      odd.socket.send(message);
      odd.socket.send(Buffer.from(message));
      expect(await isAnswered(odd)).toBe(true);
      await isUnharmed();
    },
  );

  it('ends by a reset in the middle of a call', async () => {
    const { server, isUnharmed } = await desk();
    const many = await Promise.all(Array.from({ length: 10 }, () => openTestWindow(server)));
    const asked = many.map(({ client }) => client.system.status().catch(() => 'gone'));
    const closed = many.map(({ socket }) => once(socket, 'close'));
    for (const { socket } of many) (socket as unknown as { _socket: Socket })._socket.resetAndDestroy();
    await Promise.all([...asked, ...closed]);
    await isUnharmed();
  });
});

describe('words that are no request', () => {
  it.each([
    'GET',
    'GET / HTTP/9.9\r\n\r\n',
    '\0\0\0\0\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
    'GET // HTTP/1.1\r\nHost: OWN\r\n\r\n',
    'GET http://[::x/ HTTP/1.1\r\nHost: OWN\r\n\r\n',
    'GET /%ff%00 HTTP/1.1\r\nHost: OWN\r\n\r\n',
    'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: OWN\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: OWN\r\n\r\n',
    'POST /session HTTP/1.1\r\nHost: OWN\r\nOrigin: ORIGIN\r\nContent-Length: 99999999999\r\n\r\n',
    'POST /session HTTP/1.1\r\nHost: OWN\r\nOrigin: ORIGIN\r\nContent-Length: -1\r\n\r\n',
    'POST /session HTTP/1.1\r\nHost: OWN\r\nOrigin: ORIGIN\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    'POST /enter HTTP/1.1\r\nHost: OWN\r\nOrigin: ORIGIN\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: OWN\r\nX: MUCH\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: OWN\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ])('%j', async (words) => {
    const { port, isUnharmed } = await desk();
    const text = words
      .replaceAll('OWN', `127.0.0.1:${port}`)
      .replaceAll('ORIGIN', originOf(port))
      .replace('MUCH', 'x'.repeat(100_000));
    const polite = await stranger(port);
    polite.end(text);
    await heard(polite);
    const rude = await stranger(port);
    rude.write(text, () => rude.resetAndDestroy());
    await gone(rude);
    await isUnharmed();
  });

  it('of any kind, sent in any pieces and broken off in any way', async () => {
    const { port, isUnharmed } = await desk();
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(
        'GET / HTTP/1.1\r\n',
        `Host: 127.0.0.1:${port}\r\n`,
        `Origin: ${originOf(port)}\r\n`,
        'Connection: Upgrade\r\nUpgrade: websocket\r\n',
        'Content-Length: 7\r\n',
        '\r\n',
        upgradeRequest(port),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom('end', 'reset', 'destroy'),
        async (pieces, how) => {
          const socket = await stranger(port);
          for (const part of pieces) socket.write(part);
          const left = gone(socket);
          if (how === 'reset') socket.resetAndDestroy();
          else if (how === 'destroy') socket.destroy();
          else {
            socket.end();
            await heard(socket);
            socket.destroy();
          }
          await left;
        },
      ),
      { numRuns: 150 },
    );
    await isUnharmed();
  });
});

describe('connections that are left half open', () => {
  it('keep neither the window nor the end of the program waiting', async () => {
    const { server, port, isUnharmed } = await desk();
    const silent = await Promise.all(Array.from({ length: 40 }, () => stranger(port)));
    for (const [index, socket] of silent.entries()) if (index % 2) socket.write('GET / HTTP/1.1\r\nHost:');
    await isUnharmed();
    await server.close();
    // Nobody listens there any more.
    await expect(fetch(originOf(port))).rejects.toThrow();
    for (const socket of silent) socket.destroy();
  });
});

describe('a stranger on this machine', () => {
  it('shortens nothing by asking for the page', async () => {
    const { server, port } = await desk();
    const token = tokenOf(server.freshAddress());
    for (const path of ['/', '/index.html', '/register', '/stellungnahme/1']) await fetch(`${originOf(port)}${path}`);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 14 * 60_000 });
    onTestFinished(() => void vi.useRealTimers());
    expect(await secretFor(port, token)).not.toBeNull();
  });

  it('comes in by no guess, and the owner still does', async () => {
    const { server, port } = await desk();
    const token = tokenOf(server.freshAddress());
    for (const guess of ['', 'x', token.slice(1), `${token}x`, token.toLowerCase(), 'x'.repeat(100_000)])
      expect(await secretFor(port, guess)).toBeNull();
    expect(await enterWith(port, 'geraten')).toBeNull();
    expect(await secretFor(port, token)).not.toBeNull();
    expect(await secretFor(port, token)).toBeNull();
  });

  it('gets neither files nor tokens without the key of an open connection', async () => {
    const { server, window, port } = await desk();
    const { key } = window;
    for (const authorization of ['', 'Bearer x', `Basic ${key}`]) {
      for (const path of ['/handoff', '/token'])
        expect((await post(port, path, 'x', { authorization })).status, path).toBe(403);
    }
    const authorization = `Bearer ${key}`;
    expect((await post(port, '/handoff', 'x', { authorization, origin: 'http://boese.example' })).status).toBe(403);
    expect((await post(port, '/handoff', 'x', { authorization })).status).toBe(200);
    window.socket.terminate();
    while (server.openWindows() > 0) await new Promise((resolve) => setImmediate(resolve));
    expect((await post(port, '/handoff', 'x', { authorization })).status).toBe(403);
  });

  it('opens no second connection with a key that was used', async () => {
    const { window, port, isUnharmed } = await desk();
    const second = openSocket(port, window.key);
    const [error] = (await once(second, 'error')) as [Error];
    expect(error.message).toContain('403');
    await isUnharmed();
  });

  it('gets no address without the secret of the lock, nor with what the owner sent before', async () => {
    const { port } = await desk();
    const found = await askRunningHost({ port, secret: INSTANCE_SECRET, pid: process.pid }, 'address');
    expect(found?.address).toMatch(new RegExp(`^${originOf(port)}/#[\\w-]{43}$`));
    const proof = askProof(INSTANCE_SECRET, port + 1, 'n', 'address');
    for (const said of [
      '',
      'n address',
      `n address ${proof}`,
      `n page ${askProof(INSTANCE_SECRET, port, 'n', 'address')}`,
    ])
      expect((await post(port, '/again', '', { [AGAIN_HEADER]: said })).status).toBe(403);
  });
});

it('a token travels in a file that is gone as soon as the window used it', async () => {
  const { server, port } = await desk();
  const page = server.freshPage();
  expect(statSync(page).mode & 0o777).toBe(0o600);
  const token = /#([\w-]+)"/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
  expect(await secretFor(port, token)).not.toBeNull();
  expect(existsSync(page)).toBe(false);
  const unused = server.freshPage();
  await server.close();
  expect(existsSync(unused)).toBe(false);
});

it('a second window gets its own way in from the first one', async () => {
  const { window, port, isUnharmed } = await desk();
  const response = await post(port, '/token', '', { authorization: `Bearer ${window.key}` });
  const secret = await secretFor(port, await response.text());
  expect(await enterWith(port, secret ?? '')).not.toBeNull();
  await isUnharmed();
});

it('a window finds the next host on the former port, and is let in again', async () => {
  const first = await startServer();
  const secret = (await secretFor(first.port, tokenOf(first.freshAddress()))) ?? '';
  await first.close();
  const second = await startServer(first.folder);
  expect(second.port).toBe(first.port);
  expect(second.hasFormerWindows).toBe(true);
  expect(await enterWith(second.port, secret)).not.toBeNull();
});
