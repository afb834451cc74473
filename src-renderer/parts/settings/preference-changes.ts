/** Changes of what this installation remembers: shown at once, sent in their order, read again only when all of them are kept. */
import type { MutationObserverOptions, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Preferences, PreferencesPart } from '../../../src-main/contract/settings/shapes.ts';

const MUTATION = ['preferences'];

/** A part, or how it follows from what is remembered by then. */
export type PreferencesChange = PreferencesPart | ((last: Preferences) => PreferencesPart);

interface PreferenceChanges {
  readonly mutation: MutationObserverOptions<unknown, Error, PreferencesPart>;
  /** Shows the change and answers what to send; null when nothing has been read yet to change from. */
  readonly show: (change: PreferencesChange) => PreferencesPart | null;
}

/**
 * @param key under which the cache holds the `Preferences`
 * @param send keeps one part; what it rejects with stays the mutation's error
 */
export function preferenceChanges(
  cache: QueryClient,
  key: QueryKey,
  send: (part: PreferencesPart) => Promise<unknown>,
): PreferenceChanges {
  return {
    mutation: {
      mutationKey: MUTATION,
      scope: { id: MUTATION.join() },
      mutationFn: send,
      // An answer read between two changes knows only the first and would take the second back.
      onSettled: async () => {
        if (cache.isMutating({ mutationKey: MUTATION }) === 1) await cache.invalidateQueries({ queryKey: key });
      },
    },
    show: (change) => {
      const last = cache.getQueryData<Preferences>(key);
      if (!last) return typeof change === 'function' ? null : change;
      const part = typeof change === 'function' ? change(last) : change;
      void cache.cancelQueries({ queryKey: key }, { revert: false, silent: true });
      cache.setQueryData<Preferences>(key, { ...last, ...part });
      return part;
    },
  };
}
