/** Handlers that stay the same from one drawing to the next and do what was handed over last: what is drawn only when its values change takes them. */
import { useEffect, useState } from 'react';

type Handlers = Readonly<Record<string, (...args: never[]) => unknown>>;

class Latest<T extends Handlers> {
  #handlers: T;
  readonly stable: T;

  constructor(handlers: T) {
    this.#handlers = handlers;
    const calls = Object.keys(handlers).map((name) => [name, (...args: never[]) => this.#handlers[name]?.(...args)]);
    this.stable = Object.fromEntries(calls) as T;
  }

  take(handlers: T): void {
    this.#handlers = handlers;
  }
}

export function useStable<T extends Handlers>(handlers: T): T {
  const [latest] = useState(() => new Latest(handlers));
  useEffect(() => latest.take(handlers));
  return latest.stable;
}
