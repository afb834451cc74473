/** Unfinished work of a page: kept by the core shortly after every change, so that leaving, a crash or a restart loses nothing. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type * as z from 'zod';
import { useCore } from './core.ts';

const KEEP_AFTER_MS = 500;
const AGAIN_AFTER_MS = 5000;

/** What is on its way to the core, by place: whoever comes back at once reads after it. */
const onTheirWay = new Map<string, Promise<void>>();

/** Null where nothing waits, or nothing that can still be read; undefined while it is being read. */
export function useFoundUnfinished<T>(place: string, schema: z.ZodType<T>): T | null | undefined {
  const { client, queries } = useCore();
  const query = useQuery({
    queryKey: queries.unfinished.read.queryKey({ input: { place } }),
    queryFn: async () => {
      await onTheirWay.get(place);
      return client.unfinished.read({ place });
    },
    staleTime: 0,
    gcTime: 0,
  });
  if (query.isError) return null;
  if (!query.isSuccess || !query.isFetchedAfterMount) return undefined;
  try {
    return schema.parse(JSON.parse(query.data ?? 'null'));
  } catch {
    return null;
  }
}

/** What became of the last change. */
export type KeptState = 'idle' | 'waiting' | 'kept' | 'failed';

export interface UnfinishedKeeper<T> {
  readonly keep: (value: T) => void;
  readonly forget: () => void;
  readonly state: KeptState;
}

export function useKeepUnfinished<T>(place: string): UnfinishedKeeper<T> {
  const { client } = useCore();
  const [state, setState] = useState<KeptState>('idle');
  const isShown = useRef(true);
  const flushAgain = useRef<() => void>(() => undefined);
  const waiting = useRef<{ text: string | null; timer: ReturnType<typeof setTimeout> } | null>(null);

  const flush = useCallback((): void => {
    const { current } = waiting;
    if (!current) return;
    clearTimeout(current.timer);
    waiting.current = null;
    const next = (onTheirWay.get(place) ?? Promise.resolve())
      .then(() => client.unfinished.keep({ place, text: current.text }))
      .then(
        () => setState((last) => (waiting.current ? last : current.text === null ? 'idle' : 'kept')),
        () => {
          setState('failed');
          // What is newer takes its place; a page that was left does not insist.
          if (!waiting.current && isShown.current)
            waiting.current = { text: current.text, timer: setTimeout(() => flushAgain.current(), AGAIN_AFTER_MS) };
        },
      )
      .finally(() => {
        if (onTheirWay.get(place) === next) onTheirWay.delete(place);
      });
    onTheirWay.set(place, next);
  }, [client, place]);

  useEffect(() => {
    isShown.current = true;
    flushAgain.current = flush;
    window.addEventListener('pagehide', flush);
    return () => {
      isShown.current = false;
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const put = useCallback(
    (text: string | null, afterMs: number): void => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      setState('waiting');
      waiting.current = { text, timer: setTimeout(flush, afterMs) };
    },
    [flush],
  );
  return {
    keep: useCallback((value: T) => put(JSON.stringify(value), KEEP_AFTER_MS), [put]),
    forget: useCallback(() => put(null, 0), [put]),
    state,
  };
}
