/** Whether what is printed reaches the one who started the program, and nobody else. */
import { fstatSync, type Stats } from 'node:fs';

const OTHERS = 0o077;

/**
 * A terminal and a pipe belong to who started the program; a file may be read by others, unless its mode says no. The journal of the
 * system is a pipe that administrators read, and names itself.
 */
export function isPrivateOutput(
  found: Pick<Stats, 'dev' | 'ino' | 'mode' | 'isFile'>,
  platform: NodeJS.Platform,
  journal: string | undefined,
): boolean {
  if (journal === `${found.dev}:${found.ino}`) return false;
  if (!found.isFile()) return true;
  return platform !== 'win32' && (found.mode & OTHERS) === 0;
}

export function outputIsPrivate(): boolean {
  try {
    return isPrivateOutput(fstatSync(process.stdout.fd), process.platform, process.env['JOURNAL_STREAM']);
  } catch {
    return false;
  }
}
