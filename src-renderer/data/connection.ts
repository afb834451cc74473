/**
 * The wire to the core. Electron's preload offers a message port; in the local shell a WebSocket is opened with the session that the
 * one-time token of the address gave. A lost connection is opened again; calls made meanwhile fail and are repeated by their callers.
 */
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ClientContext, ClientLink } from '@orpc/client';

type Link = Pick<ClientLink<ClientContext>, 'call'>;
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused';

export interface Connection {
  readonly link: Link;
  readonly state: () => ConnectionState;
  readonly onState: (listener: () => void) => () => void;
  /** Fetches a file the core offered. */
  readonly fetchFile: (handle: string) => Promise<ArrayBuffer>;
  /** Hands a file to the core and gives its handle. */
  readonly handOver: (file: Blob) => Promise<string>;
}

const SESSION_KEY = 'stellwerk-session';
const RETRY_MS = 700;

async function session(): Promise<string | null> {
  const token = location.hash.slice(1);
  if (token !== '') {
    history.replaceState(null, '', location.pathname + location.search);
    const response = await fetch('/session', { method: 'POST', body: token });
    if (response.ok) sessionStorage.setItem(SESSION_KEY, await response.text());
  }
  return sessionStorage.getItem(SESSION_KEY);
}

function files(headers: () => Record<string, string>): Pick<Connection, 'fetchFile' | 'handOver'> {
  return {
    fetchFile: async (handle) => {
      const response = await fetch(`/handoff/${handle}`, { headers: headers() });
      if (!response.ok) throw new Error(`handoff ${response.status}`);
      return response.arrayBuffer();
    },
    handOver: async (file) => {
      const response = await fetch('/handoff', { method: 'POST', headers: headers(), body: file });
      if (!response.ok) throw new Error(`handoff ${response.status}`);
      const { handle } = (await response.json()) as { handle: string };
      return handle;
    },
  };
}

function listeners() {
  const known = new Set<() => void>();
  return {
    tell: () => known.forEach((listener) => listener()),
    onState: (listener: () => void) => {
      known.add(listener);
      return () => known.delete(listener);
    },
  };
}

function connectOverSocket(secret: string | null): Connection {
  const { tell, onState } = listeners();
  let state: ConnectionState = secret === null ? 'refused' : 'connecting';
  let current: Promise<Link>;
  const open = (): Promise<Link> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://${location.host}/rpc`, [`stellwerk.${secret ?? ''}`]);
      let wasOpen = false;
      socket.addEventListener('open', () => {
        wasOpen = true;
        state = 'open';
        tell();
        resolve(new SocketLink({ websocket: socket }));
      });
      socket.addEventListener('close', () => {
        state = 'lost';
        tell();
        const next = new Promise<Link>((retry) => setTimeout(() => retry(open()), RETRY_MS));
        if (!wasOpen) resolve(next);
        current = next;
      });
    });
  current = secret === null ? new Promise(() => undefined) : open();
  return {
    link: { call: async (...args) => (await current).call(...args) },
    state: () => state,
    onState: (listener) => {
      const stop = onState(listener);
      return () => void stop();
    },
    ...files(() => ({ authorization: `Bearer ${secret ?? ''}` })),
  };
}

/** The preload script sends the port in a message to the page itself. */
function portFromPreload(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'stellwerk-port' || !port) return;
      window.removeEventListener('message', onMessage);
      port.start();
      resolve(port);
    };
    window.addEventListener('message', onMessage);
    window.postMessage('stellwerk-port-wanted', location.origin);
  });
}

function connectOverPort(): Connection {
  const link = portFromPreload().then((port) => new PortLink({ port }));
  return {
    link: { call: async (...args) => (await link).call(...args) },
    state: () => 'open',
    onState: () => () => undefined,
    ...files(() => ({})),
  };
}

export async function connect(): Promise<Connection> {
  return location.protocol === 'http:' ? connectOverSocket(await session()) : connectOverPort();
}
