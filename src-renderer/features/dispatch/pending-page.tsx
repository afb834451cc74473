/** Issued papers of which something still has to go out, and below what went out lately. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { officeDay } from '../../../src-main/base/german-time.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';

const words = t.dispatch;
const SHOWN_AT_ONCE = 100;

export function PendingPage() {
  const { queries } = useCore();
  const query = useInfiniteQuery(
    queries.dispatch.overview.infiniteOptions({
      input: (after: string | undefined) => ({ after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      staleTime: 0,
    }),
  );
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  // What was partly sent meanwhile stands on a later page, too.
  const pending = [...new Map(data?.pages.flatMap((page) => page.pending).map((paper) => [paper.id, paper])).values()];
  const done = data?.pages[0]?.done ?? [];
  const isEmpty = data !== undefined && pending.length === 0;
  // A page may hold mostly what turned out to be done: there is more to be seen behind it.
  const isShort = data !== undefined && pending.length < SHOWN_AT_ONCE;
  useEffect(() => {
    if (isShort && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isShort, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    document.title = `${words.title} – ${t.productName}`;
  }, []);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      {error && <ProblemNotice sentence={problemOf(error).sentence} />}
      <div className="pane-body">
        <div className="column dispatch-overview">
          {isEmpty && !hasNextPage && <p className="soft empty">{words.pending.empty}</p>}
          {pending.length > 0 && (
            <table className="plain-table pending-dispatch">
              <caption className="visually-hidden">{words.pending.table}</caption>
              <tbody>
                {pending.map((paper) => (
                  <PaperRow
                    key={paper.id}
                    {...paper}
                    state={t.states[paper.state]}
                    note={paper.problem ?? words.pending.openOf(paper.open, paper.total)}
                  />
                ))}
              </tbody>
            </table>
          )}
          {hasNextPage && !isShort && (
            <Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
              {words.pending.more}
            </Button>
          )}
          {done.length > 0 && (
            <Section title={words.pending.done} summary={words.pending.doneCount(done.length)} startsOpen>
              <table className="plain-table pending-dispatch">
                <caption className="visually-hidden">{words.pending.done}</caption>
                <tbody>
                  {done.map((paper) => (
                    <PaperRow
                      key={paper.id}
                      {...paper}
                      state={t.states.dispatched}
                      note={words.pending.doneAt(paper.total, formatGermanDate(officeDay(paper.at)))}
                    />
                  ))}
                </tbody>
              </table>
            </Section>
          )}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly reference: string | null;
  readonly name: string;
  readonly state: string;
  readonly note: string;
}

function PaperRow({ id, reference, name, state, note }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <Link to="/versand/$ref" params={{ ref: id }}>
          {reference ?? name}
        </Link>
      </th>
      <td>{name}</td>
      <td className="soft">{state}</td>
      <td className="soft">{note}</td>
    </tr>
  );
}
