/** Who receives which copy: one line each, with what became of it. What can be changed is behind a click on the line. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CopyPlace, DistributionEntry, PlannedCopy } from '../../../src-main/contract/distribution/shapes.ts';
import { useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { recipientChoices } from './recipient-choices.ts';
import { RecipientDetails } from './recipient-details.tsx';
import { CopyLine, EntryLine } from './recipient-line.tsx';
import type { SendWay } from './send-menu.tsx';

const words = t.dispatch.distribution;

interface Props {
  readonly entries: readonly DistributionEntry[];
  readonly copies: readonly PlannedCopy[];
  readonly unresolved: readonly string[];
  readonly shown: CopyPlace | null;
  /** Null as long as there is no issue: nothing to look at, to print or to send. */
  readonly onShow: ((shown: CopyPlace) => void) | null;
  readonly onPrint: ((copy: CopyPlace) => void) | null;
  readonly onSend: ((way: SendWay, entryIds: readonly string[]) => void) | null;
  /** Something is being sent or printed. */
  readonly isBusy: boolean;
  readonly isStored: boolean;
  readonly onChange: (entries: readonly DistributionEntry[]) => void;
}

export function RecipientList(props: Props) {
  const { entries, copies, unresolved, shown, onShow, onPrint, onSend, isBusy, isStored, onChange } = props;
  const { queries } = useCore();
  const { data: directory } = useQuery(queries.system.directory.queryOptions());
  const choices = useMemo(() => recipientChoices(directory), [directory]);
  const [opened, setOpened] = useState<string | null>(null);
  const add = (): void => {
    const id = newId();
    const recipient = { kind: 'external' as const, name: '', lines: [], email: '' };
    onChange([...entries, { id, recipient, copyKind: 'copy', copies: 1, followUp: null }]);
    setOpened(id);
  };
  const line = (copy: PlannedCopy) => {
    const place = { entryId: copy.entryId, index: copy.index };
    return {
      copy,
      isShown: shown?.entryId === copy.entryId && shown.index === copy.index,
      isBusy,
      onShow: onShow && (() => onShow(place)),
      onPrint: onPrint && (() => onPrint(place)),
    };
  };
  return (
    <>
      <ul className="recipients" aria-label={words.title}>
        {entries.map((entry) => {
          const own = copies.filter(({ entryId }) => entryId === entry.id);
          const isGroup = entry.recipient.kind === 'group';
          const isOpen = opened === entry.id;
          const [only] = own;
          return (
            <li key={entry.id}>
              <EntryLine
                name={choices.textOf(entry.recipient)}
                entry={entry}
                copies={own}
                isOpen={isOpen}
                isUnresolved={unresolved.includes(entry.id)}
                onToggle={() => setOpened(isOpen ? null : entry.id)}
                {...(only && !isGroup && { line: line(only) })}
              />
              {isOpen && (
                <RecipientDetails
                  entry={entry}
                  choices={choices}
                  address={isGroup ? [] : (only?.recipient.lines.slice(1) ?? [])}
                  isBusy={isBusy}
                  onChange={(part) =>
                    onChange(entries.map((each) => (each.id === entry.id ? { ...each, ...part } : each)))
                  }
                  onRemove={() => onChange(entries.filter(({ id }) => id !== entry.id))}
                  onSend={onSend && own.length > 0 ? (way) => onSend(way, [entry.id]) : null}
                />
              )}
              {isGroup && own.length > 0 && (
                <ul className="recipient-members" aria-label={choices.textOf(entry.recipient)}>
                  {own.map((copy) => (
                    <li key={copy.index}>
                      <CopyLine {...line(copy)} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <div className="recipients-foot">
        <Button kind="link" icon="add" onPress={add}>
          {words.add}
        </Button>
        {isStored ? (
          <Button kind="link" onPress={() => onChange([])}>
            {words.reset}
          </Button>
        ) : (
          <p className="soft small">{words.suggested}</p>
        )}
      </div>
    </>
  );
}
