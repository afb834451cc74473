/** Questions and answers between the double's main process and the test that holds its page. */
type Values = Readonly<Record<string, any>>;
export type Handlers = Readonly<Record<string, (value: any) => unknown>>;

export interface Message {
  readonly id: number;
  readonly ask?: string;
  readonly value?: unknown;
  readonly failure?: string;
}

export interface Peer {
  ask(what: string, value: Values): Promise<any>;
  receive(message: Message): Promise<void>;
}

export function createPeer(post: (message: Message) => void, handlers: Handlers): Peer {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  return {
    ask: (ask, value) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
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
        post({ id, value: await handler(value) });
      } catch (error) {
        post({ id, failure: String(error) });
      }
    },
  };
}
