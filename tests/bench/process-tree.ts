/** Processes of Linux by their parents, and the memory they hold. */
import { readdirSync, readFileSync } from 'node:fs';

export interface TreeProcess {
  readonly pid: number;
  /** As it was started, blanks between the words. */
  readonly command: string;
  /** Resident memory; what several share counts in each. */
  readonly residentMb: number;
  /** Its own part of it: what several share is divided among them. */
  readonly proportionalMb: number;
  /** Processor time it has used so far, in seconds. */
  readonly cpuSeconds: number;
}

const KILOBYTES = 1024;
/** `sysconf(_SC_CLK_TCK)` of every Linux in use. */
const TICKS = 100;

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return '';
  }
}
const kilobytes = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);

/** Fields of /proc/PID/stat behind the name in brackets, which may hold anything (proc(5)). */
const statOf = (pid: number): string[] => textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];

/** The process and all below it. */
export function processTree(root: number): TreeProcess[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(pids.map((pid) => [pid, Number(statOf(pid)[1])]));
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isBelow(parents.get(pid)));
  return pids.filter(isBelow).map((pid) => {
    const stat = statOf(pid);
    return {
      pid,
      command: textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim(),
      residentMb: kilobytes(textOf(`/proc/${pid}/status`), 'VmRSS') / KILOBYTES,
      proportionalMb: kilobytes(textOf(`/proc/${pid}/smaps_rollup`), 'Pss') / KILOBYTES,
      cpuSeconds: (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) / TICKS,
    };
  });
}
