/** Readings of files that the person waits for: shown when they take long, and ended when the person says so. */
import type { Link } from './held-calls.ts';

const READS = new Set([
  'papers.importFile',
  'papers.readText',
  'settings.readContacts',
  'settings.planFile',
  'settings.applyFile',
  'signatures.verify',
  'signatures.trust',
]);
/** What is read at once needs no word. */
const SHOWN_AFTER_MS = 700;

export interface RunningReading {
  readonly handle: string;
  readonly fileName: string;
}

let shown: readonly RunningReading[] = [];
const listeners = new Set<() => void>();
const show = (next: readonly RunningReading[]): void => {
  shown = next;
  listeners.forEach((listener) => listener());
};

export const runningReadings = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** Those that take long, in the order they began. */
  current: (): readonly RunningReading[] => shown,
};

function readingOf(path: readonly string[], input: unknown): RunningReading | null {
  if (!READS.has(path.join('.')) || typeof input !== 'object' || input === null) return null;
  const { handle, fileName } = input as Partial<RunningReading>;
  return typeof handle === 'string' && typeof fileName === 'string' ? { handle, fileName } : null;
}

export function watchedReadings({ call }: Link): Link {
  return {
    call: async (path, input, options) => {
      const reading = readingOf(path, input);
      if (!reading) return call(path, input, options);
      const timer = setTimeout(() => show([...shown, reading]), SHOWN_AFTER_MS);
      try {
        return await call(path, input, options);
      } finally {
        clearTimeout(timer);
        if (shown.includes(reading)) show(shown.filter((other) => other !== reading));
      }
    },
  };
}
