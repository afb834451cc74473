/** Many released statements, issued one after the other with one opened key. What is done stays done when it is cancelled. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';
import { IssueConfirm } from './issue-confirm.tsx';
import { KeySection } from '../../parts/issue/key-section.tsx';

const words = t.issue.several;
const MOST = 500;

interface Progress {
  readonly done: number;
  readonly total: number;
  readonly problems: readonly string[];
  readonly state: 'running' | 'finished' | 'cancelled';
}

export function IssueSeveralPage() {
  const { client, queries } = useCore();
  const released = useQuery(
    queries.papers.list.queryOptions({ input: { text: '', state: 'released', limit: MOST }, staleTime: 0 }),
  );
  const items = released.data?.items ?? [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [keyId, setKeyId] = useState<string | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const chosen = items.filter(({ id }) => !left.has(id));
  const isRunning = progress?.state === 'running';

  useEffect(() => {
    document.title = `${words.title} – ${t.productName}`;
    return () => stop.current?.abort();
  }, []);

  const start = async (): Promise<void> => {
    setAsked(false);
    const controller = new AbortController();
    stop.current = controller;
    setProblem(null);
    let now: Progress = { done: 0, total: chosen.length, problems: [], state: 'running' };
    setProgress(now);
    try {
      const refs = chosen.map(({ id }) => id);
      for await (const step of await client.issues.issueSeveral({ refs, keyId }, { signal: controller.signal })) {
        const problems = step.problem === null ? now.problems : [...now.problems, step.problem];
        now = { ...now, done: step.done, problems };
        setProgress(now);
      }
      setProgress({ ...now, state: 'finished' });
    } catch (error) {
      if (controller.signal.aborted) setProgress({ ...now, state: 'cancelled' });
      else {
        setProgress(null);
        setProblem(problemOf(error).sentence);
      }
    }
    await released.refetch();
  };

  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <span className="page-head-space" />
        {items.length > 0 && (
          <Button
            kind={isAsked ? 'plain' : 'primary'}
            isDisabled={isRunning || chosen.length === 0}
            onPress={() => setAsked(true)}
          >
            {words.start(chosen.length)}
          </Button>
        )}
      </header>
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      {(progress?.problems ?? []).map((sentence) => (
        <ProblemNotice key={sentence} sentence={sentence} />
      ))}
      {isAsked && <IssueConfirm isWorking={isRunning} onGo={() => void start()} onCancel={() => setAsked(false)} />}
      <div className="pane-body">
        <div className="column">
          {items.length === 0 ? (
            <p className="soft empty">{words.empty}</p>
          ) : (
            <>
              <KeySection keyId={keyId} onKey={setKeyId} />
              <table className="plain-table">
                <caption className="visually-hidden">{words.table}</caption>
                <tbody>
                  {items.map((item) => {
                    const name = item.reference ?? item.name;
                    return (
                      <tr key={item.id}>
                        <td>
                          <Switch
                            label={name}
                            aria-label={words.select(name)}
                            isSelected={!left.has(item.id)}
                            isDisabled={isRunning}
                            onChange={(on) => {
                              const next = new Set(left);
                              if (on) next.delete(item.id);
                              else next.add(item.id);
                              setLeft(next);
                            }}
                          />
                        </td>
                        <th scope="row">
                          <Link to="/ausfertigen/$id" params={{ id: item.id }}>
                            {item.name}
                          </Link>
                        </th>
                        <td className="soft">{item.date === null ? '' : formatGermanDate(item.date)}</td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </>
          )}
        </div>
      </div>
      <StatusSlot>
        {progress && (
          <span className="status-item" role="status">
            {progress.state === 'running' && words.progress(progress.done, progress.total)}
            {progress.state === 'finished' &&
              words.finished(progress.done - progress.problems.length, progress.problems.length)}
            {progress.state === 'cancelled' && words.cancelled(progress.done, progress.total)}
          </span>
        )}
        {isRunning && (
          <Button kind="link" onPress={() => stop.current?.abort()}>
            {t.common.cancel}
          </Button>
        )}
      </StatusSlot>
    </div>
  );
}
