/**
 * The double's window: a Chromium page held by the test. Chromium does not know our scheme, so the page stands at https://stellwerk.test;
 * every request of it is caught before any network and answered by the program's own scheme handler under `app://stellwerk`.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page, Route } from '@playwright/test';
import { createPeer, type Message, type Peer } from './peer.ts';
import { preloadWorld } from './preload-world.ts';

const PAGE_ORIGIN = 'https://stellwerk.test';
const APP_ORIGIN = 'app://stellwerk';
const WORLD = 'preload';

const toApp = (url: string): string =>
  url.startsWith(PAGE_ORIGIN) ? `${APP_ORIGIN}${url.slice(PAGE_ORIGIN.length)}` : url;
const toPage = (url: string): string =>
  url.startsWith(APP_ORIGIN) ? `${PAGE_ORIGIN}${url.slice(APP_ORIGIN.length)}` : url;

export interface DialogQuestion {
  readonly name: 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox';
  readonly options: {
    readonly defaultPath?: string;
    readonly properties?: readonly string[];
    readonly buttons?: readonly string[];
  };
}
export interface StartOptions {
  /** The built main script; `preload.cjs` lies where its window says. */
  readonly entry: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly answerDialog: (question: DialogQuestion) => unknown;
  readonly printers: () => readonly PrinterOfTest[];
  readonly answerPrint: () => Promise<PrintAnswer>;
}
export interface PrinterOfTest {
  readonly name: string;
  readonly displayName: string;
}
export interface PrintAnswer {
  readonly isDone: boolean;
  readonly reason: string;
}
interface Opened {
  readonly url: string;
  readonly isFirst: boolean;
  readonly webPreferences: { readonly preload?: string; readonly contextIsolation?: boolean };
}
interface PageMessage {
  readonly kind: string;
  readonly channel: string;
  readonly id: number;
  readonly data: unknown;
}
export interface AppAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly bytes: Uint8Array;
}

/** The program was ended while its page still spoke. */
const tooLate = (): void => undefined;

export class WindowDriver {
  /** Answers to further windows, such as the print preview: they are not shown, their address is fetched. */
  readonly otherWindows: { readonly url: string; readonly answer: AppAnswer }[] = [];
  private readonly page: Page;
  private readonly child: ChildProcess;
  private readonly peer: Peer;
  private output = '';
  private cdp: CDPSession | null = null;
  private worldId = 0;

