/** Inner width of an element in CSS pixels, as it changes. */
import { type RefObject, useEffect, useState } from 'react';

export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(400);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const observer = new ResizeObserver(([entry]) => setRoom(Math.round(entry?.contentRect.width ?? 400)));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
