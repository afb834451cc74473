/** One letter to everybody of the distribution, with progress; a run that was stopped goes on where it was. */
import { useEffect, useRef, useState } from 'react';
import type { Recipient } from '../../../src-main/contract/copies.ts';
import type { Delivery } from '../../../src-main/contract/delivery.ts';
import { LETTER_KINDS, type LetterKind } from '../../../src-main/contract/letter-kinds.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';

const words = t.dispatch.letters;

interface Run {
  readonly runId: string;
  readonly done: number;
  readonly total: number;
  readonly problems: readonly string[];
  readonly state: 'running' | 'finished' | 'stopped';
}
interface Props {
  readonly paper: string;
  readonly recipients: readonly Recipient[];
  readonly isDisabled: boolean;
  readonly onProblem: (sentence: string) => void;
  readonly onDeliver: (work: () => Promise<Delivery>) => void;
}

function statusOf(run: Run): string {
  switch (run.state) {
    case 'running':
      return words.progress(run.done, run.total);
    case 'finished':
      return words.finished(run.done - run.problems.length, run.problems.length);
    case 'stopped':
      return words.stopped(run.done, run.total);
  }
}

export function SerialLettersSection({ paper, recipients, isDisabled, onProblem, onDeliver }: Props) {
  const { client } = useCore();
  const [kind, setKind] = useState<LetterKind>('cover-letter');
  const [deadline, setDeadline] = useState<string | null>(null);
  const [newDeadline, setNewDeadline] = useState<string | null>(null);
  const [run, setRun] = useState<Run | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const isRunning = run?.state === 'running';

  const start = async (runId: string): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    let now: Run = { runId, done: 0, total: 0, problems: [], state: 'running' };
    setRun(now);
    try {
      const input = {
        ref: paper,
        runId,
        kind,
        recipients: recipients.map((recipient) => ({ ...recipient })),
        ...(deadline !== null && { deadline }),
        ...(newDeadline !== null && { newDeadline }),
      };
      for await (const step of await client.dispatch.serialLetters(input, { signal: controller.signal })) {
        const problems =
          step.problem === null ? now.problems : [...now.problems, words.problemOf(step.recipient, step.problem)];
        now = { ...now, done: step.done, total: step.total, problems };
        setRun(now);
      }
      setRun({ ...now, state: 'finished' });
    } catch (error) {
      setRun(now.total === 0 ? null : { ...now, state: 'stopped' });
      if (!controller.signal.aborted) onProblem(problemOf(error).sentence);
    }
  };

  return (
    <Section title={words.title} summary={words.summary} help="serienbrief">
      <div className="grid-3">
        <Select
          label={words.kind}
          value={kind}
          isDisabled={isRunning}
          choices={LETTER_KINDS.map((id) => ({ id, text: t.dispatch.letterKinds[id] }))}
          onChange={(chosen) => {
            setKind(chosen);
            setRun(null);
          }}
        />
        <DateField label={words.deadline} value={deadline} onChange={setDeadline} />
        <DateField label={words.newDeadline} value={newDeadline} onChange={setNewDeadline} />
      </div>
      <div className="button-row">
        <Button isDisabled={isDisabled || isRunning || recipients.length === 0} onPress={() => void start(newId())}>
          {words.start}
        </Button>
        {isRunning && <Button onPress={() => stop.current?.abort()}>{t.common.cancel}</Button>}
        {run?.state === 'stopped' && <Button onPress={() => void start(run.runId)}>{words.goOn}</Button>}
        {run && !isRunning && run.done > run.problems.length && (
          <Button onPress={() => onDeliver(() => client.dispatch.deliverLetters({ ref: paper, runId: run.runId }))}>
            {words.save}
          </Button>
        )}
      </div>
      {run && (
        <>
          <p className="soft" role="status">
            {statusOf(run)}
          </p>
          {run.problems.map((sentence) => (
            <p key={sentence} className="bad small">
              {sentence}
            </p>
          ))}
        </>
      )}
    </Section>
  );
}
