/** Who may talk to the host: pure decisions on headers and secrets. Fails closed; there is no switch to turn it off. */
import { randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_LIFE_AFTER_PAGE_MS = 30_000;
const TOKEN_LIFE_MS = 15 * 60_000;

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

export function sameSecret(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A page elsewhere that resolves its own name to 127.0.0.1 (DNS rebinding) sends its own Host. */
export function hostAllowed(headers: Headers, port: number): boolean {
  return headers['host'] === `127.0.0.1:${port}`;
}

/** For everything but the first page: the browser itself says where a request comes from. */
export function originAllowed(headers: Headers, port: number): boolean {
  const origin = headers['origin'];
  const site = headers['sec-fetch-site'];
  const originFits = origin === undefined ? site === 'same-origin' : origin === `http://127.0.0.1:${port}`;
  return originFits && (site === undefined || site === 'same-origin');
}

export interface AccessKeys {
  /** A one-time token for the fragment of the address. */
  issueToken(): string;
  /** The page was asked for: tokens not used within 30 seconds expire. */
  pageAsked(): void;
  /** A session secret for a fresh token, or null. */
  exchange(token: string): string | null;
  isSession(secret: string | undefined): boolean;
}

export function createAccessKeys(now: () => number = Date.now): AccessKeys {
  const tokens = new Map<string, number>();
  const sessions = new Set<string>();
  return {
    issueToken: () => {
      const token = randomBytes(24).toString('base64url');
      tokens.set(token, now() + TOKEN_LIFE_MS);
      return token;
    },
    pageAsked: () => {
      const limit = now() + TOKEN_LIFE_AFTER_PAGE_MS;
      for (const [token, until] of tokens) tokens.set(token, Math.min(until, limit));
    },
    exchange: (token) => {
      for (const [known, until] of tokens) {
        if (!sameSecret(known, token)) continue;
        tokens.delete(known);
        if (until < now()) return null;
        const session = randomBytes(24).toString('base64url');
        sessions.add(session);
        return session;
      }
      return null;
    },
    isSession: (secret) => secret !== undefined && [...sessions].some((known) => sameSecret(known, secret)),
  };
}
