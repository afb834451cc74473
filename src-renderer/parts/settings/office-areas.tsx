/** The areas that edit the office profile, with the sample beside them. */
import { CHOICE_NAMES, HEAD_ROWS } from '../../../src-main/record/statement-fields.ts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { LetterKind } from '../../../src-main/contract/letter/kinds.ts';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { IconButton } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { CoatOfArmsField } from './coat-of-arms-field.tsx';
import { CopySettings, type MarkedKind } from './copy-settings.tsx';
import { LetterTexts } from './letter-texts.tsx';
import { NumberPatterns } from './number-patterns.tsx';
import { fieldId, ProfileColour, ProfileField, ProfileNumber, type FieldPath } from './profile-field.tsx';
import { SamplePane } from './sample-pane.tsx';
import { Signatories } from './signatories.tsx';
import { SettingsStatus } from './settings-status.tsx';
import { useOfficeEditor, type OfficeEditor } from './use-office-settings.ts';
import type { OfficeSettings } from '../../../src-main/contract/settings/shapes.ts';

export type OfficeArea = 'buero' | 'formblatt' | 'texte' | 'briefe' | 'kopien' | 'unterzeichner' | 'nummern';

function FieldGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="setting-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

export function Letterhead({ office }: { readonly office: OfficeEditor }) {
  return (
    <>
      <FieldGroup title={t.settings.groups.names}>
        <ProfileField office={office} path="bodyName" />
        <ProfileField office={office} path="address.street" />
        <div className="grid-place">
          <ProfileField office={office} path="address.postalCode" />
          <ProfileField office={office} path="address.city" />
        </div>
        <div className="grid-3">
          <ProfileField office={office} path="address.telephone" />
          <ProfileField office={office} path="address.email" />
          <ProfileField office={office} path="address.web" />
        </div>
      </FieldGroup>
      <FieldGroup title={t.settings.groups.arms}>
        <CoatOfArmsField office={office} />
      </FieldGroup>
      <FieldGroup title={t.settings.groups.footer}>
        <ProfileField office={office} path="footerText" />
      </FieldGroup>
    </>
  );
}

