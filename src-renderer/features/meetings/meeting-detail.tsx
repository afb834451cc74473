/** One meeting: its fields, what can be given out, its agenda. */
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Delivery } from '../../../src-main/contract/document/delivery.ts';
import type { Meeting, MeetingInput, MeetingRead } from '../../../src-main/contract/meeting/shapes.ts';
import type { PrintRequest } from '../../../src-main/contract/shell/procedures.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { printPages, printSentence } from '../../data/print-pages.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { AgendaTable } from './agenda-table.tsx';
import { MeetingForm } from './meeting-form.tsx';
import type { MeetingStatusState } from './meeting-status.tsx';
import { dayWords } from './meeting-words.ts';
import { useAgenda } from './use-agenda.ts';
import { savedFiles } from '../../parts/status/saved-files.tsx';

const texts = t.meetings;

interface Props {
  readonly meeting: Meeting;
  readonly bodies: readonly string[];
  readonly onSave: (input: Omit<MeetingInput, 'id'>, read: MeetingRead) => Promise<string | null>;
  readonly onRemove: () => void;
  readonly onStatus: (state: MeetingStatusState) => void;
}

export function MeetingDetail({ meeting, bodies, onSave, onRemove, onStatus }: Props) {
  const core = useCore();
  const { client, connection } = core;
  const { id: ref } = meeting;
  const agenda = useAgenda(ref);
  const [withNonPublic, setWithNonPublic] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const hasNonPublic = agenda.papers.some(({ publicity }) => publicity === 'non-public');

  const attempt = async (work: () => Promise<ReactNode>): Promise<void> => {
    setProblem(null);
    setWorking(true);
    onStatus({ kind: 'working', sentence: texts.working });
    try {
      const sentence = await work();
      onStatus(sentence === null ? { kind: 'idle' } : { kind: 'done', sentence });
    } catch (error) {
      onStatus({ kind: 'idle' });
      setProblem(problemOf(error).sentence);
    }
    setWorking(false);
  };
  const giveOut = (make: () => Promise<Delivery>): Promise<void> =>
    attempt(async () => {
      return savedFiles(await make(), connection, setProblem, texts.made);
    });
  const print = (request: PrintRequest): Promise<void> =>
    attempt(async () => printSentence(await printPages(core, request)));
  const cannot = isWorking || agenda.papers.length === 0;

  return (
    <section className="meeting-detail" aria-label={`${meeting.organizationName}, ${dayWords(meeting.start)}`}>
      <header className="pane-head">
        <h2 className="ellipsis">{`${meeting.organizationName}, ${dayWords(meeting.start)}`}</h2>
        <Button kind="quiet" icon="remove" onPress={onRemove}>
          {texts.remove}
        </Button>
      </header>
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      <MeetingForm meeting={meeting} bodies={bodies} onSave={onSave} />
      <div className="agenda">
        <div className="agenda-head">
          <h3>{texts.agenda.heading}</h3>
          <span className="soft">{agenda.isRead && texts.agenda.count(agenda.papers.length)}</span>
          <div className="agenda-tools">
            <Button
              icon="arrowDownload"
              isDisabled={cannot}
              onPress={() => void giveOut(() => client.meetings.deliverLists({ ref }))}
            >
              {texts.lists}
            </Button>
            <IconButton
              icon="print"
              label={texts.printLists}
              isDisabled={cannot}
              onPress={() => void print({ kind: 'meeting-lists', ref })}
            />
            <Button
              icon="documentText"
              isDisabled={cannot}
              onPress={() => void giveOut(() => client.meetings.deliverFolder({ ref, withNonPublic }))}
            >
              {texts.folder}
            </Button>
            <IconButton
              icon="print"
              label={texts.printFolder}
              isDisabled={cannot}
              onPress={() => void print({ kind: 'meeting-folder', ref, withNonPublic })}
            />
            {hasNonPublic && (
              <Switch label={texts.withNonPublic} isSelected={withNonPublic} onChange={setWithNonPublic} />
            )}
          </div>
        </div>
        {agenda.problem !== null && <ProblemNotice sentence={agenda.problem} onClose={agenda.clearProblem} />}
        {agenda.papers.length > 0 ? (
          <>
            <AgendaTable agenda={agenda} withNonPublic={withNonPublic} />
            <p className="soft small">{texts.agenda.hint}</p>
          </>
        ) : (
          agenda.isRead && (
            <p className="soft agenda-empty">
              {texts.agenda.empty} <Link to="/register">{texts.agenda.toRegister}</Link>
            </p>
          )
        )}
      </div>
    </section>
  );
}
