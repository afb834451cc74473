/**
 * Another office, or another state of it, took the place of what was shown. What no page shows at the moment is forgotten: it would be
 * shown first when its page opens, and edited as if it were the present state.
 */
import type { QueryClient } from '@tanstack/react-query';

export async function showOtherData(queryClient: QueryClient): Promise<void> {
  queryClient.removeQueries({ type: 'inactive' });
  await queryClient.invalidateQueries();
}
