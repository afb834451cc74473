/** What the page "Ausfertigen" knows, and its actions: each answers the overview as it is then, or a sentence. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IssueOverview } from '../../../src-main/contract/issue/shapes.ts';
import { problemOf, useCore, type Client } from '../../data/core.ts';
import { putAnswer } from '../../data/put-answer.ts';

export interface IssueView {
  readonly overview: IssueOverview | undefined;
  readonly problem: string | null;
  readonly clearProblem: () => void;
  readonly isWorking: boolean;
  /** True when the action was done. */
  readonly run: (action: (client: Client) => Promise<IssueOverview>) => Promise<boolean>;
  readonly attempt: (action: () => Promise<void>) => Promise<void>;
}

/** A statement that was imported finished becomes a draft; then the overview is another. */
export const takingUp =
  (ref: string) =>
  async ({ statements, issues }: Client): Promise<IssueOverview> => {
    await statements.takeUp({ ref });
    return issues.overview({ ref });
  };

/** What was taken up here and not changed since is finished again. */
export const puttingBack =
  (id: string, expectedRevision: number) =>
  async ({ statements, issues }: Client): Promise<IssueOverview> => {
    await statements.putBack({ id, expectedRevision });
    return issues.overview({ ref: id });
  };

export function useIssueOverview(id: string): IssueView {
  const { client, queries } = useCore();
  const cache = useQueryClient();
  const options = queries.issues.overview.queryOptions({ input: { ref: id }, staleTime: 0 });
  const query = useQuery(options);
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const attempt = async (action: () => Promise<void>): Promise<void> => {
    setProblem(null);
    setWorking(true);
    try {
      await action();
    } catch (error) {
      setProblem(problemOf(error).sentence);
      // What stands there now is shown beside the refusal.
      await cache.invalidateQueries({ queryKey: options.queryKey });
    } finally {
      setWorking(false);
    }
  };
  return {
    overview: query.data,
    problem: problem ?? (query.error ? problemOf(query.error).sentence : null),
    clearProblem: () => setProblem(null),
    isWorking,
    attempt,
    run: async (action) => {
      let isDone = false;
      await attempt(async () => {
        putAnswer(cache, options.queryKey, await action(client));
        isDone = true;
      });
      return isDone;
    },
  };
}

/** A further signature counts as well: it lies in a file beside the issued one. */
export function hasSignedPdf({ issues: [newest] }: IssueOverview): boolean {
  return (
    newest !== undefined &&
    (newest.signature !== null ||
      newest.files.some(({ kind, derivedFrom }) => kind === 'form-sheet-pdf' && derivedFrom !== null))
  );
}

/** Reasons that the release holds, by the key of their finding. */
export const acceptedIn = ({ release }: IssueOverview): ReadonlyMap<string, string> =>
  new Map(
    (release?.protocol.findings ?? []).flatMap(({ key, accepted }) => (accepted === null ? [] : [[key, accepted]])),
  );
