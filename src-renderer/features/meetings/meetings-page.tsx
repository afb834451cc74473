/** Meetings: at the left all of them by month, at the right the chosen one with its papers. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Meeting, MeetingInput, MeetingRead } from '../../../src-main/contract/meeting/shapes.ts';
import { dayOf } from '../../../src-main/base/meeting-start.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useNames } from '../../parts/statement/use-names.ts';
import { MeetingDetail } from './meeting-detail.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { MeetingList } from './meeting-list.tsx';
import { MeetingStatus, type MeetingStatusState } from './meeting-status.tsx';
import { meetingWords } from './meeting-words.ts';

const texts = t.meetings;

/** The next meeting from today on, else the last one. The list begins with the latest. */
function nearest(meetings: readonly Meeting[]): Meeting | undefined {
  const today = new Date().toLocaleDateString('sv-SE');
  return meetings.findLast(({ start }) => dayOf(start) >= today) ?? meetings[0];
}

export function MeetingsPage() {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { sitzung } = useSearch({ from: '/sitzungen' });
  const { bodies } = useNames();
  const query = useQuery(queries.meetings.list.queryOptions());
  const [isNew, setNew] = useState(false);
  /** The control that was pressed is gone: the list goes on with the focus. */
  const [takesFocus, setTakesFocus] = useState(false);
  const [status, setStatus] = useState<MeetingStatusState>({ kind: 'idle' });
  const [problem, setProblem] = useState<string | null>(null);
  const meetings = query.data ?? [];
  const chosen = meetings.find(({ id }) => id === sitzung) ?? nearest(meetings);

  useEffect(() => {
    document.title = `${texts.title} – ${t.productName}`;
  }, []);
  // Another meeting was chosen: the form of a new one makes way.
  const [seen, setSeen] = useState(sitzung);
  if (seen !== sitzung) {
    setSeen(sitzung);
    setNew(false);
    setProblem(null);
  }

  const show = (id: string | undefined): void =>
    void navigate({ to: '/sitzungen', search: id === undefined ? {} : { sitzung: id }, replace: true });
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: queries.meetings.key() });

  /** `shows`: goes there. One that is edited is shown already, or somebody has gone on to another. */
  const keep = async (
    input: MeetingInput & { readonly read: MeetingRead },
    said: (meeting: Meeting) => string,
    shows: boolean,
  ): Promise<string | null> => {
    try {
      const meeting = await client.meetings.save(input);
      await refresh();
      setTakesFocus(isNew);
      setNew(false);
      if (shows) show(meeting.id);
      setStatus({ kind: 'done', sentence: said(meeting) });
      return null;
    } catch (error) {
      // What stands there now comes to the form, and what was typed stays in it.
      void refresh();
      return problemOf(error).sentence;
    }
  };
  const time = (): string => new Date().toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' });
  const bringBack = async ({ organizationName, ...meeting }: Meeting): Promise<void> =>
    setProblem(
      await keep(
        { ...meeting, organization: organizationName, read: null },
        (entry) => texts.broughtBack(meetingWords(entry)),
        true,
      ),
    );
  const remove = async (ref: string): Promise<void> => {
    setProblem(null);
    try {
      const removed = await client.meetings.remove({ ref });
      await refresh();
      setTakesFocus(true);
      show(undefined);
      const sentence = texts.removed(meetingWords(removed));
      setStatus({ kind: 'done', sentence, undo: () => void bringBack(removed) });
    } catch (error) {
      setProblem(problemOf(error).sentence);
    }
  };
  const openNew = (): void => {
    setTakesFocus(false);
    setNew(true);
  };
  const closeNew = (): void => {
    setTakesFocus(true);
    setNew(false);
  };
  const isFirst = query.isSuccess && meetings.length === 0;

  return (
    <div className="page" data-help="sitzungen">
      <header className="page-head">
        <h1>{texts.title}</h1>
        <span className="soft" role="status">
          {query.isSuccess && texts.count(meetings.length)}
        </span>
        <span className="page-head-space" />
        {!isNew && !isFirst && (
          <Button kind="primary" icon="add" onPress={openNew}>
            {texts.add}
          </Button>
        )}
      </header>
      {query.error && <ProblemNotice sentence={problemOf(query.error).sentence} />}
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      <div className={isFirst ? 'meetings none' : 'meetings'}>
        {!isFirst && (
          <MeetingList meetings={meetings} selected={isNew ? null : (chosen?.id ?? null)} takesFocus={takesFocus} />
        )}
        {isNew || isFirst ? (
          <section className="meeting-detail" aria-label={texts.add}>
            <header className="pane-head">
              <h2>{texts.add}</h2>
            </header>
            {isFirst && <p className="soft meeting-hint">{texts.empty}</p>}
            <MeetingForm
              meeting={null}
              takesFocus={isNew}
              bodies={bodies}
              onSave={(input) =>
                keep({ ...input, id: newId(), read: null }, (entry) => texts.entered(meetingWords(entry)), true)
              }
              {...(!isFirst && { onCancel: closeNew })}
            />
          </section>
        ) : (
          chosen && (
            <MeetingDetail
              key={chosen.id}
              meeting={chosen}
              bodies={bodies}
              onSave={(input, read) => keep({ ...input, id: chosen.id, read }, () => texts.saved(time()), false)}
              onRemove={() => void remove(chosen.id)}
              onStatus={setStatus}
            />
          )
        )}
      </div>
      <MeetingStatus state={status} />
    </div>
  );
}
