/** Files on their way: hidden names until they are whole, and what a killed process left of them goes later. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ABANDONED_AFTER_MS = 24 * 3_600_000;
/** SQLite's own files beside a database on its way are named after it. */
const ENDING = /\.tmp(-journal|-wal|-shm)?$/;

/** `owner` tells programs apart that use the same folder. */
export const scratchName = (owner = ''): string => `.stellwerk-${owner}${randomBytes(6).toString('hex')}.tmp`;

export function removeScratch(path: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(path + ending, { recursive: true, force: true });
}

/** Younger ones may belong to another process at work; another user's are theirs to remove. */
export function removeAbandoned(folder: string, nowMs: number, owner = ''): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`.stellwerk-${owner}`) || !ENDING.test(name)) continue;
    const path = join(folder, name);
    try {
      if (nowMs - statSync(path).mtimeMs > ABANDONED_AFTER_MS) rmSync(path, { recursive: true, force: true });
    } catch {
      // Gone meanwhile, or not ours.
    }
  }
}

/** Bytes reach the medium before a name says that they are there. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
