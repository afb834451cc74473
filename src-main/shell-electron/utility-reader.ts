/** A reader as a utility process of Electron: files of strangers are read beside the program, never in it. */
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { App, UtilityProcess } from 'electron';
import type { Reader, StartReader } from '../adapters/fence/reader.ts';
import { readerEnvironment } from '../adapters/fence/reader-environment.ts';
import { residentBytesOf } from '../adapters/fence/resident-memory.ts';

interface UtilityReaderOptions {
  readonly app: Pick<App, 'getAppMetrics'>;
  readonly utilityProcess: { readonly fork: typeof Electron.utilityProcess.fork };
  readonly entry: URL;
}

/** Where the system does not tell, Electron does. */
function residentBytes(app: UtilityReaderOptions['app'], { pid }: UtilityProcess): number | null {
  const kilobytes = app.getAppMetrics().find((process) => process.pid === pid)?.memory.workingSetSize;
  return residentBytesOf(pid) ?? (kilobytes === undefined ? null : kilobytes * 1024);
}

/** Only once the app is ready: Electron starts no utility process before. */
export const utilityReaders =
  ({ app, utilityProcess, entry }: UtilityReaderOptions): StartReader =>
  (): Reader => {
    const child = utilityProcess.fork(fileURLToPath(entry), [], {
      env: readerEnvironment(),
      cwd: tmpdir(),
      stdio: 'ignore',
      serviceName: 'Stellwerk Leser',
    });
    return {
      post: (request) => child.postMessage(request),
      onReply: (listener) => void child.on('message', listener),
      onEnd: (listener) => void child.once('exit', () => listener('crash')),
      residentBytes: () => residentBytes(app, child),
      // The window does.
      keepProgram: () => undefined,
      end: () => void child.kill(),
    };
  };
