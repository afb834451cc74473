/** Another window saved the paper: shown at once where nothing of one's own waits, else as a clash to decide. */
import { useEffect, useRef, useState } from 'react';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import { paperContentSchema, type PaperContent, type PaperDetail } from '../../../src-main/contract/paper/shapes.ts';
import { onChanges } from '../../data/changes.ts';
import { useCore } from '../../data/core.ts';
import { UnfinishedKeeper } from '../../data/unfinished-keeper.ts';

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
  /** As it came from the register; null for one that is not in it yet. */
  readonly stored: PaperDetail | null;
  readonly content: PaperContent;
  /** Something typed here is not saved. */
  readonly isDirty: boolean;
  /** Of the state that is shown; 0 before the paper is in the register. */
  readonly revision: () => number;
  readonly take: (paper: PaperDetail) => void;
  /** What is shown replaces this revision; answers whether it was saved. */
  readonly replace: (revision: number) => Promise<boolean>;
  /** Words of one's own that waited beside what somebody else saved. */
  readonly showMine: (content: PaperContent) => void;
}): PaperClash {
  const { client } = useCore();
  const [theirs, setTheirs] = useState<PaperDetail | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { id, content, stored } = options;
  // Whoever closes the window before choosing finds both again.
  const [own] = useState(() => new UnfinishedKeeper(client, `paper:${id}#own`, true));
  useEffect(() => own.stay(), [own]);
  useEffect(() => {
    if (theirs) own.put(JSON.stringify(content));
  }, [own, theirs, content]);
  useEffect(() => {
    const recall = async (): Promise<void> => {
      const mine = paperContentSchema.safeParse(JSON.parse((await own.begin()) ?? 'null'));
      if (!stored || !mine.success || latest.current.isDirty) return;
      // It was saved, and only forgetting it did not come to pass.
      if (canonicalJson(mine.data) === canonicalJson(stored.content)) {
        own.forget();
        return;
      }
      latest.current.showMine(mine.data);
      setTheirs(stored);
    };
    void recall().catch(() => undefined);
    // Once, when the page opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [own]);
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
    takeTheirs: () => {
      own.forget();
      decide(options.take);
    },
    keepMine: () => decide(({ revision }) => void options.replace(revision).then((isSaved) => isSaved && own.forget())),
  };
}
