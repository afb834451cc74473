/** How a reader speaks with who started it: a thread, a process of Node, or a utility process of Electron. */
import { parentPort } from 'node:worker_threads';
import type { ReadingReply, ReadingRequest } from '../../adapters/fence/reader.ts';
import { watchOverSelf } from './watch.ts';

export interface ParentDoor {
  onRequest(listener: (request: ReadingRequest) => void): void;
  reply(reply: ReadingReply): void;
}

/** Electron's port, which the types of Node do not know. */
interface UtilityPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

export function parentDoor(): ParentDoor {
  const thread = parentPort;
  if (thread) {
    return {
      onRequest: (listener) => void thread.on('message', listener),
      reply: (reply) => thread.postMessage(reply),
    };
  }
  const utility = (process as { readonly parentPort?: UtilityPort }).parentPort;
  if (utility) {
    return {
      onRequest: (listener) => utility.on('message', ({ data }) => listener(data as ReadingRequest)),
      reply: (reply) => utility.postMessage(reply),
    };
  }
  if (!process.send) throw new Error('file-reader is started by the program only');
  watchOverSelf(Number(process.argv[2]));
  process.on('disconnect', () => process.exit(0));
  return {
    onRequest: (listener) => void process.on('message', (request) => listener(request as ReadingRequest)),
    reply: (reply) => void process.send?.(reply),
  };
}
