import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src-main/contract/shared/errors.ts';
import { USUAL_PRINT, type PrintSettings } from '../../src-main/contract/shell/printing.ts';
import { knownPrinters, printOptions, printResult } from '../../src-main/shell-electron/print-options.ts';

const printers = [{ name: 'Rathaus_2OG' }, { name: 'Poststelle' }];
const settings = (part: Partial<PrintSettings>): PrintSettings => ({ ...USUAL_PRINT, ...part });

describe('what a print job asks of Electron', () => {
  it('without settings: the dialog, and nothing decided for the person', () => {
    expect(printOptions(undefined, 1, printers)).toEqual({ silent: false, pageSize: 'A4' });
  });

  it('silently: the system’s name of the printer, copies and sides', () => {
    expect(
      printOptions(settings({ printer: 'Poststelle', copies: 2, duplex: 'long-edge', silent: true }), 1, printers),
    ).toEqual({
      silent: true,
      pageSize: 'A4',
      copies: 2,
      collate: true,
      duplexMode: 'longEdge',
      deviceName: 'Poststelle',
    });
  });

  it.each([
    ['simplex', 'simplex'],
    ['long-edge', 'longEdge'],
    ['short-edge', 'shortEdge'],
  ] as const)('names the sides as Electron does: %s is %s', (duplex, duplexMode) => {
    expect(printOptions(settings({ duplex }), 1, printers).duplexMode).toBe(duplexMode);
  });

  it('prints as often as the distribution says, times what is set, and never more than 999', () => {
    expect(printOptions(settings({ copies: 2 }), 3, printers).copies).toBe(6);
    expect(printOptions(settings({ copies: 500 }), 3, printers).copies).toBe(999);
  });

  it('leaves the printer to the system where none is named', () => {
    expect(printOptions(settings({ silent: true }), 1, [])).not.toHaveProperty('deviceName');
  });

  it('refuses to print silently on a printer that is gone, and names it', () => {
    const print = (): unknown => printOptions(settings({ printer: 'Alt', silent: true }), 1, printers);
    expect(print).toThrow(Refusal);
    expect(print).toThrow(expect.objectContaining({ code: 'printer-missing', details: { printer: 'Alt' } }));
  });

  it('opens the dialog without a printer that is gone', () => {
    expect(printOptions(settings({ printer: 'Alt' }), 1, printers)).not.toHaveProperty('deviceName');
  });
});

it.each([
  [true, '', 'printed'],
  [false, 'Print job canceled', 'cancelled'],
  [false, 'Print job failed', 'failed'],
  [false, 'Invalid printer settings', 'failed'],
  [false, '', 'failed'],
] as const)('understands Electron’s answer (%s, “%s”) as %s', (isDone, reason, result) => {
  expect(printResult(isDone, reason)).toBe(result);
});

it('shows a printer by its system name where it has no other, and none without a name', () => {
  expect(
    knownPrinters([
      { name: 'A', displayName: 'Amt 1' },
      { name: 'B', displayName: '' },
      { name: '', displayName: 'ohne' },
    ]),
  ).toEqual([
    { name: 'A', displayName: 'Amt 1' },
    { name: 'B', displayName: 'B' },
  ]);
});