/** What is shown, in order, and below it what could be shown, too. */
function OrderedChoice<T extends string>({
  id,
  label,
  value,
  all,
  nameOf,
  least,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: readonly T[];
  readonly all: readonly T[];
  readonly nameOf: (item: T) => string;
  readonly least: number;
  readonly onChange: (value: readonly T[]) => void;
}) {
  const move = (index: number, by: 1 | -1): void => {
    const next = [...value];
    const [item] = next.splice(index, 1);
    if (item !== undefined) next.splice(index + by, 0, item);
    onChange(next);
  };
  const rows = [...value, ...all.filter((item) => !value.includes(item))];
  return (
    <ul className="ordered-choice" id={fieldId(id)} aria-label={label}>
      {rows.map((item) => {
        const index = value.indexOf(item);
        const isOn = index >= 0;
        return (
          <li key={item}>
            <Switch
              label={nameOf(item)}
              isSelected={isOn}
              isDisabled={isOn && value.length <= least}
              onChange={(on) => onChange(on ? [...value, item] : value.filter((other) => other !== item))}
            />
            {isOn && (
              <>
                <IconButton
                  icon="arrowUp"
                  size="row"
                  label={t.settings.rows.up(nameOf(item))}
                  isDisabled={index === 0}
                  onPress={() => move(index, -1)}
                />
                <IconButton
                  icon="arrowDown"
                  size="row"
                  label={t.settings.rows.down(nameOf(item))}
                  isDisabled={index === value.length - 1}
                  onPress={() => move(index, 1)}
                />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const pathsBelow = (prefix: string, depth: number): FieldPath[] =>
  (Object.keys(t.settings.fields) as FieldPath[]).filter(
    (path) => path.startsWith(prefix) && path.split('.').length === depth,
  );

function FormSheet({ office }: { readonly office: OfficeEditor }) {
  const { headRows, contactFields } = office.profile;
  return (
    <>
      <FieldGroup title={t.settings.groups.rows}>
        <OrderedChoice
          id="headRows"
          label={t.settings.groups.rows}
          value={headRows}
          all={HEAD_ROWS}
          nameOf={(row) => t.settings.headRows[row]}
          least={1}
          onChange={(rows) => office.setNow('headRows', rows)}
        />
      </FieldGroup>
      {headRows.includes('contact') && (
        <FieldGroup title={t.settings.groups.contact}>
          <OrderedChoice
            id="contactFields"
            label={t.settings.groups.contact}
            value={contactFields}
            all={CHOICE_NAMES}
            nameOf={(field) => t.statement.contactFields[field]}
            least={0}
            onChange={(fields) => office.setNow('contactFields', fields)}
          />
        </FieldGroup>
      )}
      <FieldGroup title={t.settings.groups.labels}>
        <div className="grid-2">
          {pathsBelow('labels.', 2).map((path) => (
            <ProfileField key={path} office={office} path={path} />
          ))}
        </div>
      </FieldGroup>
      <FieldGroup title={t.settings.groups.paperTypes}>
        <div className="grid-2">
          {pathsBelow('labels.paperTypes.', 3).map((path) => (
            <ProfileField key={path} office={office} path={path} />
          ))}
        </div>
      </FieldGroup>
      <FieldGroup title={t.settings.groups.look}>
        <div className="grid-3">
          <ProfileNumber office={office} path="style.bodySizePt" least={10} most={14} step={0.5} />
          <ProfileNumber office={office} path="style.lineHeightPt" least={11} most={24} step={0.5} />
          <ProfileNumber office={office} path="style.paragraphGapPt" least={0} most={24} step={1} />
        </div>
        <div className="grid-4">
          <ProfileNumber office={office} path="style.marginTopMm" least={10} most={60} step={1} />
          <ProfileNumber office={office} path="style.marginBottomMm" least={15} most={60} step={1} />
          <ProfileNumber office={office} path="style.marginLeftMm" least={15} most={40} step={1} />
          <ProfileNumber office={office} path="style.marginRightMm" least={10} most={40} step={1} />
        </div>
        <ProfileColour office={office} path="style.accent" />
      </FieldGroup>
    </>
  );
}

function Hinges({ office }: { readonly office: OfficeEditor }) {
  return (
    <>
      {pathsBelow('hinge.', 2).map((path) => (
        <ProfileField key={path} office={office} path={path} />
      ))}
    </>
  );
}

/** Areas whose sample depends on what is chosen in them have an editor of their own. */
type PlainArea = Exclude<OfficeArea, 'briefe' | 'kopien'>;
const AREAS: Record<PlainArea, (props: { readonly office: OfficeEditor }) => ReactNode> = {
  buero: Letterhead,
  formblatt: FormSheet,
  texte: Hinges,
  unterzeichner: Signatories,
  nummern: NumberPatterns,
};
const WITH_SAMPLE: ReadonlySet<OfficeArea> = new Set(['buero', 'formblatt']);

function LettersEditor({ stored }: { readonly stored: OfficeSettings }) {
  const office = useOfficeEditor(stored);
  const [kind, setKind] = useState<LetterKind>('cover-letter');
  return (
    <div className="settings-split">
      <div className="settings-form">
        <p className="soft">{t.settings.areaHints.briefe}</p>
        <LetterTexts office={office} kind={kind} onKind={setKind} />
      </div>
      <SamplePane profile={office.profile} letter={kind} />
      <SettingsStatus state={office.saved} onUndo={office.undo} />
    </div>
  );
}

function CopiesEditor({ stored }: { readonly stored: OfficeSettings }) {
  const office = useOfficeEditor(stored);
  const [kind, setKind] = useState<MarkedKind>('copy');
  return (
    <div className="settings-split">
      <div className="settings-form">
        <p className="soft">{t.settings.areaHints.kopien}</p>
        <CopySettings office={office} kind={kind} onKind={setKind} />
      </div>
      <SamplePane profile={office.profile} copy={kind} />
      <SettingsStatus state={office.saved} onUndo={office.undo} />
    </div>
  );
}

function Editor({ area, stored }: { readonly area: PlainArea; readonly stored: OfficeSettings }) {
  const office = useOfficeEditor(stored);
  const Fields = AREAS[area];
  return (
    <div className={WITH_SAMPLE.has(area) ? 'settings-split' : 'settings-single'}>
      <div className="settings-form">
        <p className="soft">{t.settings.areaHints[area]}</p>
        <Fields office={office} />
      </div>
      {WITH_SAMPLE.has(area) && <SamplePane profile={office.profile} />}
      <SettingsStatus state={office.saved} onUndo={office.undo} />
    </div>
  );
}

export function OfficeAreaPage({ area }: { readonly area: OfficeArea }) {
  const { queries } = useCore();
  const { data } = useQuery(queries.settings.office.queryOptions());
  if (!data) return null;
  if (area === 'briefe') return <LettersEditor stored={data} />;
  if (area === 'kopien') return <CopiesEditor stored={data} />;
  return <Editor key={area} area={area} stored={data} />;
}
