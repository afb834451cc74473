/** Memory of another process as the system counts it. */
import { readFileSync } from 'node:fs';

/** Pages are of this size on every machine the program is built for. */
const PAGE_BYTES = 4096;

/** Null where the system does not tell (only Linux has /proc), or the process is gone. */
export function residentBytesOf(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return Number.isFinite(pages) ? pages * PAGE_BYTES : null;
  } catch {
    return null;
  }
}
