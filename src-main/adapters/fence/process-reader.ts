/**
 * A reader as a process of Node: no variables of ours, no open channel but its own, and by Node's permission model no file to read but its
 * program, none to write, no process to start. Databases need a native library, which that model does not bind; they get a process of their own.
 */
import { fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reader, ReaderEnd, ReaderUse, StartReader } from './reader.ts';
import { readerEnvironment } from './reader-environment.ts';
import { residentBytesOf } from './resident-memory.ts';

function permissions(use: ReaderUse, programFolder: string): string[] {
  // Its own watch over memory and parent is a thread.
  const common = ['--permission', '--allow-worker'];
  return use === 'databases'
    ? [...common, '--allow-addons', '--allow-fs-read=*']
    : [...common, `--allow-fs-read=${join(programFolder, '*')}`];
}

/** Nobody here sends that signal but `end`: the reader's own watch did, or a system without memory. Windows shows it as code 1. */
function whyEnded(code: number | null, signal: NodeJS.Signals | null): ReaderEnd {
  const wasKilled = signal === 'SIGKILL' || (process.platform === 'win32' && signal === null && code === 1);
  // V8 aborts when its heap is full.
  return wasKilled || signal === 'SIGABRT' || code === 134 ? 'memory' : 'crash';
}

/** `entry`: the built file-reader.mjs, with what it loads beside it. */
export const processReaders =
  (entry: URL): StartReader =>
  (use, memoryLimitMb): Reader => {
    const program = realpathSync(fileURLToPath(entry));
    const child = fork(program, [String(memoryLimitMb)], {
      execArgv: [...permissions(use, dirname(program)), `--max-old-space-size=${memoryLimitMb}`],
      env: readerEnvironment(),
      cwd: tmpdir(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let isTold = false;
    let onEnd: (why: ReaderEnd) => void = () => undefined;
    const ended = (why: ReaderEnd): void => {
      if (isTold) return;
      isTold = true;
      onEnd(why);
    };
    child.on('exit', (code, signal) => ended(whyEnded(code, signal)));
    // It could not be started, or its channel broke while it was being ended.
    child.on('error', () => {
      child.kill('SIGKILL');
      if (child.pid === undefined) ended('crash');
    });
    return {
      post: (request) => void child.send(request),
      onReply: (listener) => void child.on('message', listener),
      onEnd: (listener) => (onEnd = listener),
      residentBytes: () => residentBytesOf(child.pid),
      keepProgram: (isKept) => {
        if (isKept) child.ref();
        else child.unref();
        if (isKept) child.channel?.ref();
        else child.channel?.unref();
      },
      end: () => void child.kill('SIGKILL'),
    };
  };
