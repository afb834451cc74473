/** A program whose reader never comes back: prints the reader's process id and waits to be killed. */
import { fork } from 'node:child_process';
import { join } from 'node:path';

const memoryLimitMb = process.argv[2] ?? '';
const reader = fork(join(import.meta.dirname, 'looping-reader.ts'), [memoryLimitMb], { serialization: 'advanced' });
reader.on('message', (said) => process.stdout.write(`${(said as { pid: number }).pid}\n`));
reader.on('exit', (code, signal) => process.stdout.write(`${signal ?? code}\n`));
reader.send({ id: 1 });
