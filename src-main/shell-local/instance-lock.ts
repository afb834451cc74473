/** One host per user and data folder: the lock file tells a second start where the first one listens. */
import { mkdirSync, rmSync } from 'node:fs';
import * as z from 'zod';
import { accessBase, ownName } from './access-folder.ts';
import { newSecret, sameSecret } from './access.ts';
import { readPrivateFile, writePrivateFile } from './private-files.ts';
import { proofOf } from './sealed-box.ts';

const ANSWER_MS = 3000;

const lockSchema = z.object({ port: z.number().int(), secret: z.string(), pid: z.number().int().positive() });
export type InstanceLock = z.infer<typeof lockSchema>;

export const lockFile = (folder: string): string => ownName(accessBase(folder), 'host', '.json');

/** Null where none lies, or one that somebody else may have written. */
export function readLock(folder: string): InstanceLock | null {
  try {
    return lockSchema.parse(JSON.parse(readPrivateFile(lockFile(folder)) ?? ''));
  } catch {
    return null;
  }
}

export function writeLock(folder: string, lock: InstanceLock): void {
  mkdirSync(accessBase(folder), { recursive: true, mode: 0o700 });
  writePrivateFile(lockFile(folder), JSON.stringify(lock));
}

/** Removes the lock only when it is ours: a later start may have taken over. */
export function removeLock(folder: string, secret: string): void {
  if (readLock(folder)?.secret === secret) rmSync(lockFile(folder), { force: true });
}

/** A killed host leaves its lock; the process it names is gone then. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** How a second start comes to a window: by an address, or by a page that only the owner can read. */
const againSchema = z.object({ address: z.string(), page: z.string().nullable(), proof: z.string() });
export type AgainKind = 'address' | 'page';

export const AGAIN_HEADER = 'x-stellwerk-proof';

/**
 * Both sides prove that they know the lock's secret, and neither shows it: somebody else may listen on the port of a host that was
 * killed.
 */
export const askProof = (secret: string, port: number, nonce: string, kind: AgainKind): string =>
  proofOf(secret, 'again', port, nonce, kind);
export const answerProof = (secret: string, nonce: string, address: string, page: string | null): string =>
  proofOf(secret, 'answer', nonce, address, page ?? '');

/** Asks the running host for a fresh way in; null when nobody answers there any more, or somebody else. */
export async function askRunningHost(
  lock: InstanceLock,
  kind: AgainKind,
): Promise<{ address: string; page: string | null } | null> {
  if (!isAlive(lock.pid)) return null;
  const nonce = newSecret();
  try {
    const response = await fetch(`http://127.0.0.1:${lock.port}/again`, {
      method: 'POST',
      headers: { [AGAIN_HEADER]: `${nonce} ${kind} ${askProof(lock.secret, lock.port, nonce, kind)}` },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (!response.ok) return null;
    const { address, page, proof } = againSchema.parse(await response.json());
    return sameSecret(proof, answerProof(lock.secret, nonce, address, page)) ? { address, page } : null;
  } catch {
    return null;
  }
}
