/** What a paper says of itself: kind, number, days, publicity, name. */
import { decidePublicity } from '../../../src-main/contract/statement/decide-publicity.ts';
import type { PaperContent } from '../../../src-main/contract/paper/shapes.ts';
import { t } from '../../texts/de.ts';
import { DateField } from '../../ui/date-field.tsx';
import { dateOf } from '../../ui/date-of.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PublicityField } from '../../parts/statement/publicity-field.tsx';
import { TYPES } from './new-paper.ts';

interface Props {
  readonly content: PaperContent;
  readonly nameError: string | null;
  readonly onChange: (part: Partial<PaperContent>) => void;
}

export function PaperHead({ content, nameError, onChange }: Props) {
  return (
    <>
      <div className="grid-4">
        <Select
          label={t.paper.type}
          value={content.paperType}
          choices={TYPES}
          onChange={(paperType) => onChange({ paperType })}
        />
        <TextField
          label={t.paper.reference}
          value={content.reference}
          placeholder={t.paper.referenceHint}
          onChange={(reference) => onChange({ reference })}
        />
        <DateField label={t.paper.date} {...dateOf(content, onChange)} />
        <DateField
          label={t.paper.receivedOn}
          value={content.receivedOn}
          unread={content.unreadReceivedOn ?? ''}
          onChange={(receivedOn, unread) => onChange({ receivedOn, unreadReceivedOn: unread || undefined })}
        />
      </div>
      <div className="grid-4">
        <div className="span-3">
          <TextField
            label={t.paper.name}
            value={content.name}
            error={nameError}
            onChange={(name) => onChange({ name })}
          />
        </div>
        <PublicityField
          label={t.paper.publicity}
          value={content.publicity}
          onChange={(publicity) => onChange(decidePublicity(content, publicity))}
        />
      </div>
    </>
  );
}
