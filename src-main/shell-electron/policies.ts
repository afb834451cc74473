/** What the window may do: pure decisions, tested without Electron. */

export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://stellwerk`;
/** Pages of an open print preview. */
export const PRINT_PATH = '/druck/';

/** Own pages only: anything else is neither navigated to nor opened. */
export function navigationAllowed(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${SCHEME}:` && url.host === 'stellwerk' && url.username === '' && url.port === '';
  } catch {
    return false;
  }
}

/** Messages count only from the main frame of our own page. */
export function senderAllowed(frame: { readonly url: string; readonly isMainFrame: boolean } | null): boolean {
  return frame !== null && frame.isMainFrame && navigationAllowed(frame.url);
}

/** Nothing that a form of an office needs: no camera, no position, no notifications. Copying in is the person's own act. */
export function permissionAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** What Chromium itself serves: its PDF viewer, the modules this viewer loads, and the developer tools. None of it is a page of others. */
const BUILT_IN = ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/', 'chrome://resources/', 'devtools://'];

/** No network at all: our own scheme, what the page made itself, and what print preview and tools are made of. */
export function requestAllowed(address: string): boolean {
  return (
    navigationAllowed(address) || /^(blob|data):/.test(address) || BUILT_IN.some((prefix) => address.startsWith(prefix))
  );
}

export type AppRequest =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'take'; readonly handle: string }
  | { readonly kind: 'put' }
  | { readonly kind: 'print'; readonly id: string }
  | { readonly kind: 'refused' };

/** What a request of the page asks for. Paths are looked up in a list, so `..` leads nowhere. */
export function readRequest(address: string, method: string): AppRequest {
  if (!navigationAllowed(address)) return { kind: 'refused' };
  const { pathname } = new URL(address);
  if (pathname === '/handoff') return method === 'POST' ? { kind: 'put' } : { kind: 'refused' };
  if (method !== 'GET') return { kind: 'refused' };
  if (pathname.startsWith('/handoff/')) return { kind: 'take', handle: pathname.slice('/handoff/'.length) };
  if (pathname.startsWith(PRINT_PATH)) return { kind: 'print', id: pathname.slice(PRINT_PATH.length) };
  return { kind: 'file', path: pathname };
}

/** The name proposed in the save dialog: what Windows refuses in names becomes "-". */
export function safeFileName(name: string): string {
  const cleaned = name.replace(/[<>:"/\\|?*\u0000-\u001f]+/g, '-').replace(/[. ]+$/, '');
  return cleaned === '' ? 'Dokument' : cleaned;
}
