/** Begins the statement on a paper and goes there. Pressed twice, it begins one. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';

/** `like`: an earlier statement it begins with. */
export function useStartStatement(): (answeredId: string, like?: string) => Promise<void> {
  const { client, queries } = useCore();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const isBeginning = useRef(false);
  return async (answers, like) => {
    if (isBeginning.current) return;
    isBeginning.current = true;
    try {
      const draft = await client.statements.create({
        id: newId(),
        answers,
        name: null,
        leadUnit: null,
        number: null,
        like: like ?? null,
      });
      await queryClient.invalidateQueries({ queryKey: queries.papers.key() });
      await navigate({ to: '/stellungnahme/$id', params: { id: draft.id } });
    } finally {
      isBeginning.current = false;
    }
  };
}
