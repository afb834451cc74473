/** The papers of a meeting: what is moved or numbered here shows at once and is kept in the order it happened. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { MeetingPaper } from '../../../src-main/contract/meeting/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { putAnswer } from '../../data/put-answer.ts';
import { AgendaChanges } from './agenda-changes.ts';

export interface Agenda {
  readonly papers: readonly MeetingPaper[];
  readonly isRead: boolean;
  readonly problem: string | null;
  readonly clearProblem: () => void;
  /** Whether there was a place to move to. */
  readonly move: (id: string, by: 1 | -1) => boolean;
  readonly setNumber: (id: string, number: string) => void;
}

const itemsOf = (papers: readonly MeetingPaper[]) => papers.map(({ id, number }) => ({ paperId: id, number }));

export function useAgenda(ref: string): Agenda {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const query = useQuery(queries.meetings.papers.queryOptions({ input: { ref } }));
  const [mine, setMine] = useState<readonly MeetingPaper[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const changes = useMemo(() => {
    const key = queries.meetings.papers.queryKey({ input: { ref } });
    return new AgendaChanges({
      kept: () => queryClient.getQueryData(key)?.papers ?? [],
      send: async (papers, read) => {
        setRefused(null);
        const answer = await client.meetings.order({ ref, papers: itemsOf(papers), read: itemsOf(read) });
        putAnswer(queryClient, key, answer);
      },
      show: setMine,
      refused: (error) => {
        setRefused(problemOf(error).sentence);
        void queryClient.invalidateQueries({ queryKey: key });
      },
    });
  }, [client, queries, queryClient, ref]);

  return {
    papers: mine ?? query.data?.papers ?? [],
    isRead: query.isSuccess,
    problem: refused ?? (query.error ? problemOf(query.error).sentence : null),
    clearProblem: () => setRefused(null),
    move: (id, by) => changes.move(id, by),
    setNumber: (id, number) => changes.setNumber(id, number),
  };
}
