/** Asks for the layout of what is written now: at once when idle, and once more for the newest state when an answer arrives. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { useConnectionState } from '../../data/use-connection-state.ts';
import { openDrawing, type Drawing } from './typst-renderer.ts';

export interface PreviewState {
  readonly drawing: Drawing | null;
  readonly problem: string | null;
  readonly unprintable: readonly { place: string; character: string; codePoint: string }[];
}

interface Work<Content> {
  isRunning: boolean;
  /** Something changed since the layout that is being made. */
  isWanted: boolean;
  isOver: boolean;
  content: Content;
  drawing: Drawing | null;
}

const EMPTY: PreviewState = { drawing: null, problem: null, unprintable: [] };

type LayOut<Content> = (content: Content) => Promise<{ handle: string; unprintable: PreviewState['unprintable'] }>;

/** `layOut` must stay the same function; `version` changes when something else than the content changes the print. */
export function useDrawn<Content>(layOut: LayOut<Content>, content: Content, version: string): PreviewState {
  const { connection } = useCore();
  const isLost = useConnectionState() === 'lost';
  const [state, setState] = useState(EMPTY);
  const work = useRef<Work<Content>>({ isRunning: false, isWanted: false, isOver: false, content, drawing: null });

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
    const current = work.current;
    current.content = content;
    current.isWanted = true;
    // Laid out as soon as somebody answers again.
    if (isLost) return;
    const isOver = (): boolean => current.isOver;
    const run = async (): Promise<void> => {
      if (current.isRunning) return;
      current.isRunning = true;
      while (current.isWanted && !current.isOver) {
        current.isWanted = false;
        try {
          const { handle, unprintable } = await layOut(current.content);
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
  }, [connection, content, isLost, layOut, version]);

  return state;
}

/** `version` changes when something else than the content changes the print, such as a given number. */
export function usePreview(id: string, content: StatementContent, version: string): PreviewState {
  const { client } = useCore();
  const layOut = useCallback(
    (shown: StatementContent) => client.statements.preview({ id, content: shown }),
    [client, id],
  );
  return useDrawn(layOut, content, version);
}
