/** Issued papers of which something still has to go out. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

const words = t.dispatch;

export function PendingPage() {
  const { queries } = useCore();
  const { data, error } = useQuery(queries.dispatch.pending.queryOptions({ staleTime: 0 }));
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
        <div className="column">
          {data?.length === 0 && <p className="soft empty">{words.pending.empty}</p>}
          {data && data.length > 0 && (
            <table className="plain-table pending-dispatch">
              <caption className="visually-hidden">{words.pending.table}</caption>
              <tbody>
                {data.map(({ id, reference, name, state, open, total }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link to="/versand/$ref" params={{ ref: id }}>
                        {reference ?? name}
                      </Link>
                    </th>
                    <td>{name}</td>
                    <td className="soft">{t.states[state]}</td>
                    <td className="soft">{words.pending.openOf(open, total)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </div>
    </div>
  );
}
