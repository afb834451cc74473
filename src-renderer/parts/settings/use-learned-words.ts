/** Words that the check of spelling was taught, by any window; taught and forgotten one by one, so that no other is lost. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { Preferences } from '../../../src-main/contract/settings/shapes.ts';
import { onChanges } from '../../data/changes.ts';
import { useCore } from '../../data/core.ts';

export function useLearnedWords(): {
  readonly learned: readonly string[] | undefined;
  readonly teach: (word: string, isKnown: boolean) => void;
} {
  const { client, queries } = useCore();
  const cache = useQueryClient();
  const { data } = useQuery(queries.settings.preferences.queryOptions());
  useEffect(
    () => onChanges(() => void cache.invalidateQueries({ queryKey: queries.settings.preferences.key() })),
    [cache, queries],
  );
  const teach = useCallback(
    (word: string, isKnown: boolean): void => {
      const key = queries.settings.preferences.queryKey();
      // Shown at once; what is kept is shown when the answer is there.
      cache.setQueryData<Preferences>(key, (last) => {
        if (!last) return last;
        const others = last.learnedWords.filter((known) => known !== word);
        return { ...last, learnedWords: isKnown ? [...others, word] : others };
      });
      void client.settings
        .teachWord({ word, isKnown })
        .then((kept) => cache.setQueryData<Preferences>(key, kept))
        .catch(() => cache.invalidateQueries({ queryKey: key }));
    },
    [cache, client, queries],
  );
  return { learned: data?.learnedWords, teach };
}
