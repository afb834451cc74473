/** The typesetter's thread, started before the rest of the program is loaded: a document follows, and the thread needs longest. */
import { Worker } from 'node:worker_threads';
import { expectOfEngine } from '../adapters/typst/engine-flags.ts';
import { installationAt } from '../host/installation.ts';

const ENDS_IN_A_DOCUMENT = new Set(['export', 'distribution', 'meeting-folder', 'issue', 'redact', 'copies', 'letter']);

/** Null where the command does not begin with its name, or needs no document: then the thread starts when it is needed. */
export function earlyThread(args: readonly string[], entry: string): Worker | null {
  expectOfEngine('one document');
  if (!ENDS_IN_A_DOCUMENT.has(args[0] ?? '')) return null;
  try {
    const { typstWorker, assetFolder } = installationAt(entry);
    const thread = new Worker(typstWorker, { workerData: { assetFolder } });
    thread.on('error', () => undefined);
    thread.unref();
    return thread;
  } catch {
    // What is missing is told by a sentence when the command comes to it.
    return null;
  }
}
