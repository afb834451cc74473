/**
 * Files that only their owner can read, in a folder that only its owner can enter. On Windows modes say nothing: there the folder
 * lies in the person's own profile, which the system closes to others.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, type Stats } from 'node:fs';
import { Refusal } from '../contract/shared/errors.ts';

const OTHERS = 0o077;
const hasModes = process.platform !== 'win32';
const isOurs = (found: Stats): boolean => !hasModes || found.uid === process.getuid?.();
const isClosed = (found: Stats): boolean => !hasModes || (found.mode & OTHERS) === 0;

/** Makes the folder, or closes it where it is open to others; refuses one that somebody else put there. */
export function ensurePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  if (!found.isDirectory() || !isOurs(found)) throw new Refusal('folder-not-private', { folder: path });
  if (!isClosed(found)) chmodSync(path, 0o700);
  if (!isClosed(lstatSync(path))) throw new Refusal('folder-not-private', { folder: path });
}

/** Under a new name first: what stood there before may have been open to others, or be half read. */
export function writePrivateFile(path: string, text: string): void {
  const scratch = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(scratch, text, { mode: 0o600, flag: 'wx' });
    renameSync(scratch, path);
  } catch (error) {
    rmSync(scratch, { force: true });
    throw error;
  }
}

/** Null for a file that is missing, somebody else's, or open to others: its words are not ours. */
export function readPrivateFile(path: string): string | null {
  try {
    const found = lstatSync(path);
    return found.isFile() && isOurs(found) && isClosed(found) ? readFileSync(path, 'utf8') : null;
  } catch {
    return null;
  }
}
