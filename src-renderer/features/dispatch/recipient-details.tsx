/** What can be changed about one recipient: who, which copy, how many, and the address of somebody from outside. */
import { COPY_KINDS, type DistributionEntry } from '../../../src-main/contract/distribution/shapes.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { KeptDateField } from '../../ui/kept-date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { RecipientChoices } from './recipient-choices.ts';
import { SendMenu, type SendWay } from './send-menu.tsx';

const words = t.dispatch.distribution;
const MOST_COPIES = 999;
const MOST_LINES = 10;

interface Props {
  readonly entry: DistributionEntry;
  readonly choices: RecipientChoices;
  /** Of the directory, below the name; nothing to be typed. */
  readonly address: readonly string[];
  readonly isBusy: boolean;
  readonly onChange: (part: Partial<DistributionEntry>) => void;
  readonly onRemove: () => void;
  readonly onSend: ((way: SendWay) => void) | null;
}

export function RecipientDetails({ entry, choices, address, isBusy, onChange, onRemove, onSend }: Props) {
  const { recipient, copyKind, copies, followUp } = entry;
  const isExternal = recipient.kind === 'external' && recipient.name !== '';
  return (
    <div className="recipient-details" role="group" aria-label={words.detailsOf(recipient.name || words.newRecipient)}>
      <div className="recipient-fields">
        <SuggestField
          label={words.recipient}
          value={choices.textOf(recipient)}
          suggestions={choices.names}
          onChange={(text) => onChange({ recipient: choices.recipientOf(text, recipient) })}
          autoFocus={recipient.name === ''}
        />
        <Select
          label={words.kind}
          value={copyKind}
          choices={COPY_KINDS.map((id) => ({ id, text: t.dispatch.kinds[id] }))}
          onChange={(kind) => onChange({ copyKind: kind, followUp: kind === 'follow-up' ? followUp : null })}
        />
        <TextField
          label={words.count}
          value={String(copies)}
          inputMode="numeric"
          onChange={(text) => {
            const count = Number(text.replace(/\D/g, ''));
            if (count >= 1) onChange({ copies: Math.min(MOST_COPIES, count) });
          }}
        />
        {copyKind === 'follow-up' && (
          <KeptDateField
            label={words.followUp}
            place={`follow-up:${entry.id}`}
            value={followUp}
            onChange={(day) => onChange({ followUp: day })}
          />
        )}
      </div>
      {isExternal && (
        <div className="external-row">
          <TextField
            label={words.address}
            placeholder={words.addressHint}
            lines={3}
            value={recipient.lines.join('\n')}
            onChange={(text) => onChange({ recipient: { ...recipient, lines: text.split('\n').slice(0, MOST_LINES) } })}
          />
          <TextField
            label={words.email}
            value={recipient.email}
            onChange={(email) => onChange({ recipient: { ...recipient, email } })}
          />
        </div>
      )}
      {recipient.kind !== 'external' && address.length > 0 && (
        <p className="soft small">{words.addressIs(address.join(', '))}</p>
      )}
      <div className="button-row">
        {onSend && <SendMenu kind="plain" isDisabled={isBusy} hasOpenCopies onChoose={onSend} />}
        <Button
          kind="link"
          icon="remove"
          onPress={onRemove}
          aria-label={words.remove(recipient.name || words.newRecipient)}
        >
          {words.removeThis}
        </Button>
      </div>
    </div>
  );
}
