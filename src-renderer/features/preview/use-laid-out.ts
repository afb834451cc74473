/** Asks for the layout of what is wanted now: at once when idle, and once more for the newest state when an answer arrives. */
import { useEffect, useRef, useState } from 'react';
import { problemOf, useCore } from '../../data/core.ts';
import { openDrawing, type Drawing } from './typst-renderer.ts';

export interface PreviewState {
  readonly drawing: Drawing | null;
  readonly problem: string | null;
  readonly unprintable: readonly { place: string; character: string; codePoint: string }[];
}

interface LaidOut {
  readonly handle: string;
  readonly unprintable: PreviewState['unprintable'];
}

interface Work<T> {
  isRunning: boolean;
  /** Something changed since the layout that is being made. */
  isWanted: boolean;
  isOver: boolean;
  wanted: T;
  ask: (wanted: T) => Promise<LaidOut>;
  drawing: Drawing | null;
}

const EMPTY: PreviewState = { drawing: null, problem: null, unprintable: [] };

/** `version` changes when something else than the wanted changes the print. */
export function useLaidOut<T>(wanted: T, version: string, ask: (wanted: T) => Promise<LaidOut>): PreviewState {
  const { connection } = useCore();
  const [state, setState] = useState(EMPTY);
  const work = useRef<Work<T>>({ isRunning: false, isWanted: false, isOver: false, wanted, ask, drawing: null });

  useEffect(() => {
    const current = work.current;
    current.isOver = false;
    return () => {
      current.isOver = true;
      current.drawing?.free();
      current.drawing = null;
    };
  }, []);

  useEffect(() => {
    work.current.ask = ask;
  });

  useEffect(() => {
    const current = work.current;
    current.wanted = wanted;
    current.isWanted = true;
    const isOver = (): boolean => current.isOver;
    const run = async (): Promise<void> => {
      if (current.isRunning) return;
      current.isRunning = true;
      while (current.isWanted && !current.isOver) {
        current.isWanted = false;
        try {
          const { handle, unprintable } = await current.ask(current.wanted);
          const drawing = await openDrawing(new Uint8Array(await connection.fetchFile(handle)));
          if (isOver()) drawing.free();
          else {
            const former = current.drawing;
            current.drawing = drawing;
            setState({ drawing, problem: null, unprintable });
            former?.free();
          }
        } catch (error) {
          const problem = problemOf(error);
          if (problem.code !== 'superseded' && !isOver()) setState((last) => ({ ...last, problem: problem.sentence }));
        }
      }
      current.isRunning = false;
    };
    void run();
  }, [connection, wanted, version]);

  return state;
}
