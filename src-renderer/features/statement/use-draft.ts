/** The draft store of one statement, fed by the core and by what other windows do. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { StatementDraft } from '../../../src-main/contract/statement/shapes.ts';
import { useCore } from '../../data/core.ts';
import { onChanges } from '../../data/changes.ts';
import { draftSessions } from './draft-sessions.ts';
import type { DraftStore, DraftView } from '../../parts/statement/draft-store.ts';

export function useDraft(draft: StatementDraft): { store: DraftStore; view: DraftView } {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const [store] = useState(() => draftSessions.resume(client, draft));
  const view = useSyncExternalStore(store.subscribe, store.view);

  useEffect(() => store.own.stay(), [store]);
  useEffect(() => void store.recall(), [store]);
  useEffect(() => {
    const leave = (): void => void store.flush();
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    const stop = onChanges(() => void store.refresh().catch(() => undefined));
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
      stop();
      void store
        .flush()
        .then(() =>
          queryClient.invalidateQueries({ queryKey: queries.statements.get.key({ input: { ref: draft.id } }) }),
        );
    };
  }, [draft.id, queries, queryClient, store]);

  return { store, view };
}
