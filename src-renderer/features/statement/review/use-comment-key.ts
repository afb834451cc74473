/** Umschalt+F2 begins a comment at the words that are selected, as in other office programs; no sign is typed with it. */
import { type RefObject, useEffect, useRef } from 'react';

export function useCommentKey(page: RefObject<HTMLElement | null>, begin: (() => void) | null): void {
  const act = useRef(begin);
  useEffect(() => {
    act.current = begin;
  });
  useEffect(() => {
    const element = page.current;
    if (!element) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F2' || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!act.current || !(event.target instanceof Element) || !event.target.closest('.writing')) return;
      event.preventDefault();
      act.current();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [page]);
}
