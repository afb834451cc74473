import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FEDERAL_STATES, type FederalState } from '../../../src-main/contract/settings/office-profile.ts';
import type { OfficeSettings } from '../../../src-main/contract/settings/shapes.ts';
import { formatGermanDate, weekdayName } from '../../../src-main/base/german-date.ts';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Select, type Choice } from '../../ui/select.tsx';
import { fieldId } from '../../parts/settings/profile-field.tsx';
import { SettingsStatus } from '../../parts/settings/settings-status.tsx';
import { useOfficeEditor } from '../../parts/settings/use-office-settings.ts';

type StateChoice = FederalState | 'none';
const words = t.settings.holidays;
const STATES: readonly Choice<StateChoice>[] = [
  { id: 'none', text: words.noState },
  ...FEDERAL_STATES.map((id) => ({ id, text: words.states[id] })),
];
const YEARS_SHOWN = 4;

function Editor({ stored }: { readonly stored: OfficeSettings }) {
  const { queries } = useCore();
  const office = useOfficeEditor(stored);
  const thisYear = new Date().getFullYear();
  const [year, setYear] = useState(String(thisYear));
  const state = office.profile.federalState;
  const { data } = useQuery(queries.settings.holidays.queryOptions({ input: { year: Number(year), state } }));
  const years = Array.from({ length: YEARS_SHOWN }, (_, index) => String(thisYear - 1 + index));
  return (
    <div className="settings-single">
      <div className="settings-form">
        <p className="soft">{t.settings.areaHints.feiertage}</p>
        <div className="grid-2" id={fieldId('federalState')}>
          <Select
            label={words.state}
            value={state ?? 'none'}
            choices={STATES}
            onChange={(chosen) => office.setNow('federalState', chosen === 'none' ? null : chosen)}
          />
          <Select label={words.year} value={year} choices={years.map((id) => ({ id, text: id }))} onChange={setYear} />
        </div>
        {state === null ? (
          <p className="soft">{words.none}</p>
        ) : (
          <table className="plain-table">
            <caption>{words.list(Number(year))}</caption>
            <tbody>
              {data?.map((day) => (
                <tr key={day.date}>
                  <td>{weekdayName(day.date)}</td>
                  <td>{formatGermanDate(day.date)}</td>
                  <td>{day.name}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <SettingsStatus state={office.saved} onUndo={office.undo} />
    </div>
  );
}

export function HolidaysArea() {
  const { queries } = useCore();
  const { data } = useQuery(queries.settings.office.queryOptions());
  return data ? <Editor stored={data} /> : null;
}