  private constructor(page: Page, options: StartOptions) {
    this.page = page;
    this.child = fork(options.entry, options.args, {
      execArgv: ['--no-warnings', '--import', join(import.meta.dirname, 'register.ts')],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: options.environment,
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (data: Buffer) => (this.output += data.toString()));
    this.peer = createPeer(
      (message, failed) => {
        // Between its end and the news of it, the program is called connected.
        if (!this.child.connected) failed(new Error('the program has ended'));
        else this.child.send(message, (error) => error && failed(error));
      },
      {
        open: (opened: Opened) => this.open(opened),
        port: (value: object) => this.tellWorld({ kind: 'port', ...value }),
        'port-message': (value: object) => this.tellWorld({ kind: 'port-message', ...value }),
        press: ({ keyCode, modifiers }: { keyCode: string; modifiers: string[] }) =>
          page.keyboard.press(
            [...modifiers.map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`), keyCode].join('+'),
          ),
        reload: () => page.reload(),
        dialog: options.answerDialog,
        printers: options.printers,
        print: options.answerPrint,
      },
    );
    this.child.on('message', (message) => void this.peer.receive(message as Message).catch(tooLate));
  }

  /** Resolves when the program's window has loaded its page. */
  static async start(page: Page, options: StartOptions): Promise<WindowDriver> {
    const driver = new WindowDriver(page, options);
    const loaded = new Promise<void>((resolve) => page.once('load', () => resolve()));
    const ended = new Promise<never>((_, reject) =>
      driver.child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${driver.output}`))),
    );
    ended.catch(() => undefined);
    await Promise.race([loaded, ended]);
    return driver;
  }

  ask<T>(what: string, value: Record<string, unknown> = {}): Promise<T> {
    return this.peer.ask<T>(what, value);
  }

  /** What was asked of the module under this name, in order. */
  async records<T>(name: string): Promise<T[]> {
    const all = await this.ask<{ name: string; value: T }[]>('records');
    return all.filter((entry) => entry.name === name).map(({ value }) => value);
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.end(() => void this.child.kill('SIGKILL'));
  }

  /** Closes the window as a person does; resolves when the program has ended. */
  async close(): Promise<void> {
    await this.end(() => void this.ask('close-window').catch(() => undefined));
  }

  private async end(begin: () => void): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = new Promise((resolve) => this.child.once('exit', resolve));
      begin();
      await gone;
    }
    // The window is gone with its program.
    await this.page.goto('about:blank').catch(() => undefined);
    await this.page.unrouteAll({ behavior: 'ignoreErrors' }).catch(() => undefined);
    await this.cdp?.detach().catch(() => undefined);
  }

  private async open({ url, isFirst, webPreferences }: Opened): Promise<void> {
    if (!isFirst) {
      this.otherWindows.push({ url, answer: await this.ask('request', { url, method: 'GET', body: null }) });
      return;
    }
    await this.prepareWorld(webPreferences);
    await this.page.route('**/*', (route) => this.answer(route));
    this.page.on('popup', (popup) => {
      this.ask<string>('window-open', { url: toApp(popup.url()) })
        .then((action) => (action === 'deny' ? popup.close() : undefined))
        .catch(tooLate);
    });
    await this.page.goto(toPage(url));
  }

  /** The preload script runs where its window says: in a world of its own, or in the page's. */
  private async prepareWorld({ preload, contextIsolation }: Opened['webPreferences']): Promise<void> {
    if (preload === undefined) return;
    const world = contextIsolation === false ? null : WORLD;
    const cdp = await this.page.context().newCDPSession(this.page);
    this.cdp = cdp;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const isMainFrame = context.auxData?.['frameId'] === mainFrame;
      if (isMainFrame && (world === null ? Boolean(context.auxData?.['isDefault']) : context.name === world)) {
        if (this.worldId !== 0) this.ask('page-gone').catch(tooLate);
        this.worldId = context.id;
      }
    });
    cdp.on('Runtime.bindingCalled', ({ payload, name }) => {
      if (name === 'electronDouble') this.hear(JSON.parse(payload) as PageMessage).catch(tooLate);
    });
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const mainFrame = frameTree.frame.id;
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: 'electronDouble', ...(world && { executionContextName: world }) });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${preloadWorld.toString()})((require) => {${readFileSync(preload, 'utf8')}\n});`,
      ...(world && { worldName: world }),
    });
    // An intercepted request does not show the bytes of a Blob; those of a buffer it does.
    await this.page.addInitScript(() => {
      const real = fetch.bind(window);
      window.fetch = async (address, options) =>
        real(address, options?.body instanceof Blob ? { ...options, body: await options.body.arrayBuffer() } : options);
    });
  }

  private async hear(message: PageMessage): Promise<void> {
    if (message.kind === 'port-message') await this.ask('port-message', { id: message.id, data: message.data });
    else {
      const frame = { url: toApp(this.page.url()), parent: null };
      await this.ask('ipc', { channel: message.channel, frame });
    }
  }

  private async tellWorld(message: object): Promise<void> {
    const expression = `electronDoubleReceive(${JSON.stringify(message)})`;
    // A page that is being left has lost its world, and with it its port.
    await this.cdp?.send('Runtime.evaluate', { expression, contextId: this.worldId }).catch(() => undefined);
  }

  private async answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toApp(request.url());
    const isOfMainFrame = request.isNavigationRequest() && request.frame() === this.page.mainFrame();
    try {
      if (isOfMainFrame && (await this.ask<boolean>('will-navigate', { url }))) await route.abort('aborted');
      else if (await this.ask<boolean>('before-request', { url })) await route.abort('blockedbyclient');
      else if (url.startsWith(APP_ORIGIN)) await this.answerFromScheme(route, url);
      else await route.fulfill({ body: 'elsewhere' });
    } catch {
      // The program was ended while the page still asked.
      await route.abort('connectionfailed').catch(() => undefined);
    }
  }

  private async answerFromScheme(route: Route, url: string): Promise<void> {
    const request = route.request();
    const question = { url, method: request.method(), body: request.postDataBuffer() };
    const { status, headers, bytes } = await this.ask<AppAnswer>('request', question);
    await route.fulfill({ status, headers, body: Buffer.from(bytes) });
  }
}
