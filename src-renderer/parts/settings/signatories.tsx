/** Who signs in this office, in the order in which the form offers them. */
import { useState } from 'react';
import { SIGNING_SCOPES, type SigningScope } from '../../../src-main/contract/settings/office-profile.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select, type Choice } from '../../ui/select.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNames } from '../statement/use-names.ts';
import { FacsimileField } from './facsimile-field.tsx';
import { fieldId } from './profile-field.tsx';
import type { OfficeEditor } from './use-office-settings.ts';

const SCOPES: readonly Choice<SigningScope>[] = SIGNING_SCOPES.map((id) => ({
  id,
  text: t.settings.signatory.scopes[id],
}));

const unitsOf = (text: string): string[] =>
  text
    .split(',')
    .map((unit) => unit.trim())
    .filter(Boolean);

/** What is typed stays as it is typed; the list follows it. */
function UnitsField({
  units,
  onChange,
}: {
  readonly units: readonly string[];
  readonly onChange: (units: string[]) => void;
}) {
  const [text, setText] = useState(units.join(', '));
  return (
    <TextField
      label={t.settings.signatory.units}
      value={text}
      onChange={(next) => {
        setText(next);
        onChange(unitsOf(next));
      }}
    />
  );
}

export function Signatories({ office }: { readonly office: OfficeEditor }) {
  const { persons } = useNames();
  const list = office.profile.signatories;
  const change = (index: number, part: Partial<(typeof list)[number]>): void =>
    office.set(
      'signatories',
      list.map((row, at) => (at === index ? { ...row, ...part } : row)),
    );
  const name = (index: number): string => list[index]?.name ?? '';
  const moved = (index: number, by: 1 | -1): void => {
    const next = [...list];
    const [row] = next.splice(index, 1);
    if (row) next.splice(index + by, 0, row);
    office.setNow('signatories', next);
  };
  return (
    <div className="setting" id={fieldId('signatories')}>
      {list.length === 0 && <p className="soft">{t.settings.signatory.empty}</p>}
      {list.map((row, index) => (
        <div className="signatory-row" key={index} role="group" aria-label={row.name} onBlur={office.commit}>
          <SuggestField
            label={t.settings.signatory.prefix}
            value={row.prefix ?? ''}
            suggestions={t.statement.prefixes}
            onChange={(prefix) => change(index, { prefix: prefix === '' ? null : prefix })}
          />
          <SuggestField
            label={t.settings.signatory.name}
            value={row.name}
            suggestions={persons}
            onChange={(text) => change(index, { name: text })}
          />
          <TextField
            label={t.settings.signatory.role}
            value={row.role ?? ''}
            onChange={(role) => change(index, { role: role === '' ? null : role })}
          />
          <span className="row-actions">
            <IconButton
              icon="arrowUp"
              size="row"
              label={t.settings.rows.up(name(index))}
              isDisabled={index === 0}
              onPress={() => moved(index, -1)}
            />
            <IconButton
              icon="arrowDown"
              size="row"
              label={t.settings.rows.down(name(index))}
              isDisabled={index === list.length - 1}
              onPress={() => moved(index, 1)}
            />
            <IconButton
              icon="remove"
              size="row"
              label={t.settings.rows.remove(name(index))}
              onPress={() =>
                office.setNow(
                  'signatories',
                  list.filter((_, at) => at !== index),
                )
              }
            />
          </span>
          <div className="signatory-units">
            <UnitsField units={row.units} onChange={(units) => change(index, { units })} />
            <Select
              label={t.settings.signatory.scope}
              value={row.scope}
              choices={SCOPES}
              onChange={(scope) => {
                change(index, { scope });
                office.commit();
              }}
            />
            <TextField
              label={t.settings.signatory.authority}
              placeholder={t.settings.signatory.authorityExample}
              value={row.authority}
              onChange={(authority) => change(index, { authority })}
            />
            <FacsimileField
              name={row.name}
              value={row.facsimile}
              onChange={(facsimile) =>
                office.setNow(
                  'signatories',
                  list.map((other, at) => (at === index ? { ...other, facsimile } : other)),
                )
              }
            />
          </div>
        </div>
      ))}
      <Button
        kind="link"
        icon="add"
        onPress={() =>
          office.set('signatories', [
            ...list,
            {
              name: t.settings.signatory.newName,
              role: null,
              prefix: null,
              units: [],
              scope: 'all',
              authority: '',
              facsimile: null,
            },
          ])
        }
      >
        {t.settings.signatory.add}
      </Button>
    </div>
  );
}
