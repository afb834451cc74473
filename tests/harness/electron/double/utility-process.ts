/** Electron's utility process: a process of Node stands in; the port that Electron gives it is made of its channel (utility-port.ts). */
import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';

export interface UtilityOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly stdio?: unknown;
}
export class UtilityProcess extends EventEmitter {
  private readonly child: ChildProcess;
  constructor(entry: string, args: readonly string[], { env, cwd }: UtilityOptions) {
    super();
    this.child = fork(entry, args, {
      execArgv: ['--no-warnings', '--import', join(import.meta.dirname, 'utility-port.ts')],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      ...(env && { env }),
      ...(cwd !== undefined && { cwd }),
    });
    this.child.on('message', (message) => this.emit('message', message));
    this.child.once('exit', (code) => this.emit('exit', code ?? 1));
  }
  get pid(): number | undefined {
    return this.child.pid;
  }
  postMessage(message: object): void {
    // As in Electron: what has ended hears nothing, and nothing happens.
    this.child.send(message, () => undefined);
  }
  kill(): boolean {
    return this.child.kill('SIGKILL');
  }
}
