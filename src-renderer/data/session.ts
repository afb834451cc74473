/**
 * How a window of the local shell is let in: once by the one-time token of its address, or by a token that another window of the same
 * person asks for on its behalf; after that by its secret. The secret is only shown sealed, to a host that keeps its hash.
 */
import type { ConnectionState } from './wire.ts';

const SESSION_KEY = 'stellwerk-session';
const CHANNEL = 'stellwerk-zugang';
const NONCE_BYTES = 12;
/** Another window answers within moments, or there is none. */
const SIBLING_MS = 1500;

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export const storedSecret = (): string | null => sessionStorage.getItem(SESSION_KEY);

/** Gives the one-time token for a secret of this window. */
export async function exchangeToken(token: string): Promise<string | null> {
  const response = await fetch('/session', { method: 'POST', body: token });
  if (!response.ok) return null;
  const secret = await response.text();
  sessionStorage.setItem(SESSION_KEY, secret);
  return secret;
}

/** The token in the address, if this window was opened with one; it leaves the address at once. */
export function tokenOfAddress(): string | null {
  const token = location.hash.slice(1);
  // Anything shorter is a place in a page.
  if (!/^[\w-]{40,}$/.test(token)) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}

export type Entry =
  | { readonly kind: 'key'; readonly key: string }
  /** A host is there, but does not know this window. */
  | { readonly kind: 'unknown' }
  /** Nobody is there, or somebody else. */
  | { readonly kind: 'nobody' };

export async function sealSecret(secret: string, port: string) {
  const bytes = bytesOf(secret);
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  const key = await crypto.subtle.importKey('raw', hash, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const additionalData = bytesOf(`stellwerk-enter:${port}`);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  const box = new Uint8Array([...iv, ...new Uint8Array(sealed)]);
  return {
    box,
    /** Fails when the answer is not one of a host that knows this window, to this very box. */
    openAnswer: async (answer: Uint8Array<ArrayBuffer>): Promise<string> => {
      const purpose = bytesOf(`stellwerk-key:${port}:${base64Of(box)}`);
      const opened = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: answer.subarray(0, NONCE_BYTES), additionalData: purpose },
        key,
        answer.subarray(NONCE_BYTES),
      );
      return new TextDecoder().decode(opened);
    },
  };
}

/** Asks for the key of one connection. */
export async function enter(secret: string): Promise<Entry> {
  try {
    const { box, openAnswer } = await sealSecret(secret, location.port);
    const response = await fetch('/enter', { method: 'POST', body: box });
    if (response.status === 403) return { kind: 'unknown' };
    if (!response.ok) return { kind: 'nobody' };
    return { kind: 'key', key: await openAnswer(new Uint8Array(await response.arrayBuffer())) };
  } catch {
    return { kind: 'nobody' };
  }
}

interface Wanted {
  readonly kind: 'wanted';
  readonly id: string;
}
interface Given {
  readonly kind: 'given';
  readonly id: string;
  readonly token: string;
}

/** A token from another window of this browser, null when there is none. Only pages of this very address hear each other. */
export function askOtherWindow(): Promise<string | null> {
  const channel = new BroadcastChannel(CHANNEL);
  const id = crypto.randomUUID();
  return new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), SIBLING_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<Wanted | Given>) => {
      if (data.kind !== 'given' || data.id !== id) return;
      clearTimeout(timer);
      resolve(data.token);
    });
    channel.postMessage({ kind: 'wanted', id } satisfies Wanted);
  }).finally(() => channel.close());
}

/** Gets tokens for windows that were opened from this one, as long as it is connected itself. */
export function helpOtherWindows(state: () => ConnectionState, key: () => string): void {
  const channel = new BroadcastChannel(CHANNEL);
  const help = async (id: string): Promise<void> => {
    const response = await fetch('/token', { method: 'POST', headers: { authorization: `Bearer ${key()}` } });
    if (response.ok) channel.postMessage({ kind: 'given', id, token: await response.text() } satisfies Given);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Wanted | Given>) => {
    // Who cannot help leaves it to the next window.
    if (data.kind === 'wanted' && state() === 'open') help(data.id).catch(() => undefined);
  });
}
