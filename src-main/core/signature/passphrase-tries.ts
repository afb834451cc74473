/** Three wrong passphrases for one key file bring a pause, across windows and command lines of this installation. */
import * as z from 'zod';
import { Refusal } from '../../contract/shared/errors.ts';
import type { Database } from '../ports/ports.ts';

const KEY = 'passphraseTries';
const MOST_TRIES = 3;
const PAUSE_MS = 60_000;

const triesSchema = z.record(z.string(), z.object({ count: z.number(), until: z.string().nullable() })).catch({});
type Tries = z.infer<typeof triesSchema>;

export interface PassphraseTries {
  /** Runs the attempt unless a pause holds; refuses with `passphrase-pause` instead of asking the key again. */
  guard<T>(file: { readonly fileName: string; readonly digest: string }, attempt: () => Promise<T>): Promise<T>;
}

export function passphraseTries(database: Database, now: () => string): PassphraseTries {
  const read = (): Promise<Tries> =>
    database.read(async (stores) => triesSchema.parse((await stores.preferences.all())[KEY] ?? {}));
  const change = (edit: (tries: Tries) => Tries): Promise<void> =>
    database.write(async (stores) => {
      const current = triesSchema.parse((await stores.preferences.all())[KEY] ?? {});
      await stores.preferences.put(KEY, edit(current));
    });
  return {
    guard: async ({ fileName, digest }, attempt) => {
      const before = (await read())[digest];
      const waitMs = before?.until ? Date.parse(before.until) - Date.parse(now()) : 0;
      // A clock that was set back must not lock anybody out for longer than the pause.
      if (waitMs > 0 && waitMs <= PAUSE_MS)
        throw new Refusal('passphrase-pause', { file: fileName, seconds: String(Math.ceil(waitMs / 1000)) });
      try {
        const result = await attempt();
        if (before) await change(({ [digest]: _, ...rest }) => rest);
        return result;
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'passphrase-wrong') throw error;
        await change((tries) => {
          const count = (tries[digest]?.count ?? 0) + 1;
          const isPause = count >= MOST_TRIES;
          const until = isPause ? new Date(Date.parse(now()) + PAUSE_MS).toISOString() : null;
          return { ...tries, [digest]: { count: isPause ? 0 : count, until } };
        });
        throw error;
      }
    },
  };
}
