/** Listens on 127.0.0.1, where nothing that a stranger sends or leaves out ends the process. */
import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';

/** A window needs a handful; a stranger must not take all files a process may open. */
const MOST_CONNECTIONS = 256;
const HEADERS_MS = 10_000;
/** The largest upload takes seconds on one machine. */
const REQUEST_MS = 120_000;
/** Who takes nothing of an answer for so long is let go; an open window is not meant. */
const IDLE_MS = 60_000;
const LOOKED_FOR_EVERY_MS = 5000;
/** A host that was just ended lets go of its port within moments. */
const FORMER_PORT_TRIES = 5;
const FORMER_PORT_PAUSE_MS = 200;

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** The former port if it is free, so that a window that is still open finds its host again; else any. */
async function choosePort(server: Server, former: number | null): Promise<number> {
  for (let left = former === null ? 0 : FORMER_PORT_TRIES; former !== null && left > 0; left -= 1) {
    try {
      return await listenOn(server, former);
    } catch {
      if (left > 1) await pause(FORMER_PORT_PAUSE_MS);
    }
  }
  return listenOn(server, 0);
}

export async function listen(former: number | null): Promise<{ server: Server; port: number }> {
  const server = createServer({
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: LOOKED_FOR_EVERY_MS,
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(IDLE_MS);
  // For the whole life of a socket: Node takes its own listener away for an upgrade, and a reset without a listener would end the process.
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()));
  const port = await choosePort(server, former);
  // A failed accept concerns one caller.
  server.on('error', () => undefined);
  return { server, port };
}
