/** The wire of the local shell: a WebSocket that is opened again whenever it breaks, with a key for each time. */
import { RPCLink } from '@orpc/client/websocket';
import type { Connection } from './wire.ts';
import { connectionState } from './connection-state.ts';
import { handedFiles } from './handed-files.ts';
import { holdCalls } from './held-calls.ts';
import { askOtherWindow, enter, helpOtherWindows, storedSecret, tokenOfAddress, exchangeToken } from './session.ts';

const RETRY_MS = 700;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const fromOtherWindow = async (): Promise<string | null> => {
  const token = await askOtherWindow();
  return token === null ? null : exchangeToken(token).catch(() => null);
};

export async function connectOverSocket(): Promise<Connection> {
  const token = tokenOfAddress();
  let secret = (token === null ? null : await exchangeToken(token)) ?? storedSecret() ?? (await fromOtherWindow());
  let key = '';
  const { state, onState, set, watchSilence } = connectionState(secret === null ? 'refused' : 'connecting');
  const calls = holdCalls();

  /** Resolves when the wire has broken, or did not come to stand. */
  const oneWire = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://${location.host}/rpc`, [`stellwerk.${key}`]);
      // Before the link's own listener, which lets go of the calls that are on their way.
      socket.addEventListener('close', () => {
        calls.lost();
        set('lost');
        resolve();
      });
      socket.addEventListener('open', () => {
        calls.opened(new RPCLink({ websocket: socket }));
        set('open');
      });
    });

  const keepOpen = async (): Promise<never> => {
    let wasOpen = false;
    for (;;) {
      const entry = secret === null ? ({ kind: 'unknown' } as const) : await enter(secret);
      if (entry.kind === 'key') {
        key = entry.key;
        wasOpen = true;
        await oneWire();
      } else if (entry.kind === 'unknown') {
        // A window that was open keeps what stands in it, and hopes for another one that was let in.
        secret = (await fromOtherWindow()) ?? secret;
        if (!wasOpen && state() === 'connecting') set('refused');
      } else if (state() === 'connecting') set('lost');
      await pause(RETRY_MS);
    }
  };
  void keepOpen();
  watchSilence(calls.link);
  helpOtherWindows(state, () => key);
  window.addEventListener('beforeunload', (event) => {
    if (state() !== 'open' && calls.hasUnsaved()) event.preventDefault();
  });
  return {
    link: calls.link,
    state,
    onState,
    ...handedFiles(() => ({ authorization: `Bearer ${key}` })),
  };
}
