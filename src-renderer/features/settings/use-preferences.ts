/** How this installation looks and behaves; changed at once and kept. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Preferences } from '../../../src-main/contract/settings.ts';
import { useCore } from '../../data/core.ts';

export function usePreferences(): {
  readonly preferences: Preferences | undefined;
  readonly change: (part: Partial<Preferences>) => void;
} {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const key = queries.settings.preferences.queryKey();
  const { data } = useQuery(queries.settings.preferences.queryOptions());
  const save = useMutation({
    mutationFn: (part: Partial<Preferences>) => client.settings.setPreferences(part),
    onMutate: (part) => {
      queryClient.setQueryData<Preferences>(key, (last) => last && { ...last, ...part });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  });
  return { preferences: data, change: (part) => save.mutate(part) };
}
