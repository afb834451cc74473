import type {
  OrganizationContent,
  OrganizationSetting,
  OrganizationType,
} from '../../../src-main/contract/settings/shapes.ts';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { KeptDateField } from '../../ui/kept-date-field.tsx';
import { Select, type Choice } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EntryHistory } from './history-list.tsx';
import { fieldId } from '../../parts/settings/profile-field.tsx';
import { ContactDetailsFields } from './contact-details-fields.tsx';
import { SettingsStatus } from '../../parts/settings/settings-status.tsx';
import { useDirectoryEntry } from './use-directory-entry.ts';

const isComplete = (content: OrganizationContent): boolean => content.name.trim() !== '';

interface Props {
  readonly entry: OrganizationSetting;
  readonly types: readonly OrganizationType[];
  readonly onRemove: () => void;
}

export function OrganizationForm({ entry, types, onRemove }: Props) {
  const { client } = useCore();
  const editor = useDirectoryEntry<OrganizationContent>({
    area: 'organization',
    entry,
    isComplete,
    save: (input) => client.settings.saveOrganization(input),
  });
  const { content } = editor;
  const words = t.settings.organizations;
  const choices: readonly Choice<OrganizationType>[] = types.map((id) => ({ id, text: words.types[id] }));
  return (
    <div className="settings-form">
      <div className="setting" id={fieldId(entry.id)}>
        <TextField
          label={words.name}
          value={content.name}
          error={isComplete(content) ? null : words.nameMissing}
          onChange={(name) => editor.set({ name })}
          onBlur={editor.commit}
          autoFocus={!editor.isStored}
        />
      </div>
      <div className="grid-2">
        <TextField
          label={words.shortName}
          value={content.shortName}
          onChange={(shortName) => editor.set({ shortName })}
          onBlur={editor.commit}
        />
        {choices.length > 1 && (
          <Select
            label={words.type}
            value={content.organizationType}
            choices={choices}
            onChange={(organizationType) => editor.setNow({ organizationType })}
          />
        )}
      </div>
      <div className="grid-2">
        <KeptDateField
          label={words.start}
          place={`organization:${entry.id}:start`}
          value={content.startDate}
          onChange={(startDate) => editor.setNow({ startDate })}
        />
        <KeptDateField
          label={words.end}
          place={`organization:${entry.id}:end`}
          value={content.endDate}
          onChange={(endDate) => editor.setNow({ endDate })}
        />
      </div>
      <ContactDetailsFields
        value={content.reach}
        onChange={(reach) => editor.set({ reach })}
        onCommit={editor.commit}
      />
      {editor.isStored && (
        <>
          <div className="setting">
            <KeptDateField
              label={words.validFrom}
              place={`organization:${entry.id}:validFrom`}
              value={editor.validFrom}
              onChange={editor.setValidFrom}
            />
            <p className="soft small">{words.validFromHint}</p>
          </div>
          <div>
            <Button kind="quiet" icon="remove" onPress={onRemove}>
              {words.remove}
            </Button>
          </div>
          <EntryHistory area="organization" entityId={entry.id} />
        </>
      )}
      <SettingsStatus state={editor.saved} onUndo={editor.undo} />
    </div>
  );
}
