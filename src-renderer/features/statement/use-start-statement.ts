/** Begins the statement on a paper and goes there. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';

export function useStartStatement(): (answeredId: string) => Promise<void> {
  const { client, queries } = useCore();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async (answers) => {
    const draft = await client.statements.create({ id: newId(), answers, name: null, leadUnit: null, number: null });
    await queryClient.invalidateQueries({ queryKey: queries.papers.key() });
    await navigate({ to: '/stellungnahme/$id', params: { id: draft.id } });
  };
}
