/** The wire of the Electron shell: a message port from the preload script. */
import { RPCLink } from '@orpc/client/message-port';
import type { Connection } from './wire.ts';
import { connectionState } from './connection-state.ts';
import { handedFiles } from './handed-files.ts';
import { holdCalls } from './held-calls.ts';

const RETRY_MS = 700;

/** The preload script sends the port in a message to the page itself. */
function portFromPreload(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'stellwerk-port' || !port) return;
      window.removeEventListener('message', onMessage);
      resolve(port);
    };
    window.addEventListener('message', onMessage);
    window.postMessage('stellwerk-port-wanted', location.origin);
  });
}

export function connectOverPort(): Connection {
  const { state, onState, set, watchSilence } = connectionState('connecting');
  const calls = holdCalls();
  const open = async (): Promise<void> => {
    const port = await portFromPreload();
    // Before the link's own listener, which lets go of the calls that are on their way.
    port.addEventListener('close', () => {
      calls.lost();
      set('lost');
      setTimeout(() => void open(), RETRY_MS);
    });
    calls.opened(new RPCLink({ port }));
    port.start();
    set('open');
  };
  void open();
  watchSilence(calls.link);
  return { link: calls.link, state, onState, ...handedFiles(() => ({})) };
}
