import { expect, it } from 'vitest';
import { errorEntry } from '../../src-main/host/error-line.ts';
import { crashOf } from '../../src-main/shell-electron/crash.ts';

it('is known to the log by process, reason and exit code', () => {
  const crash = crashOf({ process: 'Window', reason: 'oom', exitCode: -536870904 });
  const entry = errorEntry(crash, '2026-03-02T08:00:00.000Z', '0a1b2c3d');
  expect(entry).toBe('2026-03-02T08:00:00.000Z 0a1b2c3d ProcessGone Window_oom_-536870904\n');
});

it('is none when the process ended in good order', () => {
  expect(crashOf({ process: 'GPU', reason: 'clean-exit', exitCode: 0 })).toBeNull();
});
