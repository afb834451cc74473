/** Unfinished work of a window: kept from the first keystroke, although it is no record yet. The text is the window's own. */
import type { Ports } from '../ports/ports.ts';
import { requireUnchanged } from '../unchanged.ts';

/** SHA-256 of the text that waits (hexadecimal), null where nothing does. */
export type UnfinishedMark = string | null;

export interface UnfinishedService {
  read(place: string): Promise<{ text: string | null; mark: UnfinishedMark }>;
  /**
   * Null forgets what waited there. `read` is the mark of what was read or kept there last: another window of the same person may have
   * written meanwhile, then it refuses with `conflict`.
   */
  keep(input: {
    readonly place: string;
    readonly text: string | null;
    readonly read: UnfinishedMark;
  }): Promise<{ mark: UnfinishedMark }>;
}

export function unfinishedService({ database, sha256 }: Pick<Ports, 'database' | 'sha256'>): UnfinishedService {
  const markOf = (text: string | null): UnfinishedMark => (text === null ? null : sha256(text));
  return {
    read: async (place) => {
      const text = await database.read((stores) => stores.unfinished.at(place));
      return { text, mark: markOf(text) };
    },
    keep: ({ place, text, read }) =>
      database.write(async (stores) => {
        const mark = markOf(text);
        requireUnchanged({ read, stored: markOf(await stores.unfinished.at(place)), wanted: mark });
        if (text === null) await stores.unfinished.remove(place);
        else await stores.unfinished.put(place, text);
        return { mark };
      }),
  };
}
