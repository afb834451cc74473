/** What was typed into fields that take a date at once and is none: it waits here, so that leaving a page loses no sign of it. */
import { useCallback, useSyncExternalStore } from 'react';

interface Waiting {
  readonly text: string;
  /** The value that stood there then: when another one comes, the text has had its day. */
  readonly beside: string | null;
}

const waiting = new Map<string, Waiting>();
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether something unreadable waits in a field whose place begins like this. */
export const hasUnreadText = (places: string): boolean => [...waiting.keys()].some((place) => place.startsWith(places));

export function useUnreadText(place: string, value: string | null): readonly [string, (text: string) => void] {
  const found = useSyncExternalStore(subscribe, () => waiting.get(place));
  const keep = useCallback(
    (text: string): void => {
      if (text === '') waiting.delete(place);
      else waiting.set(place, { text, beside: value });
      for (const listener of listeners) listener();
    },
    [place, value],
  );
  return [found?.beside === value ? found.text : '', keep];
}
