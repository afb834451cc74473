/** The sample form sheet or letter beside the settings: what every change of the profile does to the printed page. */
import { useEffect, useRef, useState } from 'react';
import type { LetterKind } from '../../../src-main/contract/letter/kinds.ts';
import { officeProfileSchema, type OfficeProfile } from '../../../src-main/contract/settings/office-profile.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { openDrawing } from '../preview/typst-renderer.ts';
import type { PreviewState } from '../preview/use-preview.ts';
import type { MarkedKind } from './copy-settings.tsx';

interface Wanted {
  readonly profile: OfficeProfile;
  readonly letter: LetterKind | undefined;
  readonly copy: MarkedKind | undefined;
}

export function SamplePane({
  profile,
  letter,
  copy,
}: {
  readonly profile: OfficeProfile;
  /** A letter of this kind instead of the form sheet. */
  readonly letter?: LetterKind;
  /** A copy of this kind instead of the form sheet. */
  readonly copy?: MarkedKind;
}) {
  const { client, connection } = useCore();
  const [state, setState] = useState<PreviewState>({ drawing: null, problem: null, unprintable: [] });
  const work = useRef({ isOver: false, isRunning: false, wanted: null as Wanted | null });

  useEffect(() => {
    const current = work.current;
    current.isOver = false;
    return () => {
      current.isOver = true;
    };
  }, []);

  useEffect(() => {
    const current = work.current;
    current.wanted = { profile, letter, copy };
    const run = async (): Promise<void> => {
      if (current.isRunning) return;
      current.isRunning = true;
      while (current.wanted) {
        const wanted = current.wanted;
        current.wanted = null;
        // What cannot be saved cannot be printed either; the last good sample stays.
        if (!officeProfileSchema.safeParse(wanted.profile).success) continue;
        try {
          const { handle, unprintable } = await client.settings.sample(wanted);
          const drawing = await openDrawing(new Uint8Array(await connection.fetchFile(handle)));
          if (work.current.isOver) drawing.free();
          else {
            setState((last) => {
              last.drawing?.free();
              return { drawing, problem: null, unprintable };
            });
          }
        } catch (error) {
          const problem = problemOf(error);
          if (problem.code !== 'superseded' && !work.current.isOver)
            setState((last) => ({ ...last, problem: problem.sentence }));
        }
      }
      current.isRunning = false;
    };
    void run();
  }, [client, connection, profile, letter, copy]);

  return <PreviewPane state={state} />;
}
