/** F6 and Shift+F6 go from region to region, also out of a table in the text, where the tab key belongs to the table. */
import { useEffect } from 'react';

const REGIONS =
  '[data-region="title"], [data-region="navigation"], .page-head, .toolbar, .pane-body, .table-scroller, .preview-scroller, [data-region="handbook"], [data-region="status"]';
const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), [contenteditable="true"], [tabindex="0"]';

function firstIn(region: Element): HTMLElement | null {
  if (region.matches('[tabindex="0"]')) return region as HTMLElement;
  return (
    Array.from(region.querySelectorAll<HTMLElement>(FOCUSABLE)).find((element) => element.checkVisibility()) ?? null
  );
}

export function useRegionKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey) return;
      const regions = Array.from(document.querySelectorAll(REGIONS)).filter(
        (region) => region.checkVisibility({ visibilityProperty: true }) && firstIn(region) !== null,
      );
      if (regions.length === 0) return;
      event.preventDefault();
      const here = regions.findLastIndex((region) => region.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      const next = regions[(here + step + regions.length) % regions.length];
      if (next) firstIn(next)?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
