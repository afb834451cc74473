import type { ContactDetails } from '../../../src-main/contract/settings/shapes.ts';
import { t } from '../../texts/de.ts';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  readonly value: ContactDetails;
  readonly onChange: (value: ContactDetails) => void;
  readonly onCommit: () => void;
}

/** Where somebody is reached. */
export function ContactDetailsFields({ value, onChange, onCommit }: Props) {
  const field = (key: keyof ContactDetails) => (
    <TextField
      label={t.settings.contactDetails[key]}
      value={value[key]}
      onChange={(text) => onChange({ ...value, [key]: text })}
      onBlur={onCommit}
    />
  );
  return (
    <fieldset className="setting-group">
      <legend>{t.settings.contactDetails.title}</legend>
      {field('street')}
      <div className="grid-place">
        {field('postalCode')}
        {field('city')}
      </div>
      {field('country')}
      <div className="grid-3">
        {field('room')}
        {field('telephone')}
        {field('email')}
      </div>
    </fieldset>
  );
}
