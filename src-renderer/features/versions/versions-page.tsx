/** Earlier states of a paper: the list at the left, at the right what differs, and the way back. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { VersionList } from '../../../src-main/contract/version/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { DoneStatus } from '../../parts/status/done-status.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';
import { t } from '../../texts/de.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ReasonedButton } from '../../ui/reasoned-button.tsx';
import { ComparisonPane, type Against } from './comparison-pane.tsx';
import { VersionEntries } from './version-entries.tsx';

const words = t.versions;

export function VersionsRoute() {
  const { id } = useParams({ from: '/fassungen/$id' });
  const { queries } = useCore();
  const query = useQuery(queries.versions.list.queryOptions({ input: { ref: id }, staleTime: 0 }));
  if (query.error) return <ProblemNotice sentence={problemOf(query.error).sentence} />;
  if (!query.data || !query.isFetchedAfterMount) return null;
  return <VersionsPage key={query.data.id} found={query.data} />;
}

function VersionsPage({ found }: { readonly found: VersionList }) {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const { id, reference, name, versions, isStatement, isEditable } = found;
  const current = versions[0]?.revision ?? 1;
  const [chosen, setChosen] = useState(current);
  const [against, setAgainst] = useState<Against>('previous');
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  /** The state that was there before one was brought back. */
  const [former, setFormer] = useState<number | null>(null);
  // Saves close together become one version: the one that was chosen may have got another number.
  const shown = versions.find(({ revision }) => revision === chosen) ?? versions[0];
  const title = words.title(reference ?? t.statement.noNumber);

  useEffect(() => {
    document.title = `${title} – ${t.productName}`;
  }, [title]);

  const attempt = async (action: () => Promise<VersionList>): Promise<VersionList | null> => {
    setProblem(null);
    setDone(null);
    setWorking(true);
    try {
      const list = await action();
      queryClient.setQueryData(queries.versions.list.queryKey({ input: { ref: id } }), list);
      return list;
    } catch (error) {
      setProblem(problemOf(error).sentence);
      await queryClient.invalidateQueries({ queryKey: queries.versions.list.key() });
      return null;
    } finally {
      setWorking(false);
    }
  };
  const restore = async (revision: number): Promise<void> => {
    const list = await attempt(() => client.versions.restore({ ref: id, revision, expectedRevision: current }));
    if (!list) return;
    await queryClient.invalidateQueries({ queryKey: isStatement ? queries.statements.key() : queries.papers.key() });
    setChosen(list.versions[0]?.revision ?? revision);
    setFormer(current);
    setDone(words.restored(revision));
  };
  const rename = async (revision: number, wanted: string): Promise<void> => {
    const list = await attempt(() => client.versions.name({ ref: id, revision, name: wanted || null }));
    // A name is taken back by giving the former one: there is nothing here that "undo" would bring back.
    setFormer(null);
    const kept = list?.versions.find((version) => version.revision === revision)?.name ?? null;
    if (list) setDone(kept === null ? words.unnamed : words.named(kept));
  };
  if (!shown) return null;
  const why = shown.isCurrent ? words.restoreWhy.current : isEditable ? null : words.restoreWhy.fixed;

  return (
    <div className="page" data-help="fassungen">
      <header className="page-head">
        <h1>{title}</h1>
        <span className="soft ellipsis">{name}</span>
        <span className="page-head-space" />
        <Link to={isStatement ? '/stellungnahme/$id' : '/eingang/$id'} params={{ id }} className="button link">
          {isStatement ? words.toStatement : words.toPaper}
        </Link>
        <ReasonedButton reason={why} isWorking={isWorking} onPress={() => void restore(shown.revision)}>
          {words.restore}
        </ReasonedButton>
      </header>
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      <div className="versions">
        <VersionEntries
          versions={versions}
          chosen={shown}
          onChoose={(revision) => {
            setChosen(revision);
            setDone(null);
          }}
          onRename={(wanted) => void rename(shown.revision, wanted)}
        />
        <ComparisonPane id={id} versions={versions} chosen={shown} against={against} onAgainst={setAgainst} />
      </div>
      <StatusSlot>
        <DoneStatus
          sentence={done}
          onUndo={former !== null && done !== null && isEditable ? () => void restore(former) : null}
        />
      </StatusSlot>
    </div>
  );
}
