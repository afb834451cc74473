/** Calls `save` shortly after the last change, and at once when the page is left. */
import { useEffect, useRef } from 'react';

const SAVE_AFTER_MS = 700;

export function useAutosave(value: unknown, isWanted: boolean, save: () => void): void {
  const latest = useRef({ isWanted, save });
  useEffect(() => {
    latest.current = { isWanted, save };
  });
  useEffect(() => {
    if (!isWanted) return undefined;
    const timer = setTimeout(() => latest.current.save(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isWanted, value]);
  useEffect(() => {
    const leave = (): void => {
      if (latest.current.isWanted) latest.current.save();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}
