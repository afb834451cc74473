/** How numbers are built, class by class, with an example of each. */
import type { NumberPattern } from '../../../src-main/contract/settings/office-profile.ts';
import { t } from '../../texts/de.ts';
import { placeholderNames } from '../../texts/placeholders.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select, type Choice } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PatternField } from './pattern-field.tsx';
import { fieldId } from './profile-field.tsx';
import type { OfficeEditor } from './use-office-settings.ts';

const TYPES: readonly Choice<NumberPattern['paperType']>[] = (
  Object.keys(t.paperTypes) as NumberPattern['paperType'][]
).map((id) => ({ id, text: t.paperTypes[id] }));

const GIVERS: readonly Choice<keyof typeof t.settings.numbers.givers>[] = [
  { id: 'office', text: t.settings.numbers.givers.office },
  { id: 'elsewhere', text: t.settings.numbers.givers.elsewhere },
];

const NAMES = placeholderNames('numberPatterns.pattern');
const EXAMPLE_NUMBER = 21;

/** The pattern filled with a number of this year. */
function exampleOf(pattern: string): string {
  const year = String(new Date().getFullYear());
  return pattern
    .replace(/\{(0{1,6})\}/, (_, digits: string) => String(EXAMPLE_NUMBER).padStart(digits.length, '0'))
    .replace('{YYYY}', year)
    .replace('{YY}', year.slice(2));
}

export function NumberPatterns({ office }: { readonly office: OfficeEditor }) {
  const list = office.profile.numberPatterns;
  const change = (index: number, part: Partial<NumberPattern>): NumberPattern[] =>
    list.map((row, at) => (at === index ? { ...row, ...part } : row));
  const words = t.settings.numbers;
  return (
    <div className="setting" id={fieldId('numberPatterns')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.class}</th>
            <th scope="col">{words.type}</th>
            <th scope="col">{words.pattern}</th>
            <th scope="col">{words.giver}</th>
            <th scope="col">{words.example}</th>
            <th scope="col">
              <span className="visually-hidden">{t.consultations.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((row, index) => (
            <tr key={index}>
              <td className="narrow-column">
                <TextField
                  hideLabel
                  label={words.of(words.class, index + 1)}
                  value={row.class}
                  error={office.errorAt(`numberPatterns.${index}.class`) === null ? null : words.wrongClass}
                  onChange={(text) => office.set('numberPatterns', change(index, { class: text.toUpperCase() }))}
                  onBlur={office.commit}
                />
              </td>
              <td>
                <Select
                  hideLabel
                  label={words.of(words.type, index + 1)}
                  value={row.paperType}
                  choices={TYPES}
                  onChange={(paperType) => office.setNow('numberPatterns', change(index, { paperType }))}
                />
              </td>
              <td>
                <PatternField
                  hideLabel
                  label={words.of(words.pattern, index + 1)}
                  names={NAMES}
                  value={[row.pattern]}
                  error={office.errorAt(`numberPatterns.${index}.pattern`) === null ? null : words.wrong}
                  onChange={([pattern = '']) => office.set('numberPatterns', change(index, { pattern }))}
                  onBlur={office.commit}
                />
              </td>
              <td>
                {row.paperType === 'statement' ? (
                  <Select
                    hideLabel
                    label={words.of(words.giver, index + 1)}
                    value={row.givenElsewhere ? 'elsewhere' : 'office'}
                    choices={GIVERS}
                    onChange={(giver) =>
                      office.setNow('numberPatterns', change(index, { givenElsewhere: giver === 'elsewhere' }))
                    }
                  />
                ) : (
                  <span className="soft">{words.arrives}</span>
                )}
              </td>
              <td>{exampleOf(row.pattern)}</td>
              <td className="row-actions">
                <IconButton
                  icon="remove"
                  size="row"
                  label={t.settings.rows.remove(row.class)}
                  isDisabled={list.length === 1}
                  onPress={() =>
                    office.setNow(
                      'numberPatterns',
                      list.filter((_, at) => at !== index),
                    )
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        kind="link"
        icon="add"
        onPress={() =>
          office.set('numberPatterns', [...list, { class: 'X', paperType: 'other', pattern: 'X{0000}/{YY}' }])
        }
      >
        {words.add}
      </Button>
    </div>
  );
}
