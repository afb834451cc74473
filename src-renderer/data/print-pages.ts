/** Prints through the shell. One without a preview gives the pages back: they open in a window of the browser, which prints them. */
import type { PrintKind } from '../../src-main/contract/shell/printing.ts';
import type { PrintOutcome, PrintRequest } from '../../src-main/contract/shell/procedures.ts';
import { t } from '../texts/de.ts';
import type { Core } from './core.ts';
import { saveDelivery } from './save-delivery.ts';

/** The opened window has read the pages by then. */
const KEPT_MS = 10 * 60_000;

async function openPages(
  { connection }: Core,
  { file }: Extract<PrintOutcome, { readonly kind: 'page' }>,
): Promise<void> {
  const bytes = await connection.fetchFile(file.handle);
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mimeType }));
  if (window.open(address, '_blank')) {
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
    return;
  }
  // The browser refused another window: the pages arrive as a file instead.
  URL.revokeObjectURL(address);
  const again = { ...file, handle: await connection.handOver(new Blob([bytes])) };
  await saveDelivery({ kind: 'offered', files: [again] }, connection);
}

/** What a person is told of it; null where the outcome speaks for itself. */
export function printSentence(outcome: PrintOutcome['kind']): string | null {
  switch (outcome) {
    case 'printed':
      return t.printing.printed;
    case 'unknown':
      return t.printing.unknown;
    case 'preview':
    case 'cancelled':
    case 'page':
      return null;
  }
}

/** With the settings remembered for the kind; says how it went. */
export async function printPages(
  core: Core,
  request: PrintRequest,
  kind: PrintKind = 'other',
): Promise<PrintOutcome['kind']> {
  const { printing } = await core.client.settings.preferences();
  const outcome = await core.client.shell.print({ ...request, settings: printing[kind] });
  if (outcome.kind === 'page') await openPages(core, outcome);
  return outcome.kind;
}
