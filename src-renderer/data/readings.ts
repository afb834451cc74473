/** Readings of files that the person waits for: shown when they take long, and ended when the person says so. */
import type { ProcedureName } from '../../src-main/contract/procedures.ts';
import type { Link } from './held-calls.ts';
import { newId } from './new-id.ts';

const READS = new Set<ProcedureName>([
  'imports.importFile',
  'imports.readText',
  'backup.receive',
  'setupImports.readContacts',
  'setupImports.planSettings',
  'setupImports.applySettings',
  'signatures.verify',
  'signatures.trust',
]);
/** What lies with the core already: these readings get a name of their own, under which they can be ended. */
const READS_STORED: Readonly<Partial<Record<ProcedureName, (input: { readonly path?: unknown }) => string | null>>> = {
  'backup.inspect': ({ path }) => lastPart(path),
  'backup.restore': ({ path }) => lastPart(path),
  'issues.overview': () => null,
  'releases.release': () => null,
  'releases.changeSignatory': () => null,
};
const lastPart = (path: unknown): string => (typeof path === 'string' ? (path.split(/[\\/]/).at(-1) ?? '') : '');
/** What is read at once needs no word. */
const SHOWN_AFTER_MS = 700;

export interface RunningReading {
  readonly handle: string;
  /** Null: the attachments of a paper, one after the other. */
  readonly fileName: string | null;
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

/** The reading and what is asked for it; null where nobody waits for a file. */
function readingOf(
  path: readonly string[],
  input: unknown,
): { readonly reading: RunningReading; readonly asked: object } | null {
  if (typeof input !== 'object' || input === null) return null;
  const name = path.join('.') as ProcedureName;
  if (READS.has(name)) {
    const { handle, fileName } = input as Partial<RunningReading>;
    return typeof handle === 'string' && typeof fileName === 'string'
      ? { reading: { handle, fileName }, asked: input }
      : null;
  }
  const fileName = Object.hasOwn(READS_STORED, name) ? READS_STORED[name] : undefined;
  if (!fileName) return null;
  const handle = newId();
  return { reading: { handle, fileName: fileName(input) }, asked: { ...input, reading: handle } };
}

export function watchedReadings({ call }: Link): Link {
  return {
    call: async (path, input, options) => {
      const found = readingOf(path, input);
      if (!found) return call(path, input, options);
      const { reading, asked } = found;
      const timer = setTimeout(() => show([...shown, reading]), SHOWN_AFTER_MS);
      try {
        return await call(path, asked, options);
      } finally {
        clearTimeout(timer);
        if (shown.includes(reading)) show(shown.filter((other) => other !== reading));
      }
    },
  };
}
