/** All meetings by month. Every row is a link; the arrow keys go from row to row. */
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Meeting } from '../../../src-main/contract/meeting/shapes.ts';
import { timeOf } from '../../../src-main/base/meeting-start.ts';
import { t } from '../../texts/de.ts';
import { dayWords, monthWords } from './meeting-words.ts';

const texts = t.meetings;

/** Where an arrow key leads; null for every other key. */
function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function goByArrows(event: KeyboardEvent<HTMLTableElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const to = target(event.key, links.indexOf(document.activeElement as HTMLElement), links.length);
  if (to === null) return;
  event.preventDefault();
  links[to]?.focus();
}

interface RowProps {
  readonly meeting: Meeting;
  readonly isSelected: boolean;
  /** What had the focus went away with the last action. */
  readonly takesFocus: boolean;
}

function MeetingRow({ meeting, isSelected, takesFocus }: RowProps) {
  const { id, start, organizationName, state } = meeting;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  useEffect(() => {
    if (isSelected && takesFocus) row.current?.querySelector('a')?.focus();
  }, [isSelected, takesFocus]);
  return (
    <tr
      ref={row}
      className={state === 'cancelled' ? 'meeting-row cancelled' : 'meeting-row'}
      data-selected={isSelected || undefined}
    >
      <td className="meeting-day">
        <Link
          to="/sitzungen"
          search={{ sitzung: id }}
          className="meeting-link"
          aria-current={isSelected ? 'true' : undefined}
          aria-label={`${dayWords(start)}, ${timeOf(start)}, ${organizationName}`}
        >
          {dayWords(start)}
        </Link>
      </td>
      <td className="meeting-time soft">{timeOf(start)}</td>
      <td className="meeting-body" title={organizationName}>
        <span className="ellipsis">{organizationName}</span>
        {state === 'cancelled' && <span className="tag warn">{texts.states.cancelled}</span>}
      </td>
    </tr>
  );
}

interface Props {
  readonly meetings: readonly Meeting[];
  readonly selected: string | null;
  readonly takesFocus: boolean;
}

export function MeetingList({ meetings, selected, takesFocus }: Props) {
  const months = Map.groupBy(meetings, ({ start }) => monthWords(start));
  return (
    <div className="meeting-scroller">
      <table className="meeting-table" aria-label={texts.list} onKeyDown={goByArrows}>
        <colgroup>
          <col className="meeting-day" />
          <col className="meeting-time" />
          <col />
        </colgroup>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{texts.columns.day}</th>
            <th scope="col">{texts.columns.time}</th>
            <th scope="col">{texts.columns.body}</th>
          </tr>
        </thead>
        {[...months].map(([month, entries]) => (
          <tbody key={month}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="meeting-month">
                {month}
              </th>
            </tr>
            {entries.map((meeting) => (
              <MeetingRow
                key={meeting.id}
                meeting={meeting}
                isSelected={meeting.id === selected}
                takesFocus={takesFocus}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
