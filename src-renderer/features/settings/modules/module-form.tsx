/** One text module: what it is called, for whom and for what it is, and its words with their gaps. */
import type { Editor } from '@tiptap/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatGermanTime } from '../../../../src-main/base/german-time.ts';
import type { ModuleContent, TextModule } from '../../../../src-main/contract/module/shapes.ts';
import { modulePlaces, moduleScopes } from '../../../../src-main/contract/module/texts-de.ts';
import { bracketedPlaceholders } from '../../../../src-main/record/rich-text/bracketed-placeholders.ts';
import type { PaperType } from '../../../../src-main/record/basics.ts';
import { useCore } from '../../../data/core.ts';
import { KeptEditors } from '../../../parts/editor/kept-editors.ts';
import { OwnToolbar } from '../../../parts/editor/own-toolbar.tsx';
import { RichTextEditor } from '../../../parts/editor/rich-text-editor.tsx';
import { SettingsStatus } from '../../../parts/settings/settings-status.tsx';
import { useNames } from '../../../parts/statement/use-names.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { KeptDateField } from '../../../ui/kept-date-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { Select } from '../../../ui/select.tsx';
import { SuggestField } from '../../../ui/suggest-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useModule } from './use-module.ts';

const words = t.modules.area;
const PAPER_TYPES: readonly PaperType[] = ['motion', 'amendment', 'inquiry', 'information', 'proposal'];
const choices = <T extends string>(names: Readonly<Record<T, string>>): { id: T; text: string }[] =>
  (Object.keys(names) as T[]).map((id) => ({ id, text: names[id] }));

interface Props {
  readonly module: TextModule;
  readonly onRemove: (revision: number) => void;
}

export function ModuleForm({ module, onRemove }: Props) {
  const editor = useModule(module);
  const { content, set, commit } = editor;
  const { units } = useNames();
  const [text, setText] = useState<Editor | null>(null);
  const [kept] = useState(() => new KeptEditors(1));
  /** Brackets become gaps when one leaves the text, not under the fingers. */
  const makeGaps = (): void => {
    const made = bracketedPlaceholders(content.text);
    if (JSON.stringify(made) !== JSON.stringify(content.text)) set({ text: made });
    commit();
  };
  const chooseType = (type: PaperType, isChosen: boolean): void => {
    set({ paperTypes: isChosen ? [...content.paperTypes, type] : content.paperTypes.filter((one) => one !== type) });
    commit();
  };
  return (
    <div
      className="settings-form module-form"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) commit();
      }}
    >
      <TextField label={words.heading} value={content.title} onChange={(title) => set({ title })} onBlur={commit} />
      <div className="pair">
        <TextField label={words.code} value={content.code} onChange={(code) => set({ code })} onBlur={commit} />
        <Select
          label={words.place}
          value={content.place}
          choices={choices(modulePlaces)}
          onChange={(place) => set({ place })}
        />
        <Select
          label={words.scope}
          value={content.scope}
          choices={choices(moduleScopes)}
          onChange={(scope) => set({ scope })}
        />
        {content.scope === 'unit' && (
          <SuggestField
            label={words.unit}
            value={content.unit}
            suggestions={units}
            onChange={(unit) => set({ unit })}
          />
        )}
        <KeptDateField
          label={words.validUntil}
          place={`module:${module.id}`}
          value={content.validUntil}
          onChange={(validUntil) => set({ validUntil })}
        />
      </div>
      <fieldset className="paper-types">
        <legend>{words.paperTypes}</legend>
        {PAPER_TYPES.map((type) => (
          <Switch
            key={type}
            label={t.paperTypes[type]}
            isSelected={content.paperTypes.includes(type)}
            onChange={(isChosen) => chooseType(type, isChosen)}
          />
        ))}
      </fieldset>
      {text && <OwnToolbar editor={text} />}
      <div className="text-box" onBlur={makeGaps}>
        <RichTextEditor
          label={words.text}
          value={content.text}
          keptIn={kept}
          place={module.id}
          onChange={(next) => set({ text: next })}
          onEditor={setText}
        />
      </div>
      <p className="soft small">{words.gapHint}</p>
      {editor.missing !== null && (
        <p className="soft" role="status">
          {editor.missing}
        </p>
      )}
      {module.revision > 0 && (
        <>
          <p className="soft small">
            {words.changedBy(module.changedBy, formatGermanTime(module.changedAt))}{' '}
            <Button
              kind="link"
              icon="remove"
              onPress={() => void editor.settled().then(() => onRemove(editor.revision()))}
            >
              {words.remove}
            </Button>
          </p>
          <Versions
            module={module}
            onTake={(former) => {
              set(former);
              commit();
            }}
          />
        </>
      )}
      <SettingsStatus state={editor.saved} />
    </div>
  );
}

function Versions({
  module,
  onTake,
}: {
  readonly module: TextModule;
  readonly onTake: (content: ModuleContent) => void;
}) {
  const { queries } = useCore();
  const { data = [] } = useQuery({
    ...queries.modules.versions.queryOptions({ input: { id: module.id } }),
    staleTime: 0,
  });
  const former = data.filter(({ revision }) => revision !== module.revision);
  return (
    <Section title={words.versions} summary={former.length === 0 ? words.noVersions : String(former.length)}>
      {former.length === 0 && <p className="soft">{words.noVersions}</p>}
      <ul className="versions">
        {former.map(({ revision, at, actor, content }) => (
          <li key={revision}>
            {words.version(formatGermanTime(at), actor)} <span className="soft">{content.title}</span>{' '}
            <Button kind="link" icon="history" onPress={() => onTake(content)}>
              {words.takeBack}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
