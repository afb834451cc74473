/** Pages put their state into the status bar, which belongs to the frame. */
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

export const STATUS_SLOT = 'status-slot';

export function StatusSlot({ children }: { readonly children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useEffect(() => setSlot(document.getElementById(STATUS_SLOT)), []);
  return slot && createPortal(children, slot);
}
