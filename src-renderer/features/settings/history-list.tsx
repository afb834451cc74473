/** What was changed, by whom and when, and the ways back. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SettingArea, SettingChange } from '../../../src-main/contract/settings/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useChangeText } from './use-change-text.ts';

const MOST_FIELDS = 6;

export const timeText = (instant: string): string =>
  new Date(instant).toLocaleString('de-DE', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

function Change({
  change,
  onDone,
}: {
  readonly change: SettingChange;
  readonly onDone: (problem: string | null) => void;
}) {
  const { client } = useCore();
  const words = t.settings.history;
  const changeText = useChangeText();
  const run = (work: Promise<unknown>): void => {
    work.then(
      () => onDone(null),
      (error: unknown) => onDone(problemOf(error).sentence),
    );
  };
  const subject = change.title === '' ? words.area[change.area] : change.title;
  return (
    <li className="history-entry">
      <div className="history-head">
        <strong className="ellipsis">{subject}</strong>
        <span>{words.kind[change.kind]}</span>
        {change.validFrom !== null && (
          <span className="tag">{words.validFrom(formatGermanDate(change.validFrom))}</span>
        )}
        <span className="soft small">
          {timeText(change.at)} · {change.actor}
        </span>
      </div>
      <ul className="history-fields small">
        {change.fields.slice(0, MOST_FIELDS).map((field) => (
          <li key={field.field}>{changeText(field)}</li>
        ))}
        {change.fields.length > MOST_FIELDS && (
          <li className="soft">{t.settings.contacts.more(change.fields.length - MOST_FIELDS)}</li>
        )}
      </ul>
      {change.isUndoable ? (
        <Button kind="link" icon="undo" onPress={() => run(client.settings.undo({ seq: change.seq }))}>
          {words.undo}
        </Button>
      ) : (
        <Button kind="link" icon="undo" onPress={() => run(client.settings.restore({ seq: change.seq }))}>
          {words.restore}
        </Button>
      )}
      {change.isUndoable && change.batch !== null && <span className="soft small">{words.batch}</span>}
    </li>
  );
}

function HistoryList({
  area,
  entityId,
}: {
  readonly area?: SettingArea | undefined;
  readonly entityId?: string | undefined;
}) {
  const { queries } = useCore();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const { data } = useQuery(queries.settings.history.queryOptions({ input: { area, entityId } }));
  const done = (sentence: string | null): void => {
    setProblem(sentence);
    void queryClient.invalidateQueries({ queryKey: queries.settings.key() });
    void queryClient.invalidateQueries({ queryKey: queries.system.key() });
  };
  return (
    <>
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      {data?.length === 0 && <p className="soft">{t.settings.history.empty}</p>}
      <ul className="history">
        {data?.map((change) => (
          <Change key={change.seq} change={change} onDone={done} />
        ))}
      </ul>
    </>
  );
}

/** The history of one entry, folded away. */
export function EntryHistory({ area, entityId }: { readonly area: SettingArea; readonly entityId: string }) {
  return (
    <Section title={t.settings.organizations.history} summary="">
      <HistoryList area={area} entityId={entityId} />
    </Section>
  );
}

export function HistoryArea() {
  return (
    <div className="settings-single">
      <div className="settings-form">
        <p className="soft">{t.settings.areaHints.verlauf}</p>
        <HistoryList />
      </div>
    </div>
  );
}
