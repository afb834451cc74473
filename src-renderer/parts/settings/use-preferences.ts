/** How this installation looks and behaves; changed at once and kept. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
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
  const { mutation, show } = useMemo(
    () =>
      preferenceChanges(cache, queries.settings.preferences.queryKey(), (part) => client.settings.setPreferences(part)),
    [cache, client, queries],
  );
  const { mutate } = useMutation(mutation);
  // The same from one drawing to the next: what stands beside a text must not be drawn with every key.
  const change = useCallback(
    (wanted: PreferencesChange) => {
      const part = show(wanted);
      if (part) mutate(part);
    },
    [mutate, show],
  );
  return { preferences: data, change };
}
