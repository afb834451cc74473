/** A time-stamp service on this machine that can be right, slow, wrong, silent or down, as a test wants it. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { testTimestamps } from './timestamp-authority.ts';

export type Mood = 'right' | 'slow' | 'wrong' | 'nonsense' | 'refusing' | 'silent' | 'dripping';

export interface TimestampService {
  readonly url: string;
  /** The authority above it. */
  readonly pem: string;
  mood: Mood;
  /** Questions that came so far. */
  asked: number;
  /** Nobody listens at the address any more. */
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  remove(): Promise<void>;
}

const SLOW_MS = 400;

export async function timestampService(): Promise<TimestampService> {
  const authority = testTimestamps();
  const answer = async (query: Buffer, response: ServerResponse): Promise<void> => {
    service.asked += 1;
    switch (service.mood) {
      case 'silent':
        return;
      case 'dripping':
        response.write('0');
        return;
      case 'refusing':
        response.writeHead(503).end();
        return;
      case 'nonsense':
        response.end('<html>Wartung</html>');
        return;
      case 'wrong': {
        // The signature stands at the end of the answer.
        const changed = Buffer.from(authority.answer(query));
        changed[changed.length - 10] = (changed[changed.length - 10] ?? 0) ^ 1;
        response.end(changed);
        return;
      }
      case 'slow':
        await pause(SLOW_MS);
        response.end(authority.answer(query));
        return;
      case 'right':
        response.end(authority.answer(query));
    }
  };
  const open = (port: number): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => void answer(Buffer.concat(chunks), response));
      });
      server.listen(port, '127.0.0.1', () => resolve(server));
    });
  const close = (server: Server): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  let server: Server | null = await open(0);
  const { port } = server.address() as AddressInfo;
  const goDown = async (): Promise<void> => {
    if (server) await close(server);
    server = null;
  };
  const service: TimestampService = {
    url: `http://127.0.0.1:${port}/zeit`,
    pem: authority.pem,
    mood: 'right',
    asked: 0,
    goDown,
    comeUp: async () => {
      server ??= await open(port);
    },
    remove: async () => {
      await goDown();
      authority.remove();
    },
  };
  return service;
}
