/** What a change answered is put where reads of the same thing are kept. */
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * A read on its way was perhaps answered before the change and would tell the state of that time: it is given up and
 * asked anew.
 */
export function putAnswer(cache: QueryClient, queryKey: QueryKey, answer: unknown): void {
  const isReading = cache.getQueryState(queryKey)?.fetchStatus === 'fetching';
  if (isReading) void cache.cancelQueries({ queryKey, exact: true }, { revert: false, silent: true });
  cache.setQueryData(queryKey, answer);
  if (isReading) void cache.invalidateQueries({ queryKey, exact: true });
}
