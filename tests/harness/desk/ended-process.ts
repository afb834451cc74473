/** Number of a process that ran and is gone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  const { pid } = child;
  await once(child, 'exit');
  if (pid === undefined) throw new Error('the process did not start');
  return pid;
}
