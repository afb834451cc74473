/** Whether the handbook is open, and where. F1 opens it at the place that fits, and closes it again. */
import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { helpAround, pageAnchor } from './place-anchor.ts';

/** A menu or a calendar holds the cursor as long as it is open; it closes by its own key. */
function closePopover(focused: Element | null): void {
  if (focused?.closest('.popover')) {
    focused.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  }
}

const PANEL = '[data-region="handbook"]';

export interface OpenHandbook {
  readonly anchor: string;
  /** Counts the openings: the same place asked for again is a new wish. */
  readonly visit: number;
}

export interface HandbookState {
  readonly open: OpenHandbook | null;
  /** At the place that fits the page; closes the handbook when that is what it shows. */
  readonly toggle: () => void;
  readonly close: () => void;
}

/** @param onOpen closes what lies over the page, so that the handbook can be read. */
export function useHandbook(hasOffice: boolean, onOpen: () => void): HandbookState {
  const router = useRouter();
  const [open, setOpen] = useState<OpenHandbook | null>(null);
  /** Where the cursor was in the page, and is again after reading. */
  const before = useRef<HTMLElement | null>(null);

  const close = (): void => {
    const isInside = document.activeElement?.closest(PANEL);
    setOpen(null);
    if (isInside && before.current?.isConnected) before.current.focus();
  };
  const show = (focused: Element | null): void => {
    const match = router.state.matches.at(-1);
    const area = (match?.params as { readonly area?: string } | undefined)?.area;
    const anchor = helpAround(focused) ?? pageAnchor({ path: match?.fullPath ?? '', area, hasOffice });
    if (open && (focused?.closest(PANEL) || open.anchor === anchor)) {
      close();
      return;
    }
    closePopover(focused);
    onOpen();
    setOpen({ anchor, visit: (open?.visit ?? 0) + 1 });
  };
  const onKey = useEffectEvent(() => show(document.activeElement));

  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'F1' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      onKey();
    };
    const focused = ({ target }: FocusEvent): void => {
      const isInPage = target instanceof HTMLElement && target.closest('.frame') && !target.closest(PANEL);
      if (isInPage) before.current = target;
    };
    // Before the page: fields and menus keep keys to themselves.
    window.addEventListener('keydown', pressed, true);
    window.addEventListener('focusin', focused);
    return () => {
      window.removeEventListener('keydown', pressed, true);
      window.removeEventListener('focusin', focused);
    };
  }, []);

  return { open, toggle: () => show(null), close };
}
