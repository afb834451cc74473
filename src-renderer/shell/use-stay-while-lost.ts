/**
 * While nobody answers, the window stays where it is: another page would be empty, a reload would leave the browser's own grey page, and
 * what was typed would be gone with this one.
 */
import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useCore } from '../data/core.ts';

const isReload = (event: KeyboardEvent): boolean =>
  event.key === 'F5' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r');

/** A click that would open a window of its own. */
const opensWindow = (event: MouseEvent): boolean =>
  (event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1) &&
  event.target instanceof Element &&
  event.target.closest('a[href]') !== null;

export function useStayWhileLost(): void {
  const { connection } = useCore();
  useBlocker({
    // Filters and opened parts of one page are no other page.
    shouldBlockFn: ({ current, next }) => connection.state() === 'lost' && current.pathname !== next.pathname,
    enableBeforeUnload: false,
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (connection.state() === 'lost' && isReload(event)) event.preventDefault();
    };
    const onClick = (event: MouseEvent): void => {
      if (connection.state() === 'lost' && opensWindow(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('click', onClick, true);
    window.addEventListener('auxclick', onClick, true);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('click', onClick, true);
      window.removeEventListener('auxclick', onClick, true);
    };
  }, [connection]);
}
