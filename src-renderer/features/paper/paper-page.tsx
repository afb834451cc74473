/** A paper that came in, new or known: what is stored or was begun is read, then the form shows it. */
import { MissingPaper } from '../../parts/bin/missing-paper.tsx';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useFoundUnfinished } from '../../data/use-unfinished.ts';
import { useCore } from '../../data/core.ts';
import { PaperForm } from './paper-form.tsx';
import { UNFINISHED_PAPER, unfinishedPaperSchema } from './unfinished-paper.ts';

export function NewPaperPage() {
  const [readings, setReadings] = useState(0);
  const readAnew = useCallback((): void => setReadings((count) => count + 1), []);
  return <FoundPaper key={readings} onOther={readAnew} />;
}

function FoundPaper({ onOther }: { readonly onOther: () => void }) {
  const found = useFoundUnfinished(UNFINISHED_PAPER, unfinishedPaperSchema);
  if (found === undefined) return null;
  return <PaperForm stored={null} begun={found.value} onOther={onOther} />;
}

const nothing = (): void => undefined;

export function PaperPage({ id }: { readonly id: string }) {
  const { queries } = useCore();
  const query = useQuery(queries.papers.get.queryOptions({ input: { ref: id }, staleTime: 0 }));
  if (query.error) return <MissingPaper error={query.error} />;
  if (!query.data || !query.isFetchedAfterMount) return null;
  return <PaperForm key={id} stored={query.data} begun={null} onOther={nothing} />;
}
