/** The papers of a meeting: what is moved or numbered here shows at once and is kept in the order it happened. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MeetingPaper } from '../../../src-main/contract/meeting.ts';
import { problemOf, useCore } from '../../data/core.ts';

export interface Agenda {
  readonly papers: readonly MeetingPaper[];
  readonly isRead: boolean;
  readonly problem: string | null;
  readonly clearProblem: () => void;
  readonly move: (id: string, by: 1 | -1) => void;
  readonly setNumber: (id: string, number: string) => void;
}

const itemsOf = (papers: readonly MeetingPaper[]) => papers.map(({ id, number }) => ({ paperId: id, number }));

export function useAgenda(ref: string): Agenda {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const query = useQuery(queries.meetings.papers.queryOptions({ input: { ref } }));
  const [mine, setMine] = useState<readonly MeetingPaper[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const latest = useRef<readonly MeetingPaper[] | null>(null);
  const stored = query.data?.papers ?? [];
  const now = (): readonly MeetingPaper[] => latest.current ?? stored;

  const change = (papers: readonly MeetingPaper[]): void => {
    const read = itemsOf(now());
    latest.current = papers;
    setMine(papers);
    setRefused(null);
    const settle = (): void => {
      // A newer change is still on its way.
      if (latest.current !== papers) return;
      latest.current = null;
      setMine(null);
    };
    client.meetings
      .order({ ref, papers: itemsOf(papers), read })
      .then((answer) => {
        queryClient.setQueryData(queries.meetings.papers.queryKey({ input: { ref } }), answer);
        settle();
      })
      .catch((error: unknown) => {
        setRefused(problemOf(error).sentence);
        settle();
        void queryClient.invalidateQueries({ queryKey: queries.meetings.papers.key({ input: { ref } }) });
      });
  };

  return {
    papers: mine ?? stored,
    isRead: query.isSuccess,
    problem: refused ?? (query.error ? problemOf(query.error).sentence : null),
    clearProblem: () => setRefused(null),
    move: (id, by) => {
      const papers = [...now()];
      const at = papers.findIndex((paper) => paper.id === id);
      const to = at + by;
      const [paper] = at === -1 || to < 0 || to >= papers.length ? [] : papers.splice(at, 1);
      if (!paper) return;
      papers.splice(to, 0, paper);
      change(papers);
    },
    setNumber: (id, number) => {
      const papers = now();
      if (papers.every((paper) => paper.id !== id || paper.number === number)) return;
      change(papers.map((paper) => (paper.id === id ? { ...paper, number } : paper)));
    },
  };
}
