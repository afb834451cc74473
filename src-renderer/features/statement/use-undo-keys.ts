/** Strg+Z and Strg+Y mean the statement's own order of steps, wherever the cursor stands. */
import { type RefObject, useEffect } from 'react';
import type { DraftStore } from '../../parts/statement/draft-store.ts';

export function useUndoKeys(page: RefObject<HTMLElement | null>, store: DraftStore): void {
  useEffect(() => {
    const element = page.current;
    if (!element) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && !isRedo) return;
      // Places that are saved apart from the statement undo on their own.
      if (event.target instanceof Element && event.target.closest('[data-own-undo]')) return;
      event.preventDefault();
      event.stopPropagation();
      void (isRedo ? store.redo() : store.undo());
    };
    // Where a button went with what it did, the focus is nowhere: the step back is meant all the same.
    const onLost = (event: KeyboardEvent): void => {
      if (event.target === document.body) onKey(event);
    };
    element.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('keydown', onLost, { capture: true });
    return () => {
      element.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('keydown', onLost, { capture: true });
    };
  }, [page, store]);
}
