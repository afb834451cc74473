/** Unexpected errors go to a log file beside the system's temporary files: the stack, the time, no data of any paper. */
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

const errorLogFile = (): string => join(tmpdir(), 'stellwerk-fehler.log');

/** Only class and stack are written: messages may quote what a person typed. */
export function reportUnexpected(error: unknown): string {
  const logId = randomBytes(4).toString('hex');
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.constructor.name : typeof error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  try {
    appendFileSync(errorLogFile(), [`${new Date().toISOString()} ${logId} ${name} ${code}`, ...frames, ''].join('\n'));
  } catch {
    // A full disk must not hide the error that is being reported.
  }
  return logId;
}
