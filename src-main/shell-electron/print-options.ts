/** What a print job asks of Electron, and what its answer means. Pure. */
import type { PrinterInfo, WebContentsPrintOptions } from 'electron';
import { Refusal } from '../contract/shared/errors.ts';
import { MOST_PRINTED, type Duplex, type Printers, type PrintSettings } from '../contract/shell/printing.ts';

type DuplexMode = NonNullable<WebContentsPrintOptions['duplexMode']>;

const DUPLEX_MODE: Readonly<Record<Duplex, DuplexMode>> = {
  simplex: 'simplex',
  'long-edge': 'longEdge',
  'short-edge': 'shortEdge',
};

export const knownPrinters = (found: readonly Pick<PrinterInfo, 'name' | 'displayName'>[]): Printers['printers'] =>
  found
    .filter(({ name }) => name !== '')
    .map(({ name, displayName }) => ({ name, displayName: displayName === '' ? name : displayName }));

/**
 * `times` is what the distribution asks for. Without a dialog, a printer that is gone is refused with `printer-missing`: Chromium would
 * quietly take another one. With a dialog the person sees which printer it is, so the remembered one is left out.
 */
export function printOptions(
  settings: PrintSettings | undefined,
  times: number,
  printers: readonly { readonly name: string }[],
): WebContentsPrintOptions {
  if (!settings) return { silent: false, pageSize: 'A4' };
  const { printer, copies, duplex, silent } = settings;
  const isThere = printer !== null && printers.some(({ name }) => name === printer);
  if (silent && printer !== null && !isThere) throw new Refusal('printer-missing', { printer });
  return {
    silent,
    pageSize: 'A4',
    copies: Math.min(MOST_PRINTED, copies * times),
    collate: true,
    duplexMode: DUPLEX_MODE[duplex],
    ...(isThere && { deviceName: printer }),
  };
}

/** Electron says why in words only; these are the ones its documentation lists for a cancelled job. */
export function printResult(isDone: boolean, failureReason: string): 'printed' | 'cancelled' | 'failed' {
  if (isDone) return 'printed';
  return /^print job cancell?ed$/i.test(failureReason) ? 'cancelled' : 'failed';
}
