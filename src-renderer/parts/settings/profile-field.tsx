/** One field of the office profile, found by its path; its name and its one line of help stand in the texts. */
import { useId } from 'react';
import { Label } from 'react-aria-components/Label';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField } from 'react-aria-components/NumberField';
import { t } from '../../texts/de.ts';
import { TextField } from '../../ui/text-field.tsx';
import { canBeBold, placeholderNames } from '../../texts/placeholders.ts';
import { valueAt } from './at-path.ts';
import { PatternField } from './pattern-field.tsx';
import type { OfficeEditor } from './use-office-settings.ts';

export type FieldPath = keyof typeof t.settings.fields;

interface Props {
  readonly office: OfficeEditor;
  readonly path: FieldPath;
}

export const fieldId = (path: string): string => `einstellung-${path.replaceAll('.', '-')}`;

export function ProfileField({ office, path }: Props) {
  const value = valueAt(office.profile, path);
  const text = typeof value === 'string' ? value : '';
  const names = placeholderNames(path);
  const hint = t.settings.hints[path];
  return (
    <div className="setting" id={fieldId(path)}>
      {Object.keys(names).length > 0 ? (
        <PatternField
          label={t.settings.fields[path]}
          names={names}
          canBeBold={canBeBold(path)}
          value={[text]}
          error={office.errorAt(path)}
          onChange={([line = '']) => office.set(path, line)}
          onBlur={office.commit}
        />
      ) : (
        <TextField
          label={t.settings.fields[path]}
          value={text}
          error={office.errorAt(path)}
          onChange={(typed) => office.set(path, typed)}
          onBlur={office.commit}
        />
      )}
      {hint !== undefined && <p className="soft small">{hint}</p>}
    </div>
  );
}

export function ProfileNumber({
  office,
  path,
  least,
  most,
  step,
}: Props & { readonly least: number; readonly most: number; readonly step: number }) {
  const value = valueAt(office.profile, path);
  return (
    <div className="setting" id={fieldId(path)}>
      <NumberField
        className="field"
        value={typeof value === 'number' ? value : NaN}
        minValue={least}
        maxValue={most}
        step={step}
        onChange={(number) => {
          if (!Number.isNaN(number)) office.setNow(path, number);
        }}
      >
        <Label>{t.settings.fields[path]}</Label>
        <Group>
          <Input className="input" />
        </Group>
      </NumberField>
    </div>
  );
}

/** A colour: the system's own chooser and the written value. */
export function ProfileColour({ office, path }: Props) {
  const id = useId();
  const value = valueAt(office.profile, path);
  const colour = typeof value === 'string' ? value : '#000000';
  return (
    <div className="setting" id={fieldId(path)}>
      <div className="field">
        <label htmlFor={id} className="label">
          {t.settings.fields[path]}
        </label>
        <input
          id={id}
          type="color"
          className="input colour-input"
          value={/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#000000'}
          onChange={(event) => office.set(path, event.target.value)}
          onBlur={office.commit}
        />
      </div>
    </div>
  );
}
