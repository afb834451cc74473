/** Starts and orders about a `desk-process.ts`: another window, another user, a process that will be killed. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { App } from '../../../src-main/core/app.ts';
import { parts } from '../../support/test-host.ts';

const SCRIPT = join(import.meta.dirname, 'desk-process.ts');

/** What can be asked for: a service and its function, as `statements.save`. */
export type ServiceName = { [Subject in keyof App]: `${Subject}.${Extract<keyof App[Subject], string>}` }[keyof App];

export interface Answer<T = unknown> {
  readonly ok: boolean;
  readonly value?: T;
  /** Code of the refusal, or `unexpected`. */
  readonly code?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}
export interface User {
  readonly uid: number;
  readonly gid: number;
}

export interface Desk {
  readonly child: ChildProcessWithoutNullStreams;
  /** Answers so far, in the order of the orders. */
  readonly answers: readonly Answer[];
  /** Settles when the program is loaded and waits. */
  readonly ready: Promise<void>;
  /** Settles when the process is gone and everything it wrote has been read. */
  readonly ended: Promise<unknown>;
  errors(): string;
  order<T = unknown>(order: object): Promise<Answer<T>>;
  /** Calls a service; a refusal is an error of the test. */
  call<T = unknown>(name: ServiceName, ...args: readonly unknown[]): Promise<T>;
  /** Closes the database and ends the process in good order. */
  end(): Promise<void>;
}

function parsed(line: string): (Answer & { ready?: true }) | null {
  try {
    return JSON.parse(line) as Answer & { ready?: true };
  } catch {
    return null;
  }
}

export function startDesk(user?: User, script = SCRIPT): Desk {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    ...(user && { uid: user.uid, gid: user.gid }),
    cwd: '/',
    env: { ...process.env, STELLWERK_TEST_PARTS: parts },
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  // A killed process takes no more orders.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout });
  const ended = Promise.all([once(child, 'close'), once(lines, 'close')]);
  const answers: Answer[] = [];
  const waiting: ((answer: Answer) => void)[] = [];
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve;
    void ended.then(() => reject(new Error(`the desk ended: ${errors}`)));
  });
  ready.catch(() => undefined);
  lines.on('line', (line) => {
    const answer = parsed(line);
    // The last line of a killed process may be half a promise, which is none.
    if (!answer) return;
    if (answer.ready) return isReady();
    answers.push(answer);
    waiting.shift()?.(answer);
  });
  void ended.then(() => {
    for (const tell of waiting) tell({ ok: false, code: 'ended', details: { errors } });
  });
  const order = <T>(what: object): Promise<Answer<T>> =>
    new Promise((resolve) => {
      waiting.push(resolve as (answer: Answer) => void);
      child.stdin.write(`${JSON.stringify(what)}\n`);
    });
  return {
    child,
    answers,
    ready,
    ended,
    errors: () => errors,
    order,
    call: async <T>(name: string, ...args: readonly unknown[]) => {
      const answer = await order<T>({ call: name, args });
      if (!answer.ok) throw new Error(`${name}: ${answer.code ?? ''} ${JSON.stringify(answer.details)}`);
      return answer.value as T;
    },
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** A desk that has the folder open. */
export async function deskAt(folder: string, user?: User): Promise<Desk> {
  const desk = startDesk(user);
  await desk.ready;
  const answer = await desk.order({ open: folder });
  if (!answer.ok) throw new Error(`the desk did not open ${folder}: ${answer.code ?? ''}`);
  return desk;
}
