/** A process that ended, as an entry for the error log; null when it ended in good order. */
export interface ProcessEnd {
  /** "Window", "GPU", "Utility" … */
  readonly process: string;
  readonly reason: string;
  readonly exitCode: number;
}

/** Known to the log by its class and code. */
export class ProcessGone extends Error {
  readonly code: string;

  constructor({ process, reason, exitCode }: ProcessEnd) {
    super();
    this.code = `${process}_${reason}_${exitCode}`.replace(/\W+/g, '-');
    // Where it was noticed says nothing about where it happened.
    this.stack = '';
  }
}

export function crashOf(end: ProcessEnd): ProcessGone | null {
  return end.reason === 'clean-exit' ? null : new ProcessGone(end);
}
