/** The fields of a letter, in the order in which they print. */
import { useState } from 'react';
import { MOST_ADDRESS_LINES, type LetterContent } from '../../../src-main/contract/letter/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { t } from '../../texts/de.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Section } from '../../ui/section.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PublicityField } from '../../parts/statement/publicity-field.tsx';
import type { LetterEditor } from './use-letter.ts';

const words = t.letters;
type InformationField = keyof LetterContent['information'];
const INFORMATION = Object.keys(words.informationFields) as InformationField[];
const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

export function RecipientFields({ editor }: { readonly editor: LetterEditor }) {
  const { letter, change, redraft, address } = editor;
  const { recipient, notes, kind } = letter.content;
  const [search, setSearch] = useState('');
  const [isTooLong, setTooLong] = useState(false);
  const pick = (text: string): void => {
    setSearch(text);
    const found = letter.draft.suggestions.find(({ name }) => name === text);
    if (!found) return;
    const choice = {
      ...(found.personId !== null && { personId: found.personId }),
      ...(found.organizationId !== null && { organizationId: found.organizationId }),
    };
    // Whoever is chosen brings address and salutation along, whatever stood there.
    void redraft({ recipient: choice }, ['recipient', 'salutation']);
  };
  return (
    <Section
      title={words.recipient}
      summary={recipient.lines.filter(Boolean).slice(0, 2).join(', ') || t.letters.open(words.recipient)}
      help="empfänger"
      startsOpen
    >
      <SuggestField
        label={words.recipientSearch}
        value={search}
        suggestions={letter.draft.suggestions.map(({ name }) => name)}
        onChange={pick}
      />
      <div className="setting">
        <TextField
          label={words.address}
          value={recipient.lines.join('\n')}
          lines={5}
          error={isTooLong ? words.addressTooLong : null}
          onChange={(text) => {
            const lines = linesOf(text);
            setTooLong(lines.length > MOST_ADDRESS_LINES);
            address(lines.slice(0, MOST_ADDRESS_LINES));
          }}
        />
        <p className="soft small">{words.addressHint}</p>
      </div>
      {kind !== 'internal' && (
        <SuggestField
          label={words.notes}
          value={notes}
          suggestions={words.noteSuggestions}
          onChange={(text) => change({ notes: text })}
        />
      )}
    </Section>
  );
}

/** Kinds whose texts speak of deadlines. */
const WITH_DEADLINES: ReadonlySet<LetterContent['kind']> = new Set(['interim-reply', 'extension', 'internal']);

export function DeadlineFields({ editor }: { readonly editor: LetterEditor }) {
  const { letter, redraft, keepUnread } = editor;
  if (!WITH_DEADLINES.has(letter.content.kind)) return null;
  return (
    <div className="grid-3">
      {(['deadline', 'newDeadline'] as const).map((field) => (
        <DateField
          key={field}
          label={words[field]}
          value={letter[field]}
          unread={letter.unread[field] ?? ''}
          onChange={(day, unread) => {
            keepUnread(field, unread);
            if (day !== letter[field]) void redraft({ [field]: day ?? undefined });
          }}
        />
      ))}
    </div>
  );
}

export function InformationFields({ editor }: { readonly editor: LetterEditor }) {
  const { letter, change, redraft } = editor;
  const { information, date, unreadDate, publicity } = letter.content;
  const summary = [information.ourSign, information.name, date === null ? unreadDate : formatGermanDate(date)];
  return (
    <Section title={words.information} summary={summary.filter(Boolean).join(' · ')} help="informationsblock">
      <div className="grid-3">
        {INFORMATION.map((field) => (
          <TextField
            key={field}
            label={words.informationFields[field]}
            value={information[field]}
            onChange={(text) => change({ information: { ...information, [field]: text } })}
          />
        ))}
        <DateField
          label={words.date}
          value={date}
          unread={unreadDate ?? ''}
          onChange={(day, unread) => {
            change({ date: day, unreadDate: unread || undefined });
            // Addresses, names and the next meeting are those of the day of the letter.
            if (day !== null) void redraft({ date: day }, ['date']);
          }}
        />
        <PublicityField
          label={t.statement.publicity}
          value={publicity}
          onChange={(value) => change({ publicity: value })}
        />
      </div>
    </Section>
  );
}

export function AttachedFields({ editor }: { readonly editor: LetterEditor }) {
  const { letter, change } = editor;
  const { enclosures, distribution } = letter.content;
  return (
    <Section title={words.attached} summary={[...enclosures, ...distribution].filter(Boolean).join(', ')}>
      <p className="soft small">{words.onePerLine}</p>
      <TextField
        label={words.enclosures}
        value={enclosures.join('\n')}
        lines={3}
        onChange={(text) => change({ enclosures: linesOf(text) })}
      />
      <TextField
        label={words.distribution}
        value={distribution.join('\n')}
        lines={3}
        onChange={(text) => change({ distribution: linesOf(text) })}
      />
    </Section>
  );
}
