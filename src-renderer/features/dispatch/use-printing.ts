/** Copies go to the printer one after the other; a proof is kept of each that the printer has taken. */
import { useEffect, useRef, useState } from 'react';
import type { Distribution, PlannedCopy } from '../../../src-main/contract/distribution/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { printPages } from '../../data/print-pages.ts';
import { t } from '../../texts/de.ts';

const words = t.printing;

interface Run {
  readonly done: number;
  readonly total: number;
}
export interface PrintingView {
  /** Null while nothing is being printed. */
  readonly run: Run | null;
  readonly print: (choose: (copies: readonly PlannedCopy[]) => readonly PlannedCopy[]) => Promise<void>;
  /** Ends after the copy that is being printed. */
  readonly cancel: () => void;
}

export function usePrinting(options: {
  readonly paper: string;
  /** Saves what was just edited and gives what is stored. */
  readonly load: () => Promise<Distribution>;
  readonly onProgress: () => Promise<unknown>;
  readonly onDone: (sentence: string | null) => void;
  readonly onProblem: (sentence: string | null) => void;
}): PrintingView {
  const { paper, load, onProgress, onDone, onProblem } = options;
  const core = useCore();
  const [run, setRun] = useState<Run | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const print: PrintingView['print'] = async (choose) => {
    const { signal } = (stop.current = new AbortController());
    onProblem(null);
    onDone(null);
    setRun({ done: 0, total: 0 });
    let done = 0;
    let sentence: string | null = null;
    try {
      const copies = choose((await load()).copies);
      for (const { entryId, index, copyKind } of copies) {
        if (signal.aborted) {
          sentence = words.cancelled;
          break;
        }
        setRun({ done, total: copies.length });
        const outcome = await printPages(core, { kind: 'copy', ref: paper, entryId, index }, copyKind);
        // The next ones would go the same way: first somebody looks at the printer.
        if (outcome === 'cancelled' || outcome === 'unknown') {
          sentence = outcome === 'unknown' ? words.unknownCopy : words.cancelled;
          break;
        }
        if (outcome === 'printed') {
          await core.client.dispatch.send({ ref: paper, channel: 'print', copy: { entryId, index } });
          done += 1;
        } else sentence = words.opened;
      }
    } catch (error) {
      onProblem(problemOf(error).sentence);
    }
    if (done > 0) await onProgress();
    onDone([...(done > 0 ? [words.done(done)] : []), ...(sentence === null ? [] : [sentence])].join(' ') || null);
    setRun(null);
  };
  return { run, print, cancel: () => stop.current?.abort() };
}
