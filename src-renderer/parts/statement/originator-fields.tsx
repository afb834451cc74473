import type { Originator } from '../../../src-main/record/basics.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  readonly value: readonly Originator[];
  readonly onChange: (value: Originator[]) => void;
  readonly organizations: readonly string[];
  readonly persons: readonly string[];
  readonly isReadOnly?: boolean;
}

const EMPTY: Originator = { organization: '', person: '', function: '' };

export function OriginatorFields({ value, onChange, organizations, persons, isReadOnly = false }: Props) {
  const change = (index: number, part: Partial<Originator>): void =>
    onChange(value.map((originator, at) => (at === index ? { ...originator, ...part } : originator)));
  return (
    <div className="originators">
      {value.map((originator, index) => (
        <fieldset key={index} className="originator-row">
          <legend className="visually-hidden">{t.originators.row(index + 1)}</legend>
          <SuggestField
            label={t.originators.organization}
            value={originator.organization}
            suggestions={organizations}
            isReadOnly={isReadOnly}
            onChange={(organization) => change(index, { organization })}
          />
          <TextField
            label={t.originators.function}
            value={originator.function}
            isReadOnly={isReadOnly}
            onChange={(text) => change(index, { function: text })}
          />
          <SuggestField
            label={t.originators.person}
            value={originator.person}
            suggestions={persons}
            isReadOnly={isReadOnly}
            onChange={(person) => change(index, { person })}
          />
          {!isReadOnly && (
            <IconButton
              icon="remove"
              size="row"
              label={t.originators.remove(index + 1)}
              onPress={() => onChange(value.filter((_, at) => at !== index))}
            />
          )}
        </fieldset>
      ))}
      {!isReadOnly && (
        <div>
          <Button kind="link" icon="add" onPress={() => onChange([...value, EMPTY])}>
            {t.originators.add}
          </Button>
        </div>
      )}
    </div>
  );
}
