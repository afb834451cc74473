/**
 * A double of the `electron` module for tests: the built main process runs in Node, and its window is a Chromium page that the test holds
 * (`window-driver.ts`). It proves our wiring – which decisions are asked, and that the whole program works over them –, not Electron:
 * whether Electron keeps what is asked of it is tried with the real one (project "electron", docs/decisions/0011-electron-double.md).
 */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { createPeer, type Message } from './peer.ts';
import { UtilityProcess, type UtilityOptions } from './utility-process.ts';

Object.defineProperty(process, 'versions', {
  value: { ...process.versions, electron: '0.0.0-double', chrome: '0.0.0-double' },
});

const records: { name: string; value: unknown }[] = [];
const record = (name: string, value: unknown = null): void => void records.push({ name, value });

class MessagePortMain extends EventEmitter {
  other: MessagePortMain | null = null;
  private held: unknown[] | null = [];
  postMessage(data: unknown): void {
    queueMicrotask(() => this.other?.arrive(data));
  }
  start(): void {
    const held = this.held ?? [];
    this.held = null;
    for (const data of held) this.emit('message', { data });
  }
  close(): void {
    const { other } = this;
    this.other = null;
    if (other) queueMicrotask(() => other.emit('close'));
  }
  private arrive(data: unknown): void {
    if (this.held) this.held.push(data);
    else this.emit('message', { data });
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();
  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

class App extends EventEmitter {
  readonly isPackaged = false;
  private readonly paths = new Map<string, string>();
  enableSandbox(): void {
    record('app.enableSandbox');
  }
  requestSingleInstanceLock(): boolean {
    record('app.requestSingleInstanceLock');
    return true;
  }
  setAppUserModelId(): void {}
  readonly commandLine = { hasSwitch: () => false };
  addRecentDocument(path: string): void {
    record('app.addRecentDocument', path);
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
    record('app.setPath', { name, path });
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? join(process.env['HOME'] ?? '', name);
  }
  private ready = false;
  isReady(): boolean {
    return this.ready;
  }
  /** Electron's own count, in kilobytes; the system's is asked first. */
  getAppMetrics(): readonly { pid: number; memory: { workingSetSize: number } }[] {
    return [];
  }
  async whenReady(): Promise<void> {
    await Promise.resolve();
    this.ready = true;
  }
  quit(): void {
    const event = { isPrevented: false, preventDefault: () => (event.isPrevented = true) };
    this.emit('will-quit', event);
    if (!event.isPrevented) process.exit(0);
  }
  exit(code: number): void {
    process.exit(code);
  }
}

export const app = new App();
export const ipcMain = new EventEmitter();
const ports = new Map<number, MessagePortMain>();

export const protocol = {
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged: (schemes: unknown) => record('protocol.registerSchemesAsPrivileged', schemes),
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    this.handlers.set(scheme, handler);
  },
};

export const utilityProcess = {
  fork: (entry: string, args: readonly string[] = [], options: UtilityOptions = {}) => {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready');
    record('utilityProcess.fork', { entry, args, env: options.env, cwd: options.cwd });
    return new UtilityProcess(entry, args, options);
  },
};

type Answer<T> = (answer: T) => void;
class Session {
  permission: ((contents: null, name: string, answer: Answer<boolean>) => void) | null = null;
  permissionCheck: ((contents: null, name: string) => boolean) | null = null;
  beforeRequest: ((details: { url: string }, answer: Answer<{ cancel?: boolean }>) => void) | null = null;
  readonly webRequest = { onBeforeRequest: (listener: Session['beforeRequest']) => (this.beforeRequest = listener) };
  setPermissionRequestHandler(handler: Session['permission']): void {
    this.permission = handler;
  }
  setPermissionCheckHandler(handler: Session['permissionCheck']): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: (details: object) => boolean): void {
    record('session.devicePermission', handler({ deviceType: 'hid' }));
  }
  setSpellCheckerLanguages(languages: unknown): void {
    record('session.setSpellCheckerLanguages', languages);
  }
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    record('session.setSpellCheckerDictionaryDownloadURL', url);
  }
  addWordToSpellCheckerDictionary(word: string): void {
    record('session.addWordToSpellCheckerDictionary', word);
  }
}
export const session = { defaultSession: new Session() };

