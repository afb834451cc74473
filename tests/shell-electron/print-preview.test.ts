/** A window of Electron that a test drives: when the viewer is ready, what the printer answers. */
import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, WebContentsPrintOptions } from 'electron';
import { afterEach, expect, it, vi } from 'vitest';
import { USUAL_PRINT } from '../../src-main/contract/shell/printing.ts';
import type { PrintJob } from '../../src-main/host/shell.ts';
import { ANSWER_WITHIN_MS, printPreview } from '../../src-main/shell-electron/print-preview.ts';
import { refusalOf } from '../support/builders.ts';

type Callback = (isDone: boolean, reason: string) => void;

class Contents extends EventEmitter {
  readonly prints: { readonly options: WebContentsPrintOptions; readonly callback: Callback }[] = [];
  print(options: WebContentsPrintOptions, callback: Callback): void {
    this.prints.push({ options, callback });
  }
}
class Window extends EventEmitter {
  readonly webContents = new Contents();
  readonly options: BrowserWindowConstructorOptions;
  address = '';
  private isGone = false;
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  removeMenu(): void {}
  loadURL(address: string): Promise<void> {
    this.address = address;
    return Promise.resolve();
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  destroy(): void {
    this.isGone = true;
    this.emit('closed');
  }
}

const file = { fileName: 'S0001-26.pdf', mimeType: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70]) };
const silent: PrintJob = { file, times: 1, settings: { ...USUAL_PRINT, silent: true }, isAwaited: true };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

afterEach(() => void vi.useRealTimers());

function desk() {
  const windows: Window[] = [];
  const preview = printPreview(
    (options) => {
      const window = new Window(options);
      windows.push(window);
      return window as unknown as BrowserWindow;
    },
    () => Promise.resolve([]),
  );
  const open = (): Window => {
    const [window] = windows;
    if (!window) throw new Error('no window was opened');
    return window;
  };
  const pages = () => preview.pages(open().address.split('/').at(-1) ?? '');
  return { preview, windows, open, pages };
}

it('sends nothing before the viewer has loaded the pages, then prints hidden and closes', async () => {
  const { preview, open, pages } = desk();
  const outcome = preview.print(silent);
  await turn();
  open().webContents.emit('did-finish-load');
  await turn();
  expect(open().webContents.prints).toEqual([]);
  expect(open().options.show).toBe(false);
  expect(pages()).toBe(file);
  open().webContents.emit('-pdf-ready-to-print');
  await turn();
  expect(open().webContents.prints.map(({ options }) => options.silent)).toEqual([true]);
  open().webContents.prints[0]?.callback(true, '');
  expect(await outcome).toEqual({ kind: 'printed' });
  expect(open().isDestroyed()).toBe(true);
  expect(pages()).toBeUndefined();
});

it.each([
  ['Print job canceled', 'cancelled'],
  ['Print job failed', 'print-failed'],
] as const)('tells “%s” as %s and closes', async (reason, told) => {
  const { preview, open } = desk();
  const outcome = preview.print(silent);
  await turn();
  open().webContents.emit('-pdf-ready-to-print');
  await turn();
  open().webContents.prints[0]?.callback(false, reason);
  if (told === 'cancelled') expect(await outcome).toEqual({ kind: told });
  else expect((await refusalOf(() => outcome)).code).toBe(told);
  expect(open().isDestroyed()).toBe(true);
});

it('counts as cancelled when the person closes the window', async () => {
  const { preview, open } = desk();
  const outcome = preview.print({ ...silent, settings: USUAL_PRINT });
  await turn();
  expect(open().options.show).toBe(true);
  open().destroy();
  expect(await outcome).toEqual({ kind: 'cancelled' });
  expect(open().webContents.prints).toEqual([]);
});

it('opens no window for a printer that is gone', async () => {
  const { preview, windows } = desk();
  const job = { ...silent, settings: { ...USUAL_PRINT, silent: true, printer: 'Alt' } };
  expect((await refusalOf(() => preview.print(job))).code).toBe('printer-missing');
  expect(windows).toEqual([]);
});

it('leaves a preview that nobody waits for open after a cancelled dialog', async () => {
  const { preview, open, pages } = desk();
  expect(await preview.print({ ...silent, settings: undefined, isAwaited: false })).toEqual({ kind: 'preview' });
  open().webContents.emit('-pdf-ready-to-print');
  await turn();
  open().webContents.prints[0]?.callback(false, 'Print job canceled');
  await turn();
  expect(open().isDestroyed()).toBe(false);
  expect(pages()).toBe(file);
});

it.each([
  ['silently', silent, ANSWER_WITHIN_MS.silent],
  ['with a dialog', { ...silent, settings: USUAL_PRINT }, ANSWER_WITHIN_MS.dialog],
] as const)(
  'printed %s, an answer that never comes is unknown after a while, and the window goes',
  async (_how, job, patience) => {
    vi.useFakeTimers();
    const { preview, open } = desk();
    const outcome = preview.print(job);
    await vi.advanceTimersByTimeAsync(0);
    open().webContents.emit('-pdf-ready-to-print');
    await vi.advanceTimersByTimeAsync(patience - 1);
    expect(open().webContents.prints).toHaveLength(1);
    expect(open().isDestroyed()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toEqual({ kind: 'unknown' });
    expect(open().isDestroyed()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  },
);

it('is unknown when the window is closed after the pages were sent', async () => {
  const { preview, open } = desk();
  const outcome = preview.print({ ...silent, settings: USUAL_PRINT });
  await turn();
  open().webContents.emit('-pdf-ready-to-print');
  await turn();
  open().destroy();
  expect(await outcome).toEqual({ kind: 'unknown' });
});
