/** Unfinished work of a page: kept by the core shortly after every change, so that leaving, a crash or a restart loses nothing. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type * as z from 'zod';
import { onChanges } from './changes.ts';
import { useCore } from './core.ts';
import { keeperAt, type KeptState } from './unfinished-keeper.ts';

export type { KeptState } from './unfinished-keeper.ts';

export interface FoundUnfinished<T> {
  /** Null where nothing waits, or nothing that can still be read. */
  readonly value: T | null;
}

/** Undefined while it is being read. */
export function useFoundUnfinished<T>(place: string, schema: z.ZodType<T>): FoundUnfinished<T> | undefined {
  const { client, queries } = useCore();
  const query = useQuery({
    queryKey: queries.unfinished.read.queryKey({ input: { place } }),
    queryFn: () => keeperAt(client, place).begin(),
    staleTime: 0,
    gcTime: 0,
    // What the page goes on from must be what it shows.
    refetchOnReconnect: false,
  });
  if (query.isError) return { value: null };
  if (!query.isSuccess || !query.isFetchedAfterMount) return undefined;
  try {
    return { value: schema.parse(JSON.parse(query.data ?? 'null')) };
  } catch {
    return { value: null };
  }
}

export interface UnfinishedKeeper<T> {
  readonly keep: (value: T) => void;
  readonly forget: () => void;
  readonly state: KeptState;
  /** What another window wrote here gives way to what is shown. */
  readonly keepMine: () => void;
  /** What is shown gives way to what another window wrote; `onOther` is called. */
  readonly takeTheirs: () => void;
}

/** `onOther`: somebody else changed what waits here, and nothing of one's own is in its way; the page reads it anew. */
export function useKeepUnfinished<T>(place: string, onOther: () => void): UnfinishedKeeper<T> {
  const { client } = useCore();
  const keeper = keeperAt(client, place);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  useEffect(() => keeper.stay(), [keeper]);
  useEffect(() => onChanges(() => void keeper.look().then((isOther) => isOther && onOther())), [keeper, onOther]);
  const [actions] = useState(() => ({
    keep: (value: T) => keeper.put(JSON.stringify(value)),
    forget: () => keeper.put(null),
    keepMine: () => void keeper.keepMine(),
  }));
  return {
    ...actions,
    state,
    takeTheirs: () => {
      keeper.letGo();
      onOther();
    },
  };
}