class WebContents extends EventEmitter {
  readonly session = session.defaultSession;
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  private zoom = 1;
  setWindowOpenHandler(handler: WebContents['openHandler']): void {
    this.openHandler = handler;
  }
  getZoomFactor(): number {
    return this.zoom;
  }
  setZoomFactor(factor: number): void {
    this.zoom = factor;
    record('webContents.setZoomFactor', factor);
  }
  async getPrintersAsync(): Promise<unknown> {
    return peer.ask('printers', {});
  }
  print(options: unknown, callback?: (isDone: boolean, reason: string) => void): void {
    record('webContents.print', options);
    void peer
      .ask<{ isDone: boolean; reason: string }>('print', { options })
      .then(({ isDone, reason }) => callback?.(isDone, reason));
  }
  replaceMisspelling(word: string): void {
    record('webContents.replaceMisspelling', word);
  }
  sendInputEvent(event: { type: string }): void {
    if (event.type === 'keyDown') void peer.ask('press', event);
  }
  reload(): void {
    void peer.ask('reload', {});
  }
  postMessage(channel: string, _message: unknown, [port]: readonly MessagePortMain[]): void {
    if (!port) throw new Error('the double hands over ports only');
    const id = ports.size + 1;
    ports.set(id, port);
    port.on('message', ({ data }: { data: unknown }) => void peer.ask('port-message', { id, data }));
    port.start();
    record('webContents.postMessage', channel);
    void peer.ask('port', { channel, id });
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: Record<string, unknown>;
  private isMaximizedNow = false;
  private isGone = false;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    windows.push(this);
    const { parent: _, ...shownOptions } = options;
    record('BrowserWindow', shownOptions);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    await peer.ask('open', { url, isFirst: windows[0] === this, webPreferences: this.options['webPreferences'] });
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
    if (windows[0] !== this) queueMicrotask(() => this.webContents.emit('-pdf-ready-to-print'));
  }
  show(): void {
    record('window.show');
  }
  focus(): void {
    record('window.focus');
  }
  removeMenu(): void {}
  isDestroyed(): boolean {
    return this.isGone;
  }
  destroy(): void {
    this.isGone = true;
    record('window.destroy');
    this.emit('closed');
  }
  setBackgroundColor(colour: string): void {
    record('window.setBackgroundColor', colour);
  }
  isMinimized(): boolean {
    return false;
  }
  isFullScreen(): boolean {
    return false;
  }
  maximize(): void {
    this.isMaximizedNow = true;
    this.emit('maximize');
  }
  isMaximized(): boolean {
    return this.isMaximizedNow;
  }
  getNormalBounds(): unknown {
    const { x, y, width, height } = this.options;
    return { x, y, width, height };
  }
}
const windows: BrowserWindow[] = [];

interface Entry {
  readonly label?: string;
  readonly submenu?: readonly Entry[];
  readonly click?: () => void;
}
let menu: readonly Entry[] = [];
const shown = (entries: readonly Entry[]): unknown =>
  entries.map(({ click, submenu, ...entry }) => ({
    ...entry,
    clicks: click !== undefined,
    ...(submenu && { submenu: shown(submenu) }),
  }));
export const Menu = {
  buildFromTemplate: (template: readonly Entry[]) => ({
    template,
    popup: () => {
      menu = template;
      record('Menu.popup', shown(template));
    },
  }),
  setApplicationMenu: ({ template }: { template: readonly Entry[] }) => {
    menu = template;
    record('Menu.setApplicationMenu', shown(template));
  },
};

const asked = (name: string) => (first: unknown, second?: object) =>
  peer.ask('dialog', { name, options: second ?? first });
export const dialog = {
  showSaveDialog: asked('showSaveDialog'),
  showOpenDialog: asked('showOpenDialog'),
  showMessageBox: asked('showMessageBox'),
  showErrorBox: (title: string, text: string) => {
    process.stderr.write(`${title}: ${text}\n`);
  },
};

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
export const shell = {
  showItemInFolder: (path: string) => record('shell.showItemInFolder', path),
};
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] };
export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false });

function findEntry(entries: readonly Entry[], label: string): Entry | undefined {
  for (const entry of entries) {
    if (entry.label?.replace('&', '') === label) return entry;
    const inside = entry.submenu && findEntry(entry.submenu, label);
    if (inside) return inside;
  }
  return undefined;
}

const contents = (): WebContents => {
  const [first] = windows;
  if (!first) throw new Error('no window is open');
  return first.webContents;
};

interface Address {
  readonly url: string;
}

/** What the test tells: the page's messages and requests, and what a person or the system does. */
const peer = createPeer((message) => process.send?.(message), {
  records: () => records,
  ipc: ({ channel, frame }: { channel: string; frame: { url: string; parent: object | null } | null }) =>
    ipcMain.emit(channel, { senderFrame: frame, sender: contents() }),
  'port-message': ({ id, data }: { id: number; data: unknown }) => ports.get(id)?.postMessage(data),
  /** Electron closes the ports of a page that is left or lost. */
  'page-gone': () => {
    for (const port of ports.values()) port.close();
  },
  'will-navigate': ({ url }: Address) => {
    let isPrevented = false;
    contents().emit('will-navigate', { url, preventDefault: () => (isPrevented = true) });
    return isPrevented;
  },
  'window-open': ({ url }: Address) => contents().openHandler({ url }).action,
  permission: ({ name }: { name: string }) =>
    new Promise((resolve) => session.defaultSession.permission?.(null, name, resolve) ?? resolve(true)),
  'permission-check': ({ name }: { name: string }) => session.defaultSession.permissionCheck?.(null, name) ?? true,
  'before-request': ({ url }: Address) =>
    new Promise((resolve) => {
      const { beforeRequest } = session.defaultSession;
      if (beforeRequest) beforeRequest({ url }, ({ cancel }) => resolve(cancel === true));
      else resolve(false);
    }),
  request: async ({ url, method, body }: { url: string; method: string; body: Uint8Array<ArrayBuffer> | null }) => {
    const handler = protocol.handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) return null;
    const response = await handler(new Request(url, { method, body }));
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: Object.fromEntries(response.headers), bytes };
  },
  choose: ({ label }: { label: string }) => {
    const entry = findEntry(menu, label);
    if (!entry?.click) throw new Error(`the menu has no “${label}” to click`);
    entry.click();
  },
  'app-event': ({ name, args }: { name: string; args: unknown[] }) => app.emit(name, { preventDefault() {} }, ...args),
  'contents-event': ({ name, args }: { name: string; args: unknown[] }) => contents().emit(name, {}, ...args),
  'close-window': () => {
    const [first] = windows;
    first?.emit('close');
    first?.emit('closed');
    app.emit('window-all-closed');
  },
});
process.on('message', (message) => void peer.receive(message as Message));
// The test is gone: so is the program.
process.on('disconnect', () => process.exit(0));
