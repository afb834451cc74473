/** Issued papers of which something still has to go out, and below what went out lately. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { officeDay } from '../../../src-main/base/german-time.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';

const words = t.dispatch;

export function PendingPage() {
  const { queries } = useCore();
  const { data, error } = useQuery(queries.dispatch.overview.queryOptions({ staleTime: 0 }));
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
          {data?.pending.length === 0 && <p className="soft empty">{words.pending.empty}</p>}
          {data && data.pending.length > 0 && (
            <table className="plain-table pending-dispatch">
              <caption className="visually-hidden">{words.pending.table}</caption>
              <tbody>
                {data.pending.map((paper) => (
                  <PaperRow
                    key={paper.id}
                    {...paper}
                    state={t.states[paper.state]}
                    note={words.pending.openOf(paper.open, paper.total)}
                  />
                ))}
              </tbody>
            </table>
          )}
          {data && data.done.length > 0 && (
            <Section title={words.pending.done} summary={words.pending.doneCount(data.done.length)} startsOpen>
              <table className="plain-table pending-dispatch">
                <caption className="visually-hidden">{words.pending.done}</caption>
                <tbody>
                  {data.done.map((paper) => (
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
