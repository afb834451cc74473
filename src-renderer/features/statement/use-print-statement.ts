import { useCallback } from 'react';
import { problemOf, useCore } from '../../data/core.ts';
import { printPages, printSentence } from '../../data/print-pages.ts';
import type { DraftStore } from '../../parts/statement/draft-store.ts';

/** Prints the form sheet as it is stored; what was typed last is stored first. `tell` gets null when it begins. */
export function usePrintStatement(
  id: string,
  store: Pick<DraftStore, 'saved'>,
  tell: (done: string | null, problem: string | null) => void,
): () => void {
  const core = useCore();
  return useCallback((): void => {
    tell(null, null);
    store
      .saved()
      .then(() => printPages(core, { kind: 'document', ref: id, document: 'form-sheet' }))
      .then((outcome) => tell(printSentence(outcome), null))
      .catch((error: unknown) => tell(null, problemOf(error).sentence));
  }, [core, id, store, tell]);
}
