/** Body, day, time and place of a meeting. A new one is entered by its button, an entered one is saved when a field is left. */
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import {
  MEETING_STATES,
  type Meeting,
  type MeetingInput,
  type MeetingRead,
} from '../../../src-main/contract/meeting/shapes.ts';
import { dayOf, parseMeetingStart, timeOf } from '../../../src-main/base/meeting-start.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useUnreadText } from '../../ui/unread-text.ts';

const texts = t.meetings;
const STATES = MEETING_STATES.map((id) => ({ id, text: texts.states[id] }));
/** Any day will do to see whether a time is one. */
const SOME_DAY = '2000-01-01';

interface Fields {
  readonly organization: string;
  readonly day: string | null;
  readonly time: string;
  readonly location: string;
  readonly state: Meeting['state'];
}

const NO_FIELDS: Fields = { organization: '', day: null, time: '', location: '', state: 'planned' };
const fieldsOf = (meeting: Meeting | null): Fields =>
  meeting === null
    ? NO_FIELDS
    : {
        organization: meeting.organizationName,
        day: dayOf(meeting.start),
        time: timeOf(meeting.start),
        location: meeting.location ?? '',
        state: meeting.state,
      };

function readOf(meeting: Meeting | null): MeetingRead {
  if (meeting === null) return null;
  const { organizationName: _, ...read } = meeting;
  return read;
}

/** What was saved shows as it was stored; what was typed since stays. */
const merged = (now: Fields, base: Fields, stored: Fields): Fields => ({
  organization: now.organization === base.organization ? stored.organization : now.organization,
  day: now.day === base.day ? stored.day : now.day,
  time: now.time === base.time ? stored.time : now.time,
  location: now.location === base.location ? stored.location : now.location,
  state: now.state === base.state ? stored.state : now.state,
});

/** Null as long as something is missing or no time of day. */
function inputOf({ organization, day, time, location, state }: Fields): Omit<MeetingInput, 'id'> | null {
  const start = day === null ? undefined : parseMeetingStart(`${day} ${time}`, day);
  if (organization.trim() === '' || start === undefined) return null;
  return { organization, start, location: location.trim() === '' ? null : location.trim(), state };
}

interface Props {
  readonly meeting: Meeting | null;
  readonly bodies: readonly string[];
  /** Answers with a sentence when it was refused. */
  readonly onSave: (input: Omit<MeetingInput, 'id'>, read: MeetingRead) => Promise<string | null>;
  readonly onCancel?: () => void;
  readonly takesFocus?: boolean;
}

export function MeetingForm({ meeting, bodies, onSave, onCancel, takesFocus = false }: Props) {
  const [fields, setFields] = useState(() => fieldsOf(meeting));
  const [problem, setProblem] = useState<string | null>(null);
  const [base, setBase] = useState(fields);
  /** What was refused waits for the person, who reads why. */
  const [held, setHeld] = useState<Fields | null>(null);
  const [seen, setSeen] = useState(meeting);
  if (seen !== meeting) {
    setSeen(meeting);
    setFields(merged(fields, base, fieldsOf(meeting)));
    setBase(fieldsOf(meeting));
  }
  const [unreadDay, keepUnread] = useUnreadText(`meeting:${meeting?.id ?? ''}`, fields.day);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takesFocus) element.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  const set = (part: Partial<Fields>): void => setFields((now) => ({ ...now, ...part }));
  const save = async (wanted: Fields): Promise<void> => {
    const input = unreadDay === '' ? inputOf(wanted) : null;
    if (input === null) {
      setProblem(unreadDay === '' ? texts.incomplete : t.date.mendFirst);
      return;
    }
    setBase(wanted);
    const refused = await onSave(input, readOf(meeting));
    setProblem(refused);
    if (refused !== null) {
      setBase(base);
      setHeld(wanted);
    }
  };
  const commit = (wanted: Fields): void => {
    const isKnown = [base, held].some((fields) => JSON.stringify(wanted) === JSON.stringify(fields));
    if (meeting && !isKnown) void save(wanted);
  };
  const leave = (event: FocusEvent): void => {
    // A list that opens beside its field belongs to it.
    if (event.relatedTarget instanceof Element && event.relatedTarget.closest('.popover')) return;
    commit(fields);
  };
  const isTimeWrong =
    fields.time.trim() !== '' && parseMeetingStart(`${SOME_DAY} ${fields.time}`, SOME_DAY) === undefined;
  return (
    <form
      ref={element}
      className="meeting-form"
      aria-label={texts.form}
      onBlur={leave}
      onSubmit={(event) => {
        event.preventDefault();
        void save(fields);
      }}
    >
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      <div className="meeting-fields">
        <SuggestField
          label={texts.body}
          value={fields.organization}
          suggestions={bodies}
          onChange={(organization) => set({ organization })}
        />
        <DateField
          label={texts.day}
          value={unreadDay === '' ? fields.day : null}
          unread={unreadDay}
          onChange={(day, unread) => {
            keepUnread(unread);
            if (unread === '') set({ day });
          }}
        />
        <TextField
          label={texts.time}
          value={fields.time}
          placeholder={texts.timeHint}
          error={isTimeWrong ? texts.timeWrong : null}
          onChange={(time) => set({ time })}
        />
        <TextField label={texts.location} value={fields.location} onChange={(location) => set({ location })} />
        {meeting && (
          <Select
            label={texts.state}
            value={fields.state}
            choices={STATES}
            onChange={(state) => {
              set({ state });
              commit({ ...fields, state });
            }}
          />
        )}
      </div>
      {!meeting && (
        <div className="button-row">
          <Button kind="primary" type="submit">
            {texts.enter}
          </Button>
          {onCancel && (
            <Button
              kind="quiet"
              onPress={() => {
                keepUnread('');
                onCancel();
              }}
            >
              {t.common.cancel}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
