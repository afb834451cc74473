import type { Reach } from '../../../src-main/contract/settings/shapes.ts';
import { t } from '../../texts/de.ts';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  readonly value: Reach;
  readonly onChange: (value: Reach) => void;
  readonly onCommit: () => void;
}

/** Where somebody is reached. */
export function ReachFields({ value, onChange, onCommit }: Props) {
  const field = (key: keyof Reach) => (
    <TextField
      label={t.settings.reach[key]}
      value={value[key]}
      onChange={(text) => onChange({ ...value, [key]: text })}
      onBlur={onCommit}
    />
  );
  return (
    <fieldset className="setting-group">
      <legend>{t.settings.reach.title}</legend>
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
