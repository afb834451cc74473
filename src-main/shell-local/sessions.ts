/**
 * Windows that were let in. Their secrets are kept as hashes in a file of the owner, so that a restarted host on the same port lets them
 * in again. For every connection a window gets a key that dies with it: nothing it sends to a stranger later is of any use.
 */
import { rmSync } from 'node:fs';
import * as z from 'zod';
import { newSecret, sameSecret } from './access.ts';
import { readPrivateFile, writePrivateFile } from './private-files.ts';
import { hashOf, seal, unseal } from './sealed-box.ts';

const MOST_SESSIONS = 32;
const MOST_KEYS = 64;
/** From the answer to the open connection. */
const KEY_WAITS_MS = 30_000;

const fileSchema = z.object({ port: z.number().int().min(1).max(65_535), hashes: z.array(z.string().length(64)) });
type Kept = z.infer<typeof fileSchema>;

export function readSessions(file: string): Kept | null {
  try {
    return fileSchema.parse(JSON.parse(readPrivateFile(file) ?? ''));
  } catch {
    return null;
  }
}

export interface Sessions {
  /** The secret of a window that showed a good token. */
  begin(): string;
  /** Opens a window's box; answers with a box that holds the key for one connection, or null. */
  enter(box: Uint8Array): Buffer | null;
  /** The connection of a fresh key begins; the returned function ends it. Null for a key that is not fresh. */
  connect(key: string): (() => void) | null;
  isConnected(key: string): boolean;
  /** Windows of a former host may come back. */
  readonly hasFormer: boolean;
  /** No window is left that could come back. */
  forget(): void;
}

export function openSessions(file: string, port: number, now: () => number = Date.now): Sessions {
  const former = readSessions(file);
  // On another port another origin: what happened on the former one meanwhile nobody knows.
  let hashes = former?.port === port ? former.hashes : [];
  let keys: { readonly key: string; readonly until: number; isConnected: boolean }[] = [];
  const keep = (): void => writePrivateFile(file, JSON.stringify({ port, hashes } satisfies Kept));
  const find = (key: string, isConnected: boolean) =>
    keys.find((entry) => entry.isConnected === isConnected && sameSecret(entry.key, key));
  keep();

  const newKey = (): string => {
    const fresh = keys.filter((entry) => !entry.isConnected && entry.until >= now()).slice(1 - MOST_KEYS);
    const key = newSecret();
    keys = [
      ...keys.filter((entry) => entry.isConnected),
      ...fresh,
      { key, until: now() + KEY_WAITS_MS, isConnected: false },
    ];
    return key;
  };

  return {
    hasFormer: hashes.length > 0,
    begin: () => {
      const secret = newSecret();
      hashes = [...hashes, hashOf(Buffer.from(secret)).toString('hex')].slice(-MOST_SESSIONS);
      keep();
      return secret;
    },
    enter: (box) => {
      for (const hash of hashes) {
        const known = Buffer.from(hash, 'hex');
        const secret = unseal(known, box, `stellwerk-enter:${port}`);
        // Who has read the file could make the box, but not what must lie in it.
        if (!secret || !sameSecret(hashOf(secret).toString('hex'), hash)) continue;
        return seal(known, Buffer.from(newKey()), `stellwerk-key:${port}:${Buffer.from(box).toString('base64')}`);
      }
      return null;
    },
    connect: (key) => {
      const found = find(key, false);
      if (!found || found.until < now()) return null;
      found.isConnected = true;
      return () => {
        keys = keys.filter((entry) => entry !== found);
      };
    },
    isConnected: (key) => find(key, true) !== undefined,
    forget: () => {
      hashes = [];
      rmSync(file, { force: true });
    },
  };
}
