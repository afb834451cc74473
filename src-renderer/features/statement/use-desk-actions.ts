/** What can be done with a statement as a whole, and what becomes of it: work that goes on, what was done, what was refused. */
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { StatementDraft } from '../../../src-main/contract/statement/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { useBin } from '../../parts/bin/use-bin.ts';
import type { DraftStore } from '../../parts/statement/draft-store.ts';
import { usePagePrint } from '../../parts/status/page-print.ts';
import { savedFiles } from '../../parts/status/saved-files.tsx';
import { t } from '../../texts/de.ts';
import type { ExportChoice } from './export-menu.tsx';
import { useCopies } from './review/use-copies.tsx';
import type { ReviewView } from './review/review-view.ts';
import type { NextPage } from './statement-head.tsx';
import { usePrintStatement } from './use-print-statement.ts';
import type { StatementActs } from './use-statement-acts.ts';

export interface Told {
  readonly work: string | null;
  readonly problem: string | null;
  readonly done: ReactNode;
  readonly setWork: (sentence: string | null) => void;
  readonly setProblem: (sentence: string | null) => void;
  readonly setDone: (done: ReactNode) => void;
  /** Runs it; what it is refused with is told. */
  readonly attempt: (action: () => Promise<void>) => Promise<void>;
}

export function useTold(): Told {
  const [work, setWork] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<ReactNode>(null);
  const attempt = useCallback(async (action: () => Promise<void>): Promise<void> => {
    setProblem(null);
    setDone(null);
    try {
      await action();
    } catch (error) {
      setProblem(problemOf(error).sentence);
    } finally {
      setWork(null);
    }
  }, []);
  return useMemo(
    () => ({ work, problem, done, setWork, setProblem, setDone, attempt }),
    [attempt, done, problem, work],
  );
}

export function useDeskActions(
  draft: StatementDraft,
  store: DraftStore,
  acts: StatementActs,
  review: ReviewView,
  { work, setWork, setProblem, setDone, attempt }: Told,
) {
  const { client, connection } = useCore();
  const navigate = useNavigate();
  const bin = useBin();
  /** Whether taking it up is still the last step. */
  const [takenUp, setTakenUp] = useState<(() => boolean) | null>(null);
  const copies = useCopies(review, (notes) =>
    attempt(async () => {
      setWork(t.statement.exporting);
      await store.saved();
      setDone(await savedFiles(await client.proposals.copy({ ref: draft.id, ...notes }), connection, setProblem));
    }),
  );
  const tell = useCallback(
    (said: string | null, wrong: string | null): void => {
      setDone(said);
      setProblem(wrong);
    },
    [setDone, setProblem],
  );
  usePagePrint(usePrintStatement(draft.id, store, tell));
  return {
    copies,
    isTakenUp: takenUp?.() === true && work === null,
    exportDocuments: (choice: ExportChoice): Promise<void> =>
      attempt(async () => {
        setWork(t.statement.exporting);
        await store.saved();
        const delivery = await client.documents.deliver({ ref: draft.id, ...choice });
        setDone(await savedFiles(delivery, connection, setProblem));
      }),
    giveNumber: (): Promise<void> =>
      attempt(async () => {
        await acts.giveNumber(null);
      }),
    takeUp: (): Promise<void> =>
      attempt(async () => {
        const isLast = await acts.takeUp();
        setTakenUp(() => isLast);
      }),
    discard: (): Promise<void> =>
      attempt(async () => {
        await store.saved();
        await bin.discard(draft.id);
      }),
    // What was typed last belongs to what is released or compared.
    leaveTo: (to: NextPage): Promise<void> =>
      attempt(async () => {
        await store.saved();
        await navigate({ to, params: { id: draft.id } });
      }),
    unlockQuotation: (): Promise<void> =>
      attempt(async () => {
        await store.saved();
        store.take(await client.statements.unlockQuotation({ id: draft.id }));
      }),
  };
}
