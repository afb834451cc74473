/**
 * The wire to the core. Electron's preload offers a message port; in the local shell a WebSocket is opened. A lost connection is opened
 * again by itself.
 */
import { connectOverPort } from './port-connection.ts';
import { connectOverSocket } from './socket-connection.ts';
import type { Connection } from './wire.ts';

export const connect = (): Promise<Connection> =>
  location.protocol === 'http:' ? connectOverSocket() : Promise.resolve(connectOverPort());
