/** Who a call comes from: the rows it writes and the log name them. Without another caller it is whoever runs the program. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { currentUserName } from '../adapters/files/data-folder.ts';

const calling = new AsyncLocalStorage<string>();

export const callerName = (): string => calling.getStore() ?? currentUserName();

/** Undefined: whoever runs the program. */
export const asCaller = <T>(name: string | undefined, work: () => T): T =>
  name === undefined ? work() : calling.run(name, work);
