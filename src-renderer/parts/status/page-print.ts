/** Strg+P belongs to the page that is shown: it says what "print" means there. */
import { useEffect } from 'react';

let current: (() => void) | null = null;

/** `print` may change with every render; the newest one counts. */
export function usePagePrint(print: () => void): void {
  useEffect(() => {
    current = print;
    return () => {
      if (current === print) current = null;
    };
  }, [print]);
}

/** False when the page that is shown has nothing to print. */
export function printPage(): boolean {
  current?.();
  return current !== null;
}
