/**
 * What was typed into fields that take a date at once and is none: it waits here, so that leaving a page loses no sign of it, nor reloading
 * the window, where the fields beside it keep theirs.
 */
import { useCallback, useSyncExternalStore } from 'react';
import * as z from 'zod';

const KEPT_AT = 'stellwerk-unread-dates';

/** The text, and the value that stood there then: when another one comes, the text has had its day. */
const waitingSchema = z.record(z.string(), z.object({ text: z.string(), beside: z.string().nullable() }));
type Waiting = z.infer<typeof waitingSchema>[string];

function kept(): Map<string, Waiting> {
  try {
    return new Map(Object.entries(waitingSchema.parse(JSON.parse(sessionStorage.getItem(KEPT_AT) ?? '{}'))));
  } catch {
    return new Map();
  }
}

let waiting: Map<string, Waiting> | null = null;
/** Read with the first field that asks. */
const texts = (): Map<string, Waiting> => (waiting ??= kept());
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function keepUnreadText(place: string, text: string, beside: string | null): void {
  if (text === '') texts().delete(place);
  else texts().set(place, { text, beside });
  sessionStorage.setItem(KEPT_AT, JSON.stringify(Object.fromEntries(texts())));
  for (const listener of listeners) listener();
}

/** Empty where nothing waits beside this value. */
export function unreadTextAt(place: string, value: string | null): string {
  const found = texts().get(place);
  return found?.beside === value ? found.text : '';
}

/** Whether something unreadable waits in a field whose place begins like this. */
export const hasUnreadText = (places: string): boolean => [...texts().keys()].some((place) => place.startsWith(places));

export function useUnreadText(place: string, value: string | null): readonly [string, (text: string) => void] {
  const found = useSyncExternalStore(subscribe, () => unreadTextAt(place, value));
  const keep = useCallback((text: string): void => keepUnreadText(place, text, value), [place, value]);
  return [found, keep];
}
