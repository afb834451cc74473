/** The wire of the Electron shell, over ports as its preload script hands them on. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { connectOverPort } from '../../src-renderer/data/port-connection.ts';
import { router } from '../../src-main/host/router.ts';
import { testHost } from '../support/test-host.ts';
import { testContext } from '../support/test-context.ts';

/** The page's own window, which gets a port for every time it asks. */
class PageWindow extends EventTarget {
  readonly mains: MessagePort[] = [];
  readonly #connect: (port: MessagePort) => void;

  constructor(connect: (port: MessagePort) => void) {
    super();
    this.#connect = connect;
  }

  postMessage(data: unknown): void {
    if (data !== 'stellwerk-port-wanted') return;
    const { port1, port2 } = new MessageChannel();
    this.mains.push(port1);
    this.#connect(port1);
    const event = new Event('message');
    this.dispatchEvent(Object.assign(event, { data: 'stellwerk-port', source: this, ports: [port2] }));
  }
}

let page: PageWindow;
beforeEach(() => {
  const host = testHost();
  onTestFinished(() => host.dispose());
  const handler = new RPCHandler(router);
  page = new PageWindow((port) => {
    handler.upgrade(port, { context: testContext(host) });
    port.start();
  });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', { origin: 'app://stellwerk' });
});
afterEach(() => vi.unstubAllGlobals());

it('a port that closes is lost, and the next one takes over what waits', async () => {
  const connection = connectOverPort();
  const alive = () => connection.link.call(['system', 'alive'], undefined, { context: {} });
  expect(await alive()).toEqual({ done: true });
  expect(connection.state()).toBe('open');
  const states: string[] = [];
  let lost = Promise.withResolvers<null>();
  connection.onState(() => {
    states.push(connection.state());
    if (connection.state() === 'lost') lost.resolve(null);
  });
  page.mains[0]?.close();
  await lost.promise;
  await expect(alive()).rejects.toThrow();
  const kept = connection.link.call(['unfinished', 'read'], { place: 'new-paper' }, { context: {} });
  expect(await kept).toEqual({ text: null, mark: null });
  expect(states).toEqual(['lost', 'open']);
  expect(page.mains).toHaveLength(2);
  // With this page's end nobody asks for a port again.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  lost = Promise.withResolvers<null>();
  page.mains[1]?.close();
  await lost.promise;
});
