/** The statements of a meeting in agenda order: numbered, moved, opened. */
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { MeetingPaper } from '../../../src-main/contract/meeting/shapes.ts';
import { t } from '../../texts/de.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PublicityTag } from '../../parts/statement/publicity-tag.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Agenda } from './use-agenda.ts';

const texts = t.meetings.agenda;
const LONGEST_NUMBER = 20;

/** The browser forgets the focus of a row that moves. */
function useKeptFocus(order: string) {
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<{ readonly id: string; readonly place: string } | null>(null);
  useLayoutEffect(() => {
    const { id, place } = wanted.current ?? { id: '', place: '' };
    wanted.current = null;
    if (id === '') return;
    const row = table.current?.querySelector(`[data-paper="${id}"]`);
    const at = (name: string): HTMLElement | null =>
      row?.querySelector(`[data-place="${name}"] :is(input, a, button):not([disabled])`) ?? null;
    (at(place) ?? at(place === 'up' ? 'down' : 'up'))?.focus();
  }, [order]);
  const remember = (id: string): void => {
    const place = document.activeElement?.closest('[data-place]')?.getAttribute('data-place') ?? 'up';
    wanted.current = { id, place };
  };
  return { table, remember };
}

function FolderWord({ paper, withNonPublic }: { readonly paper: MeetingPaper; readonly withNonPublic: boolean }) {
  const isLeftOut = paper.publicity === 'non-public' && !withNonPublic;
  if (isLeftOut) {
    return (
      <span className="status-item soft">
        <Icon name="lock" small />
        {texts.leftOut}
      </span>
    );
  }
  return paper.hasIssue ? (
    <span className="status-item ok">
      <Icon name="checkmark" small />
      {texts.inFolder}
    </span>
  ) : (
    <span className="status-item warn">
      <Icon name="warning" small />
      {texts.notIssued}
    </span>
  );
}

interface RowProps {
  readonly paper: MeetingPaper;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly withNonPublic: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onNumber: (number: string) => void;
}

function AgendaRow({ paper, isFirst, isLast, withNonPublic, onMove, onNumber }: RowProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const reference = paper.reference ?? t.register.noNumber;
  const leave = (): void => {
    if (typed !== null) onNumber(typed.trim());
    setTyped(null);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <tr data-paper={paper.id} onKeyDown={onKey}>
      <td className="agenda-number" data-place="number">
        <TextField
          hideLabel
          label={texts.numberOf(reference)}
          value={typed ?? paper.number}
          maxLength={LONGEST_NUMBER}
          onChange={setTyped}
          onBlur={leave}
        />
      </td>
      <td className="agenda-reference" data-place="reference">
        <Link to="/stellungnahme/$id" params={{ id: paper.id }} className="reference-link">
          {reference}
        </Link>
      </td>
      <td className="agenda-name">
        {paper.name || t.statement.unnamed} <PublicityTag publicity={paper.publicity} isShort />
      </td>
      <td className="agenda-state">
        <span className="tag">{t.states[paper.state]}</span>
      </td>
      <td className="agenda-folder">
        <FolderWord paper={paper} withNonPublic={withNonPublic} />
      </td>
      <td className="agenda-actions">
        <span data-place="up">
          <IconButton
            icon="arrowUp"
            size="row"
            label={texts.up(reference)}
            isDisabled={isFirst}
            onPress={() => onMove(-1)}
          />
        </span>
        <span data-place="down">
          <IconButton
            icon="arrowDown"
            size="row"
            label={texts.down(reference)}
            isDisabled={isLast}
            onPress={() => onMove(1)}
          />
        </span>
      </td>
    </tr>
  );
}

export function AgendaTable({ agenda, withNonPublic }: { readonly agenda: Agenda; readonly withNonPublic: boolean }) {
  const { papers } = agenda;
  const { table, remember } = useKeptFocus(papers.map(({ id }) => id).join());
  return (
    <table ref={table} className="agenda-table" aria-label={texts.title}>
      <thead>
        <tr>
          <th scope="col">{texts.columns.number}</th>
          <th scope="col">{texts.columns.reference}</th>
          <th scope="col">{texts.columns.name}</th>
          <th scope="col">{texts.columns.state}</th>
          <th scope="col">{texts.columns.folder}</th>
          <th scope="col">
            <span className="visually-hidden">{texts.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {papers.map((paper, index) => (
          <AgendaRow
            key={paper.id}
            paper={paper}
            isFirst={index === 0}
            isLast={index === papers.length - 1}
            withNonPublic={withNonPublic}
            onMove={(by) => {
              if (agenda.move(paper.id, by)) remember(paper.id);
            }}
            onNumber={(number) => agenda.setNumber(paper.id, number)}
          />
        ))}
      </tbody>
    </table>
  );
}
