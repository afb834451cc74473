/** One letter to everybody of the distribution, with progress; a run that was stopped goes on where it was. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Recipient } from '../../../src-main/contract/distribution/shapes.ts';
import type { Delivery } from '../../../src-main/contract/document/delivery.ts';
import { LETTER_KINDS, type LetterKind } from '../../../src-main/contract/letter/kinds.ts';
import { formatGermanTime } from '../../../src-main/base/german-time.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { KeptDateField } from '../../ui/kept-date-field.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { hasUnreadText } from '../../ui/unread-text.ts';
import { nameOf } from '../../../src-main/base/name-of.ts';

const words = t.dispatch.letters;

interface Progress {
  readonly done: number;
  readonly total: number;
  readonly problems: readonly string[];
}
type Steps = Awaited<ReturnType<ReturnType<typeof useCore>['client']['serialLetters']['run']>>;
interface Props {
  readonly paper: string;
  readonly recipients: readonly Recipient[];
  readonly isDisabled: boolean;
  readonly onProblem: (sentence: string) => void;
  readonly onDeliver: (work: () => Promise<Delivery>) => void;
}

export function SerialLettersSection({ paper, recipients, isDisabled, onProblem, onDeliver }: Props) {
  const { client, queries } = useCore();
  const [kind, setKind] = useState<LetterKind>('cover-letter');
  const [deadline, setDeadline] = useState<string | null>(null);
  const [newDeadline, setNewDeadline] = useState<string | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isRunning, setRunning] = useState(false);
  const runs = useQuery(queries.serialLetters.runs.queryOptions({ input: { ref: paper }, staleTime: 0 }));
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const follow = async (ask: (signal: AbortSignal) => Promise<Steps>): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    let now: Progress = { done: 0, total: 0, problems: [] };
    setRunning(true);
    setProgress(now);
    try {
      for await (const step of await ask(controller.signal)) {
        const problems =
          step.problem === null ? now.problems : [...now.problems, words.problemOf(step.recipient, step.problem)];
        now = { done: step.done, total: step.total, problems };
        setProgress(now);
      }
    } catch (error) {
      if (!controller.signal.aborted) onProblem(problemOf(error).sentence);
    } finally {
      setRunning(false);
      await runs.refetch();
    }
  };
  const place = `serial-letters:${paper}:`;
  const start = async (): Promise<void> => {
    // A letter to everybody goes out neither with another deadline than the one that was meant nor without one.
    if (hasUnreadText(place)) {
      onProblem(t.date.mendFirst);
      return;
    }
    await follow((signal) =>
      client.serialLetters.run(
        {
          ref: paper,
          runId: newId(),
          kind,
          recipients: recipients.map((recipient) => ({ ...recipient })),
          ...(deadline !== null && { deadline }),
          ...(newDeadline !== null && { newDeadline }),
        },
        { signal },
      ),
    );
  };
  const goOn = (runId: string): Promise<void> =>
    follow((signal) => client.serialLetters.goOn({ ref: paper, runId }, { signal }));

  return (
    <Section title={words.title} summary={words.summary} help="serienbrief">
      <div className="grid-3">
        <Select
          label={words.kind}
          value={kind}
          isDisabled={isRunning}
          choices={LETTER_KINDS.map((id) => ({ id, text: t.dispatch.letterKinds[id] }))}
          onChange={setKind}
        />
        <KeptDateField label={words.deadline} place={`${place}deadline`} value={deadline} onChange={setDeadline} />
        <KeptDateField
          label={words.newDeadline}
          place={`${place}newDeadline`}
          value={newDeadline}
          onChange={setNewDeadline}
        />
      </div>
      <div className="button-row">
        <Button isDisabled={isDisabled || isRunning || recipients.length === 0} onPress={() => void start()}>
          {words.start}
        </Button>
        {isRunning && <Button onPress={() => stop.current?.abort()}>{t.common.cancel}</Button>}
      </div>
      <p className="soft small">{words.forGood}</p>
      <p className="soft" role="status">
        {isRunning && progress ? words.progress(progress.done, progress.total) : ''}
      </p>
      {progress?.problems.map((sentence) => (
        <p key={sentence} className="bad small">
          {sentence}
        </p>
      ))}
      {runs.data && runs.data.length > 0 && (
        <ul className="plain-list" aria-label={words.runs}>
          {runs.data.map((run) => (
            <li key={run.runId} className="button-row">
              <span>
                {words.run(formatGermanTime(run.at), nameOf(t.dispatch.letterKinds, run.kind), run.written, run.total)}
              </span>
              {run.written < run.total && (
                <Button isDisabled={isDisabled || isRunning} onPress={() => void goOn(run.runId)}>
                  {words.goOn}
                </Button>
              )}
              {run.written > 0 && (
                <Button
                  isDisabled={isDisabled || isRunning}
                  onPress={() => onDeliver(() => client.serialLetters.deliver({ ref: paper, runId: run.runId }))}
                >
                  {words.save}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
