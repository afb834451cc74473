/** Prints through the shell. One without a preview gives the pages back: they open in a window of the browser, which prints them. */
import type { PrintRequest } from '../../src-main/contract/shell-procedures.ts';
import type { Core } from './core.ts';
import { saveDelivery } from './save-delivery.ts';

/** The opened window has read the pages by then. */
const KEPT_MS = 10 * 60_000;

export async function printPages({ client, connection }: Core, request: PrintRequest): Promise<void> {
  const outcome = await client.shell.print(request);
  if (outcome.kind === 'preview') return;
  const bytes = await connection.fetchFile(outcome.file.handle);
  const address = URL.createObjectURL(new Blob([bytes], { type: outcome.file.mimeType }));
  if (window.open(address, '_blank')) {
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
    return;
  }
  // The browser refused another window: the pages arrive as a file instead.
  URL.revokeObjectURL(address);
  const file = { ...outcome.file, handle: await connection.handOver(new Blob([bytes])) };
  await saveDelivery({ kind: 'offered', files: [file] }, connection);
}
