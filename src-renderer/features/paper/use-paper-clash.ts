/** Another window saved the paper: shown at once where nothing of one's own waits, else as a clash to decide. */
import { useEffect, useRef, useState } from 'react';
import type { PaperDetail } from '../../../src-main/contract/statement.ts';
import { onChanges } from '../../data/changes.ts';
import { useCore } from '../../data/core.ts';

export interface PaperClash {
  /** What somebody else saved, as long as nobody decided; null else. */
  readonly theirs: PaperDetail | null;
  /** A save was refused, because somebody else saved before. */
  readonly meet: () => Promise<void>;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
}

export function usePaperClash(options: {
  readonly id: string;
  /** Something typed here is not saved. */
  readonly isDirty: boolean;
  /** Of the state that is shown; 0 before the paper is in the register. */
  readonly revision: () => number;
  readonly take: (paper: PaperDetail) => void;
  /** What is shown replaces this revision. */
  readonly replace: (revision: number) => void;
}): PaperClash {
  const { client } = useCore();
  const [theirs, setTheirs] = useState<PaperDetail | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const isFree = (): boolean => !latest.current.isDirty && latest.current.revision() > 0;
    const look = async (): Promise<void> => {
      if (!isFree()) return;
      const paper = await client.papers.get({ ref: latest.current.id });
      if (isFree() && paper.revision > latest.current.revision()) latest.current.take(paper);
    };
    return onChanges(() => void look().catch(() => undefined));
  }, [client]);
  const decide = (act: (paper: PaperDetail) => void): void => {
    setTheirs(null);
    if (theirs) act(theirs);
  };
  return {
    theirs,
    meet: async () => setTheirs(await client.papers.get({ ref: options.id })),
    takeTheirs: () => decide(options.take),
    keepMine: () => decide(({ revision }) => options.replace(revision)),
  };
}
