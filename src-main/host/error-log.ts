/** Unexpected errors and crashes go to a log file beside the system's temporary files: class, code, stack, time; no data of any paper. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorEntry, lastEntries } from './error-line.ts';

const LARGEST_LOG_BYTES = 512 * 1024;
const KEPT_ENTRIES = 100;

const errorLogFile = (): string => join(tmpdir(), 'stellwerk-fehler.log');

function readLog(): string {
  try {
    return readFileSync(errorLogFile(), 'utf8');
  } catch {
    return '';
  }
}

function append(entry: string): void {
  try {
    const file = errorLogFile();
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LARGEST_LOG_BYTES) writeFileSync(file, `${lastEntries(readLog(), KEPT_ENTRIES).join('\n')}\n`);
    appendFileSync(file, entry, { mode: 0o600 });
  } catch {
    // A full disk must not hide the error that is being reported.
  }
}

/** Returns the id under which the person finds the entry. */
export function reportUnexpected(error: unknown): string {
  const logId = randomBytes(4).toString('hex');
  append(errorEntry(error, new Date().toISOString(), logId));
  return logId;
}

/** The newest entries, oldest first. */
export function recentErrors(most: number): readonly string[] {
  return lastEntries(readLog(), most);
}
