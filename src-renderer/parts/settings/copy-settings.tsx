/** What each kind of copy shows, what stands under its title, and how its file is called. The original has nothing to set. */
import type { CopyVisibility } from '../../../src-main/contract/distribution/copy-profile.ts';
import { t } from '../../texts/de.ts';
import { Select, type Choice } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { fieldId, ProfileField } from './profile-field.tsx';
import type { OfficeEditor } from './use-office-settings.ts';

const words = t.dispatch.settings;

export const MARKED_KINDS = ['copy', 'draft', 'follow-up'] as const;
export type MarkedKind = (typeof MARKED_KINDS)[number];
const KINDS: readonly Choice<MarkedKind>[] = MARKED_KINDS.map((id) => ({ id, text: t.dispatch.kinds[id] }));

interface Props {
  readonly office: OfficeEditor;
  readonly kind: MarkedKind;
  readonly onKind: (kind: MarkedKind) => void;
}

export function CopySettings({ office, kind, onKind }: Props) {
  const shown = office.profile.copies.visibility[kind];
  return (
    <>
      <Select label={words.kind} value={kind} choices={KINDS} onChange={onKind} />
      <ProfileField office={office} path={`copies.marks.${kind}`} />
      <fieldset className="setting-group" id={fieldId('copies.visibility')}>
        <legend>{words.shows}</legend>
        {(Object.keys(words.blocks) as (keyof CopyVisibility)[]).map((block) => (
          <Switch
            key={block}
            label={words.blocks[block]}
            isSelected={shown[block]}
            onChange={(on) => office.setNow(`copies.visibility.${kind}.${block}`, on)}
          />
        ))}
      </fieldset>
      <ProfileField office={office} path="copies.followUpNote" />
      <ProfileField office={office} path="copies.fileName" />
    </>
  );
}
