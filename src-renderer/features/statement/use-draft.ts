/** The draft store of one statement, fed by the core and by what other windows do. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { StatementDraft } from '../../../src-main/contract/statement/shapes.ts';
import { useCore } from '../../data/core.ts';
import { onChanges } from '../../data/changes.ts';
import { keepOverReload, takeAfterReload } from './words-over-reload.ts';
import { draftSessions } from './draft-sessions.ts';
import type { DraftStore, DraftView } from '../../parts/statement/draft-store.ts';

export function useDraft(draft: StatementDraft): { store: DraftStore; view: DraftView } {
  const { client, queries, connection } = useCore();
  const queryClient = useQueryClient();
  const [store] = useState(() => draftSessions.resume(client, draft, connection));
  const view = useSyncExternalStore(store.subscribe, store.view);

  useEffect(() => store.own.stay(), [store]);
  useEffect(() => {
    const kept = takeAfterReload(store.view().draft.id);
    if (kept) store.bringBack(kept.content, kept.revision);
    else void store.recall();
  }, [store]);
  useEffect(() => {
    const leave = (): void => void store.flush();
    const hide = (): void => {
      leave();
      const { content, draft: base } = store.view();
      if (store.isDirty() && connection.state() === 'lost') keepOverReload(base.id, base.revision, content);
    };
    window.addEventListener('pagehide', hide);
    window.addEventListener('blur', leave);
    const stop = onChanges(() => void store.refresh().catch(() => undefined));
    return () => {
      window.removeEventListener('pagehide', hide);
      window.removeEventListener('blur', leave);
      stop();
      void store
        .flush()
        .then(() =>
          queryClient.invalidateQueries({ queryKey: queries.statements.get.key({ input: { ref: draft.id } }) }),
        );
    };
  }, [connection, draft.id, queries, queryClient, store]);

  return { store, view };
}
