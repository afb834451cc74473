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

/** Sends to the other side; `failed` hears that it had ended before it could be told. */
type Post = (message: Message, failed: (error: Error) => void) => void;

/** Nobody is left who waits for an answer. */
const unheard = (): void => undefined;

export function createPeer(post: Post, handlers: Handlers): Peer {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  return {
    ask: <T>(ask: string, value: Values) =>
      new Promise<T>((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve: (answer) => resolve(answer as T), reject });
        const id = last;
        post({ id, ask, value }, (error) => {
          waiting.delete(id);
          reject(error);
        });
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
        post({ id, value: await handler(value as never) }, unheard);
      } catch (error) {
        post({ id, failure: String(error) }, unheard);
      }
    },
  };
}
