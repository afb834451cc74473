/** The distribution of a paper as it is edited: saved a moment after the last change, one save at a time. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Distribution, DistributionEntry } from '../../../src-main/contract/distribution/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { putAnswer } from '../../data/put-answer.ts';

const SAVE_AFTER_MS = 400;

export interface DistributionView {
  readonly distribution: Distribution | undefined;
  /** What is being written; rows without a recipient are not saved. */
  readonly entries: readonly DistributionEntry[];
  readonly problem: string | null;
  readonly change: (entries: readonly DistributionEntry[]) => void;
  /** Settles when everything is saved; rejects when it could not be, so that nothing goes out to others than are shown. */
  readonly flush: () => Promise<void>;
  /** Reads again what the core knows, such as what was sent. */
  readonly refresh: () => Promise<unknown>;
}

export function useDistribution(ref: string): DistributionView {
  const { client, queries } = useCore();
  const cache = useQueryClient();
  const options = queries.distribution.get.queryOptions({ input: { ref }, staleTime: 0 });
  const { data, error, refetch } = useQuery(options);
  const [draft, setDraft] = useState<readonly DistributionEntry[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const waiting = useRef<readonly DistributionEntry[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const revision = useRef(0);
  useEffect(() => {
    if (data) revision.current = data.revision;
  }, [data]);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const saved = saving.current.then(async () => {
      const entries = waiting.current?.filter(({ recipient }) => recipient.name.trim() !== '');
      if (!entries) return;
      waiting.current = null;
      try {
        const answer = await client.distribution.save({
          ref,
          expectedRevision: revision.current,
          entries: entries.map((entry) => ({ ...entry, recipient: { ...entry.recipient } })),
        });
        revision.current = answer.revision;
        putAnswer(cache, options.queryKey, answer);
        setProblem(null);
        // The suggestion came back: it is shown instead of the empty list.
        if (!answer.isStored) setDraft(null);
      } catch (failure) {
        setProblem(problemOf(failure).sentence);
        setDraft(null);
        await refetch();
        throw failure;
      }
    });
    saving.current = saved.catch(() => undefined);
    return saved;
  }, [cache, client, options.queryKey, ref, refetch]);

  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  }, [flush]);
  // What goes wrong here is shown by the page; who waits for `flush` hears of it as well.
  const settle = (): void => void latest.current().catch(() => undefined);
  useEffect(() => () => void latest.current().catch(() => undefined), []);

  return {
    distribution: data,
    entries: draft ?? data?.entries ?? [],
    problem: problem ?? (error ? problemOf(error).sentence : null),
    change: (entries) => {
      setDraft(entries);
      waiting.current = entries;
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, SAVE_AFTER_MS);
    },
    flush,
    refresh: refetch,
  };
}
