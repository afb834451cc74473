/** Questions and answers between the double's main process and the test that holds its page. */
type Values = Readonly<Record<string, unknown>>;
export type Handlers = Readonly<Record<string, (value: never) => unknown>>;

export interface Message {
  readonly id: number;
  readonly ask?: string;
  readonly value?: unknown;
  readonly failure?: string;
}

export interface Peer {
  /** `T` is what the other side is known to answer. */
  ask<T>(what: string, value: Values): Promise<T>;
  receive(message: Message): Promise<void>;
}

export function createPeer(post: (message: Message) => void, handlers: Handlers): Peer {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  return {
    ask: <T>(ask: string, value: Values) =>
      new Promise<T>((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve: (answer) => resolve(answer as T), reject });
        post({ id: last, ask, value });
      }),
    receive: async ({ id, ask, value, failure }) => {
      if (ask === undefined) {
        const question = waiting.get(id);
        waiting.delete(id);
        if (failure === undefined) question?.resolve(value);
        else question?.reject(new Error(failure));
        return;
      }
      try {
        const handler = handlers[ask];
        if (!handler) throw new Error(`nobody answers ${ask}`);
        post({ id, value: await handler(value as never) });
      } catch (error) {
        post({ id, failure: String(error) });
      }
    },
  };
}
