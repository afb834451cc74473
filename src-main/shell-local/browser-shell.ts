/** The shell beneath a window in the browser: no menus of its own, and the browser prints. */
import type { StopSignal } from '../contract/document/delivery.ts';
import { basename } from 'node:path';
import { Refusal } from '../contract/shared/errors.ts';
import type { ShellPort } from '../host/shell.ts';

/** Nothing to tell, but still there: a stream that ended would be asked for again and again. */
async function* silence(signal: StopSignal | undefined): AsyncGenerator<never, void> {
  if (signal?.aborted) return;
  yield* [];
  await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}

export const browserShell: ShellPort = {
  components: [{ name: 'Node.js', version: process.versions.node }],
  commands: silence,
  printers: () => Promise.resolve({ canChoose: false, printers: [] }),
  // The browser saves, and shows its downloads itself.
  showSaved: (path) => Promise.reject(new Refusal('file-missing', { file: basename(path) })),
  print: ({ file }, handoff) =>
    Promise.resolve({
      kind: 'page',
      file: {
        fileName: file.fileName,
        mimeType: file.mimeType,
        size: file.bytes.length,
        handle: handoff.put(file),
      },
    }),
};
