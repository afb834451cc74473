/** What was discarded, and the way back. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DiscardedPaper } from '../../../src-main/contract/bin/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';
import { useBin } from '../../parts/bin/use-bin.ts';

const words = t.bin;

const nameOf = ({ reference, name }: DiscardedPaper): string => reference ?? (name || t.statement.unnamed);

const belongings = ({ letters, attachments }: DiscardedPaper): string =>
  [letters > 0 ? words.letters(letters) : '', attachments > 0 ? words.attachments(attachments) : '']
    .filter(Boolean)
    .join(', ');

export function BinPage() {
  const { queries } = useCore();
  const { data, error } = useQuery(queries.bin.list.queryOptions({ staleTime: 0 }));
  const bin = useBin();
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${words.title} – ${t.productName}`;
  }, []);
  const restore = async (paper: DiscardedPaper): Promise<void> => {
    setProblem(null);
    setDone(null);
    try {
      setDone(await bin.restore({ id: paper.id, name: nameOf(paper) }));
    } catch (failure) {
      setProblem(problemOf(failure).sentence);
    }
  };
  const sentence = problem ?? (error ? problemOf(error).sentence : null);
  return (
    <div className="page" data-help="papierkorb">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      {sentence !== null && <ProblemNotice sentence={sentence} onClose={() => setProblem(null)} />}
      <p className="soft bin-explanation">{words.explanation}</p>
      {data?.length === 0 && <p className="empty soft">{words.empty}</p>}
      {data && data.length > 0 && (
        <div className="table-scroller" tabIndex={0} role="group" aria-label={words.table}>
          <table className="paper-table" aria-label={words.table}>
            <thead>
              <tr>
                <th scope="col" className="col-reference">
                  {words.columns.reference}
                </th>
                <th scope="col" className="col-type">
                  {words.columns.type}
                </th>
                <th scope="col">{words.columns.name}</th>
                <th scope="col" className="col-discarded">
                  {words.columns.at}
                </th>
                <th scope="col" className="col-with">
                  {words.columns.with}
                </th>
                <th scope="col" className="col-act">
                  <span className="visually-hidden">{words.columns.act}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.map((paper) => (
                <tr key={paper.id}>
                  <td>{paper.reference ?? t.register.noNumber}</td>
                  <td className="col-type soft">{t.paperTypes[paper.paperType]}</td>
                  <td className="ellipsis" title={paper.name}>
                    {paper.name || t.statement.unnamed}
                  </td>
                  <td className="ellipsis soft">{words.by(formatGermanDate(paper.at.slice(0, 10)), paper.actor)}</td>
                  <td className="ellipsis soft">{belongings(paper)}</td>
                  <td>
                    <Button
                      kind="link"
                      icon="undo"
                      aria-label={words.restoreOf(nameOf(paper))}
                      onPress={() => void restore(paper)}
                    >
                      {words.restore}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <StatusSlot>
        <span className="status-item" role="status">
          {done}
        </span>
      </StatusSlot>
    </div>
  );
}
