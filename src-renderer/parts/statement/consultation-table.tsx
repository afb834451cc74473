/** The order of consultations as a table of fields: rows are added, moved and removed in place. */
import { useState } from 'react';
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import type { DraftConsultation } from '../../../src-main/contract/statement/shapes.ts';
import { shortWeekday } from '../../../src-main/base/german-date.ts';
import { newId } from '../../data/new-id.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { dateOf } from '../../ui/date-of.ts';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { PublicityField } from './publicity-field.tsx';

interface Props {
  readonly value: readonly DraftConsultation[];
  /** Of the paper: new rows are as it is. */
  readonly paper: DraftPublicity;
  readonly onChange: (value: DraftConsultation[]) => void;
  readonly organizations: readonly string[];
  readonly isReadOnly?: boolean;
}

export function ConsultationTable({ value, paper, onChange, organizations, isReadOnly = false }: Props) {
  // A non-public paper shows every row, and where all are as their paper there is nothing to say. A column that came stays: no field
  // goes away under the hand.
  const differs = paper !== 'non-public' && value.some(({ publicity }) => publicity !== paper);
  const [wasShown, setShown] = useState(differs);
  if (differs && !wasShown) setShown(true);
  const showsPublicity = differs || wasShown;
  const change = (index: number, part: Partial<DraftConsultation>): void =>
    onChange(value.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const move = (index: number, by: 1 | -1): void => {
    const rows = [...value];
    const [row] = rows.splice(index, 1);
    if (row) rows.splice(index + by, 0, row);
    onChange(rows);
  };
  const add = (): void =>
    onChange([...value, { id: newId(), organization: '', date: null, role: null, publicity: paper }]);

  return (
    <div className="consultations" data-field="consultations">
      {value.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.consultations.body}</th>
              <th scope="col" colSpan={2}>
                {t.consultations.day}
              </th>
              <th scope="col">{t.consultations.role}</th>
              {showsPublicity && <th scope="col">{t.consultations.publicity}</th>}
              {!isReadOnly && (
                <th scope="col">
                  <span className="visually-hidden">{t.consultations.actions}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {value.map((row, index) => (
              <tr key={row.id}>
                <td>
                  <SuggestField
                    hideLabel
                    label={t.consultations.bodyOf(index + 1)}
                    value={row.organization}
                    suggestions={organizations}
                    isReadOnly={isReadOnly}
                    onChange={(organization) => change(index, { organization })}
                  />
                </td>
                <td className="weekday soft">{row.date !== null && shortWeekday(row.date)}</td>
                <td className="day" data-field={`consultations.${index}.date`}>
                  <DateField
                    hideLabel
                    label={t.consultations.dayOf(index + 1)}
                    isReadOnly={isReadOnly}
                    {...dateOf(row, (part) => change(index, part))}
                  />
                </td>
                <td className="role">
                  <SuggestField
                    hideLabel
                    label={t.consultations.roleOf(index + 1)}
                    value={row.role ?? ''}
                    suggestions={t.consultations.roles}
                    isReadOnly={isReadOnly}
                    onChange={(role) => change(index, { role: role === '' ? null : role })}
                  />
                </td>
                {showsPublicity && (
                  <td className="publicity" data-field={`consultations.${index}.publicity`}>
                    <PublicityField
                      isCell
                      label={t.consultations.publicityOf(index + 1)}
                      value={row.publicity}
                      isDisabled={isReadOnly}
                      onChange={(publicity) => change(index, { publicity })}
                    />
                  </td>
                )}
                {!isReadOnly && (
                  <td className="row-actions">
                    <IconButton
                      icon="arrowUp"
                      size="row"
                      label={t.consultations.up(index + 1)}
                      isDisabled={index === 0}
                      onPress={() => move(index, -1)}
                    />
                    <IconButton
                      icon="arrowDown"
                      size="row"
                      label={t.consultations.down(index + 1)}
                      isDisabled={index === value.length - 1}
                      onPress={() => move(index, 1)}
                    />
                    <IconButton
                      icon="remove"
                      size="row"
                      label={t.consultations.remove(index + 1)}
                      onPress={() => onChange(value.filter((_, at) => at !== index))}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!isReadOnly && (
        <Button kind="link" icon="add" onPress={add}>
          {t.consultations.add}
        </Button>
      )}
    </div>
  );
}
