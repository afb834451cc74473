/** What somebody writes on every statement: it fills each new one. */
import { useQuery } from '@tanstack/react-query';
import { ABOUT_ME_KEYS, NOTHING_ABOUT_ME, type AboutMe } from '../../../src-main/contract/settings/shapes.ts';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldId } from '../../parts/settings/profile-field.tsx';
import { usePreferences } from '../../parts/settings/use-preferences.ts';

const words = t.settings.aboutMe;

/** Names that can be chosen where there is a list of them. */
function useSuggestions(): Partial<Record<keyof AboutMe, readonly string[]>> {
  const { queries } = useCore();
  const organizations = useQuery(queries.settings.organizations.queryOptions());
  const office = useQuery(queries.settings.office.queryOptions());
  const units = (organizations.data ?? []).filter(({ content }) => content.organizationType === 'unit');
  return {
    leadUnit: units.map(({ content }) => content.shortName || content.name).sort((a, b) => a.localeCompare(b, 'de')),
    signatory: (office.data?.profile.signatories ?? []).map(({ name }) => name),
  };
}

export function AboutMeArea() {
  const { queries } = useCore();
  const { preferences, change } = usePreferences();
  const status = useQuery(queries.system.status.queryOptions());
  const suggestions = useSuggestions();
  if (!preferences || !status.data) return null;
  const { userName } = status.data;
  const mine = preferences.aboutMe[userName] ?? NOTHING_ABOUT_ME;
  const put = (part: Partial<AboutMe>): void =>
    change((last) => ({
      aboutMe: { ...last.aboutMe, [userName]: { ...(last.aboutMe[userName] ?? NOTHING_ABOUT_ME), ...part } },
    }));
  return (
    <div className="settings-single">
      <div className="settings-form">
        <p className="soft">{t.settings.areaHints['ueber-mich']}</p>
        {ABOUT_ME_KEYS.map((key) => {
          const known = suggestions[key];
          return (
            <div className="setting" key={key} id={fieldId(`aboutMe.${key}`)}>
              {known ? (
                <SuggestField
                  label={words[key]}
                  value={mine[key]}
                  suggestions={known}
                  onChange={(text) => put({ [key]: text })}
                />
              ) : (
                <TextField label={words[key]} value={mine[key]} onChange={(text) => put({ [key]: text })} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
