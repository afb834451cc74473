/** One host per user and data folder: the lock file tells a second start where the first one listens. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { currentUserName } from '../adapters/files/data-folder.ts';

const lockSchema = z.object({ port: z.number().int(), secret: z.string(), pid: z.number().int() });
export type InstanceLock = z.infer<typeof lockSchema>;

/** Users who share a folder have a lock each: the host works in the name of the one who started it. */
export function ownName(folder: string, what: string, ending = '', userName = currentUserName()): string {
  return join(folder, `${what}-${userName.replace(/[^\p{L}\p{N}._-]/gu, '_')}${ending}`);
}

export const lockFile = (folder: string): string => ownName(folder, 'host', '.json');

export function readLock(folder: string): InstanceLock | null {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(lockFile(folder), 'utf8')));
  } catch {
    return null;
  }
}

export function writeLock(folder: string, lock: InstanceLock): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(lockFile(folder), JSON.stringify(lock), { mode: 0o600 });
}

/** Removes the lock only when it is ours: a later start may have taken over. */
export function removeLock(folder: string, secret: string): void {
  if (existsSync(lockFile(folder)) && readLock(folder)?.secret === secret) rmSync(lockFile(folder), { force: true });
}

/** Asks the running host for a fresh address; null when nobody answers there any more. */
export async function askRunningHost(lock: InstanceLock): Promise<string | null> {
  try {
    const response = await fetch(`http://127.0.0.1:${lock.port}/again`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lock.secret}` },
      signal: AbortSignal.timeout(3000),
    });
    if (!response.ok) return null;
    return z.object({ address: z.string() }).parse(await response.json()).address;
  } catch {
    return null;
  }
}
