/** Pages put their state into the status bar, which belongs to the frame. */
import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

const SlotContext = createContext<HTMLElement | null>(null);
export const StatusSlotProvider = SlotContext.Provider;

export function StatusSlot({ children }: { readonly children: ReactNode }) {
  const slot = useContext(SlotContext);
  return slot && createPortal(children, slot);
}
