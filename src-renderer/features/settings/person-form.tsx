import type {
  Membership,
  OrganizationSetting,
  PersonContent,
  PersonSetting,
} from '../../../src-main/contract/settings/shapes.ts';
import { useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { KeptDateField } from '../../ui/kept-date-field.tsx';
import { Select, type Choice } from '../../ui/select.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EntryHistory } from './history-list.tsx';
import { fieldId } from '../../parts/settings/profile-field.tsx';
import { ContactDetailsFields } from './contact-details-fields.tsx';
import { SettingsStatus } from '../../parts/settings/settings-status.tsx';
import { useDirectoryEntry } from './use-directory-entry.ts';

type FormKey = keyof typeof t.settings.persons.forms;
const FORMS: readonly Choice<FormKey>[] = (Object.keys(t.settings.persons.forms) as FormKey[]).map((id) => ({
  id,
  text: t.settings.persons.forms[id],
}));

const isComplete = (content: PersonContent): boolean => content.familyName.trim() !== '';

function Memberships({
  value,
  organizations,
  onChange,
  onChangeNow,
  onCommit,
}: {
  readonly value: readonly Membership[];
  readonly organizations: readonly OrganizationSetting[];
  readonly onChange: (value: Membership[]) => void;
  readonly onChangeNow: (value: Membership[]) => void;
  readonly onCommit: () => void;
}) {
  const words = t.settings.persons;
  const choices = organizations.map((entry) => ({ id: entry.id, text: entry.content.name }));
  const changed = (index: number, part: Partial<Membership>): Membership[] =>
    value.map((row, at) => (at === index ? { ...row, ...part } : row));
  return (
    <fieldset className="setting-group">
      <legend>{words.memberships}</legend>
      {value.map((row, index) => (
        <div className="membership-row" key={row.id} role="group" aria-label={words.of(words.memberships, index + 1)}>
          <Select
            label={words.organization}
            value={row.organizationId}
            choices={choices}
            onChange={(organizationId) => onChangeNow(changed(index, { organizationId }))}
          />
          <div onBlur={onCommit}>
            <SuggestField
              label={words.role}
              value={row.role}
              suggestions={words.roles}
              onChange={(role) => onChange(changed(index, { role }))}
            />
          </div>
          <KeptDateField
            label={words.from}
            place={`membership:${row.id}:start`}
            value={row.startDate}
            onChange={(startDate) => onChangeNow(changed(index, { startDate }))}
          />
          <KeptDateField
            label={words.until}
            place={`membership:${row.id}:end`}
            value={row.endDate}
            onChange={(endDate) => onChangeNow(changed(index, { endDate }))}
          />
          <IconButton
            icon="remove"
            size="row"
            label={words.removeMembership(index + 1)}
            onPress={() => onChangeNow(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        kind="link"
        icon="add"
        isDisabled={choices.length === 0}
        onPress={() => {
          const [first] = choices;
          if (first) {
            onChangeNow([
              ...value,
              { id: newId(), organizationId: first.id, role: words.roles[0], startDate: null, endDate: null },
            ]);
          }
        }}
      >
        {words.addMembership}
      </Button>
      <p className="soft small">{words.membershipHint}</p>
    </fieldset>
  );
}

interface Props {
  readonly entry: PersonSetting;
  readonly organizations: readonly OrganizationSetting[];
  readonly onRemove: () => void;
}

export function PersonForm({ entry, organizations, onRemove }: Props) {
  const { client } = useCore();
  const editor = useDirectoryEntry<PersonContent>({
    area: 'person',
    entry,
    isComplete,
    save: (input) => client.settings.savePerson(input),
  });
  const { content } = editor;
  const words = t.settings.persons;
  return (
    <div className="settings-form">
      <div className="grid-person">
        <Select
          label={words.formOfAddress}
          value={content.formOfAddress ?? 'unknown'}
          choices={FORMS}
          onChange={(form) => editor.setNow({ formOfAddress: form === 'unknown' ? null : form })}
        />
        <div onBlur={editor.commit}>
          <SuggestField
            label={words.title}
            value={content.title ?? ''}
            suggestions={words.titles}
            onChange={(title) => editor.set({ title: title === '' ? null : title })}
          />
        </div>
      </div>
      <div className="grid-2" id={fieldId(entry.id)}>
        <TextField
          label={words.givenName}
          value={content.givenName}
          onChange={(givenName) => editor.set({ givenName })}
          onBlur={editor.commit}
          autoFocus={!editor.isStored}
        />
        <TextField
          label={words.familyName}
          value={content.familyName}
          error={isComplete(content) ? null : t.settings.organizations.nameMissing}
          onChange={(familyName) => editor.set({ familyName })}
          onBlur={editor.commit}
        />
      </div>
      <Memberships
        value={content.memberships}
        organizations={organizations}
        onChange={(memberships) => editor.set({ memberships })}
        onChangeNow={(memberships) => editor.setNow({ memberships })}
        onCommit={editor.commit}
      />
      <ContactDetailsFields
        value={content.reach}
        onChange={(reach) => editor.set({ reach })}
        onCommit={editor.commit}
      />
      {editor.isStored && (
        <>
          <div className="setting">
            <KeptDateField
              label={t.settings.organizations.validFrom}
              place={`person:${entry.id}:validFrom`}
              value={editor.validFrom}
              onChange={editor.setValidFrom}
            />
            <p className="soft small">{t.settings.organizations.validFromHint}</p>
          </div>
          <div>
            <Button kind="quiet" icon="remove" onPress={onRemove}>
              {t.settings.organizations.remove}
            </Button>
          </div>
          <EntryHistory area="person" entityId={entry.id} />
        </>
      )}
      <SettingsStatus state={editor.saved} onUndo={editor.undo} />
    </div>
  );
}
