/** Who receives which copy: rows with fields, below each the copies it means today and what became of them. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  COPY_KINDS,
  type CopyPlace,
  type DistributionEntry,
  type PlannedCopy,
} from '../../../src-main/contract/copies.ts';
import { formatGermanTime } from '../../../src-main/contract/text/german-time.ts';
import { useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { KeptDateField } from '../../ui/kept-date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { recipientChoices, type RecipientChoices } from './recipient-choices.ts';

const words = t.dispatch.distribution;
const MOST_COPIES = 999;

interface RowProps {
  readonly entry: DistributionEntry;
  readonly number: number;
  readonly choices: RecipientChoices;
  readonly onChange: (part: Partial<DistributionEntry>) => void;
  readonly onRemove: () => void;
}

function EntryFields({ entry, number, choices, onChange, onRemove }: RowProps) {
  const { recipient, copyKind, copies, followUp } = entry;
  return (
    <tr>
      <td>
        <SuggestField
          hideLabel
          label={words.recipientOf(number)}
          value={choices.textOf(recipient)}
          suggestions={choices.names}
          onChange={(text) => onChange({ recipient: choices.recipientOf(text, recipient) })}
        />
      </td>
      <td className="copy-kind">
        <Select
          hideLabel
          label={words.kindOf(number)}
          value={copyKind}
          choices={COPY_KINDS.map((id) => ({ id, text: t.dispatch.kinds[id] }))}
          onChange={(kind) => onChange({ copyKind: kind, followUp: kind === 'follow-up' ? followUp : null })}
        />
        {copyKind === 'follow-up' && (
          <KeptDateField
            hideLabel
            place={`follow-up:${entry.id}`}
            label={words.followUpOf(number)}
            value={followUp}
            onChange={(day) => onChange({ followUp: day })}
          />
        )}
      </td>
      <td className="copy-count">
        <TextField
          hideLabel
          label={words.countOf(number)}
          value={String(copies)}
          inputMode="numeric"
          onChange={(text) => {
            const count = Number(text.replace(/\D/g, ''));
            if (count >= 1) onChange({ copies: Math.min(MOST_COPIES, count) });
          }}
        />
      </td>
      <td className="row-actions">
        <IconButton icon="remove" size="row" label={words.remove(number)} onPress={onRemove} />
      </td>
    </tr>
  );
}

function ExternalFields({ entry, number, onChange }: Pick<RowProps, 'entry' | 'number' | 'onChange'>) {
  const { recipient } = entry;
  return (
    <tr className="external-fields">
      <td colSpan={4}>
        <div className="external-row">
          <TextField
            hideLabel
            label={words.addressOf(number)}
            placeholder={words.addressHint}
            lines={3}
            value={recipient.lines.join('\n')}
            onChange={(text) => onChange({ recipient: { ...recipient, lines: text.split('\n').slice(0, 10) } })}
          />
          <TextField
            hideLabel
            label={words.emailOf(number)}
            placeholder={words.emailHint}
            value={recipient.email}
            onChange={(email) => onChange({ recipient: { ...recipient, email } })}
          />
        </div>
      </td>
    </tr>
  );
}

export interface Shown {
  readonly entryId: string;
  readonly index: number;
}

function CopyLine({
  copy,
  isShown,
  onShow,
  onPrint,
  isBusy,
}: {
  readonly copy: PlannedCopy;
  readonly isShown: boolean;
  readonly onShow: (() => void) | null;
  readonly onPrint: (() => void) | null;
  readonly isBusy: boolean;
}) {
  const { recipient, hasAddress, sent } = copy;
  const leavesTheHouse = copy.copyKind === 'original' || copy.copyKind === 'copy';
  return (
    <li className="copy-line" data-shown={isShown || undefined}>
      <span className="ellipsis">{recipient.lines.join(', ') || recipient.name}</span>
      {!hasAddress && leavesTheHouse && <span className="soft">{words.noAddress}</span>}
      <span className={sent === null ? 'soft copy-state' : 'good copy-state'}>
        {sent === null ? words.openCopy : words.sent(t.dispatch.channels[sent.channel], formatGermanTime(sent.at))}
      </span>
      {onShow && <IconButton icon="eye" size="row" label={words.show(recipient.name)} onPress={onShow} />}
      {onPrint && (
        <IconButton
          icon="print"
          size="row"
          isDisabled={isBusy}
          label={t.printing.one(recipient.name)}
          onPress={onPrint}
        />
      )}
    </li>
  );
}

interface Props {
  readonly entries: readonly DistributionEntry[];
  readonly copies: readonly PlannedCopy[];
  readonly unresolved: readonly string[];
  readonly shown: Shown | null;
  /** Null as long as there is no issue to look at. */
  readonly onShow: ((shown: Shown) => void) | null;
  /** Null as long as there is no issue to print. */
  readonly onPrint: ((copy: CopyPlace) => void) | null;
  /** Something is being sent or printed. */
  readonly isBusy: boolean;
  readonly onChange: (entries: readonly DistributionEntry[]) => void;
}

export function EntryTable({ entries, copies, unresolved, shown, onShow, onPrint, isBusy, onChange }: Props) {
  const { queries } = useCore();
  const { data: directory } = useQuery(queries.system.directory.queryOptions());
  const choices = useMemo(() => recipientChoices(directory), [directory]);
  const add = (): void =>
    onChange([
      ...entries,
      {
        id: newId(),
        recipient: { kind: 'external', name: '', lines: [], email: '' },
        copyKind: 'copy',
        copies: 1,
        followUp: null,
      },
    ]);
  return (
    <div className="distribution">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.recipient}</th>
            <th scope="col" className="copy-kind">
              {words.kind}
            </th>
            <th scope="col" className="copy-count">
              {words.count}
            </th>
            <th scope="col" className="row-actions">
              <span className="visually-hidden">{words.actions}</span>
            </th>
          </tr>
        </thead>
        {entries.map((entry, index) => {
          const change = (part: Partial<DistributionEntry>): void =>
            onChange(entries.map((each) => (each.id === entry.id ? { ...each, ...part } : each)));
          const row = { entry, number: index + 1, onChange: change };
          return (
            <tbody key={entry.id}>
              <EntryFields
                {...row}
                choices={choices}
                onRemove={() => onChange(entries.filter(({ id }) => id !== entry.id))}
              />
              {entry.recipient.kind === 'external' && entry.recipient.name !== '' && <ExternalFields {...row} />}
              <tr>
                <td colSpan={4} className="copy-lines">
                  {unresolved.includes(entry.id) && <p className="bad small">{words.nobody}</p>}
                  <ul>
                    {copies
                      .filter(({ entryId }) => entryId === entry.id)
                      .map((copy) => (
                        <CopyLine
                          key={copy.index}
                          copy={copy}
                          isShown={shown?.entryId === entry.id && shown.index === copy.index}
                          onShow={onShow && (() => onShow({ entryId: entry.id, index: copy.index }))}
                          isBusy={isBusy}
                          onPrint={onPrint && (() => onPrint({ entryId: entry.id, index: copy.index }))}
                        />
                      ))}
                  </ul>
                </td>
              </tr>
            </tbody>
          );
        })}
      </table>
      <Button kind="link" icon="add" onPress={add}>
        {words.add}
      </Button>
    </div>
  );
}
