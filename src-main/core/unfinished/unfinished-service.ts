/** Unfinished work of a window: kept from the first keystroke, although it is no record yet. The text is the window's own. */
import type { Ports } from '../ports.ts';

export interface UnfinishedService {
  /** Null where nothing waits. */
  read(place: string): Promise<string | null>;
  /** Null forgets what waited there. */
  keep(place: string, text: string | null): Promise<void>;
}

export function unfinishedService({ database }: Pick<Ports, 'database'>): UnfinishedService {
  return {
    read: (place) => database.read((stores) => stores.unfinished.at(place)),
    keep: (place, text) =>
      database.write((stores) =>
        text === null ? stores.unfinished.remove(place) : stores.unfinished.put(place, text),
      ),
  };
}
