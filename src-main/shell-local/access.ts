/** Who may talk to the host: pure decisions on headers and tokens. Fails closed; there is no switch to turn it off. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A start that nobody follows is over then. No request of a stranger shortens it. */
const TOKEN_LIFE_MS = 15 * 60_000;
const MOST_TOKENS = 50;

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** As long for every wrong answer: digests of one length are compared. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

export const newSecret = (): string => randomBytes(32).toString('base64url');

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

export interface Tokens {
  /** A one-time token for the fragment of an address. `onOver` is called when it was used or is too old. */
  issue(onOver?: () => void): string;
  /** Whether the token was good; it is good no more. */
  use(token: string): boolean;
}

export function createTokens(now: () => number = Date.now): Tokens {
  let known: { readonly token: string; readonly until: number; readonly onOver: () => void }[] = [];
  const end = (isOver: (entry: (typeof known)[number]) => boolean): void => {
    const over = known.filter(isOver);
    known = known.filter((entry) => !over.includes(entry));
    for (const { onOver } of over) onOver();
  };
  const endOld = (): void => end(({ until }) => until < now());
  return {
    issue: (onOver = () => undefined) => {
      endOld();
      const token = newSecret();
      known.push({ token, until: now() + TOKEN_LIFE_MS, onOver });
      const [first] = known;
      if (known.length > MOST_TOKENS) end((entry) => entry === first);
      return token;
    },
    use: (token) => {
      endOld();
      const found = known.find((entry) => sameSecret(entry.token, token));
      if (found) end((entry) => entry === found);
      return found !== undefined;
    },
  };
}
