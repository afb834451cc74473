import type { Preferences } from '../../../src-main/contract/settings/shapes.ts';
import { t } from '../../texts/de.ts';
import { Select, type Choice } from '../../ui/select.tsx';
import { fieldId } from '../../parts/settings/profile-field.tsx';
import { usePreferences } from '../../parts/settings/use-preferences.ts';

const words = t.settings.appearance;

const choicesOf = <T extends string>(texts: Readonly<Record<T, string>>): readonly Choice<T>[] =>
  (Object.keys(texts) as T[]).map((id) => ({ id, text: texts[id] }));

const THEMES = choicesOf<Preferences['theme']>(words.themes);
const PAGES = choicesOf<Preferences['startPage']>(words.startPages);

export function AppearanceArea() {
  const { preferences, change } = usePreferences();
  if (!preferences) return null;
  return (
    <div className="settings-single">
      <div className="settings-form">
        <p className="soft">{t.settings.areaHints.darstellung}</p>
        <div className="setting" id={fieldId('theme')}>
          <Select
            label={words.theme}
            value={preferences.theme}
            choices={THEMES}
            onChange={(theme) => change({ theme })}
          />
        </div>
        <div className="setting" id={fieldId('startPage')}>
          <Select
            label={words.startPage}
            value={preferences.startPage}
            choices={PAGES}
            onChange={(startPage) => change({ startPage })}
          />
        </div>
        <p className="soft small">{words.zoom}</p>
        <p className="soft small">{words.contrast}</p>
      </div>
    </div>
  );
}
