/**
 * A time-stamp service that keeps silent takes its whole time limit. In a run of many papers it is left alone for a while after two failures in
 * a row, so that hundreds of papers do not wait for it one after the other; one failure alone may be a hiccup.
 */
import type { Clock } from '../ports/ports.ts';

const FAILURES_IN_A_ROW = 2;
const LEFT_ALONE_MS = 60_000;

export interface StampPatience {
  /** What the service answered last, while it is not to be asked; null when it may be asked. */
  problem(): string | null;
  /** Null when the service answered well. */
  note(problem: string | null): void;
}

export function stampPatience(clock: Pick<Clock, 'now'>): StampPatience {
  let failures = 0;
  let last: { readonly problem: string; readonly atMs: number } | null = null;
  return {
    problem: () => {
      if (last === null || failures < FAILURES_IN_A_ROW) return null;
      return Math.abs(Date.parse(clock.now()) - last.atMs) < LEFT_ALONE_MS ? last.problem : null;
    },
    note: (problem) => {
      failures = problem === null ? 0 : failures + 1;
      last = problem === null ? null : { problem, atMs: Date.parse(clock.now()) };
    },
  };
}
