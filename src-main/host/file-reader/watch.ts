/** Ends this process from a thread of its own, because whoever reads a stranger's file may never come back to look at a clock. */
import { Worker } from 'node:worker_threads';

/** More than the parent's limit, so that the parent ends it first where it can see the memory. */
const MARGIN = 1.1;
const LOOK_MS = 100;

/** As text: a thread from a file would be one more file to package. */
const WATCH = `
  const { workerData: { parent, mostBytes } } = require('node:worker_threads');
  setInterval(() => {
    if (process.ppid !== parent || process.memoryUsage.rss() > mostBytes) process.kill(process.pid, 'SIGKILL');
  }, ${LOOK_MS});
`;

export function watchOverSelf(memoryLimitMb: number): void {
  const mostBytes = memoryLimitMb * MARGIN * 1024 * 1024;
  new Worker(WATCH, { eval: true, env: {}, workerData: { parent: process.ppid, mostBytes } }).unref();
}
