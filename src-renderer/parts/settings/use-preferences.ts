/** How this installation looks and behaves; changed at once and kept. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Preferences } from '../../../src-main/contract/settings/shapes.ts';
import { useCore } from '../../data/core.ts';
import { preferenceChanges, type PreferencesChange } from './preference-changes.ts';

export function usePreferences(): {
  readonly preferences: Preferences | undefined;
  readonly change: (change: PreferencesChange) => void;
} {
  const { client, queries } = useCore();
  const cache = useQueryClient();
  const { data } = useQuery(queries.settings.preferences.queryOptions());
  const { mutation, show } = preferenceChanges(cache, queries.settings.preferences.queryKey(), (part) =>
    client.settings.setPreferences(part),
  );
  const { mutate } = useMutation(mutation);
  return {
    preferences: data,
    change: (change) => {
      const part = show(change);
      if (part) mutate(part);
    },
  };
}
