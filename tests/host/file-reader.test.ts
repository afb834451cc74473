/** The reader behind the fence by itself: how it ends when nobody is there who could end it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished, vi } from 'vitest';
import { projectRoot } from '../support/test-host.ts';

/** Starts a program whose reader is busy for ever; the lines it prints. */
function busyProgram(memoryLimitMb: number): { readonly lines: AsyncIterator<string>; readonly kill: () => void } {
  const script = join(projectRoot, 'tests', 'harness', 'desk', 'fence-process.ts');
  const program = spawn(process.execPath, [script, String(memoryLimitMb)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = (): void => void program.kill('SIGKILL');
  onTestFinished(async () => {
    if (program.exitCode !== null || program.signalCode !== null) return;
    const gone = once(program, 'exit');
    kill();
    await gone;
  });
  return { lines: createInterface({ input: program.stdout })[Symbol.asyncIterator](), kill };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it('a reader at work ends when the program was killed', async () => {
  const { lines, kill } = busyProgram(500);
  const pid = Number((await lines.next()).value);
  expect(isAlive(pid)).toBe(true);
  kill();
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 25_000 });
});

it('a reader that takes too much memory ends by itself, where the system shows its memory to nobody else', async () => {
  const { lines } = busyProgram(1);
  let last = '';
  for (let line = await lines.next(); line.done !== true && last !== 'SIGKILL'; line = await lines.next())
    last = line.value;
  expect(last).toBe('SIGKILL');
});
