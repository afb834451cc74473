/** Settings: the areas at the left with a search over all of them, the chosen area beside. Every area has an address. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { displayName } from '../../../src-main/base/person-name.ts';
import { fold } from '../../../src-main/base/fold.ts';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { TextField } from '../../ui/text-field.tsx';
import { BackupArea } from './backup/backup-area.tsx';
import { AboutMeArea } from './about-me-area.tsx';
import { AppearanceArea } from './appearance-area.tsx';
import { CertificatesArea } from './certificates-area.tsx';
import { DictionaryArea } from './dictionary-area.tsx';
import { BodiesArea, PersonsArea, UnitsArea } from './directory-areas.tsx';
import { HistoryArea } from './history-list.tsx';
import { HolidaysArea } from './holidays-area.tsx';
import { ModulesArea } from './modules/modules-area.tsx';
import { MoveArea } from './move-area.tsx';
import { OfficeAreaPage } from '../../parts/settings/office-areas.tsx';
import { fieldId } from '../../parts/settings/profile-field.tsx';
import { AREA_KEYS, findSettings, type AreaKey, type SettingHit } from '../../parts/settings/search-index.ts';

const AREAS: Record<AreaKey, () => ReactNode> = {
  buero: () => <OfficeAreaPage area="buero" />,
  formblatt: () => <OfficeAreaPage area="formblatt" />,
  texte: () => <OfficeAreaPage area="texte" />,
  briefe: () => <OfficeAreaPage area="briefe" />,
  kopien: () => <OfficeAreaPage area="kopien" />,
  unterzeichner: () => <OfficeAreaPage area="unterzeichner" />,
  zertifikate: () => <CertificatesArea />,
  nummern: () => <OfficeAreaPage area="nummern" />,
  aemter: () => <UnitsArea />,
  gremien: () => <BodiesArea />,
  personen: () => <PersonsArea />,
  feiertage: () => <HolidaysArea />,
  bausteine: () => <ModulesArea />,
  'ueber-mich': () => <AboutMeArea />,
  woerterbuch: () => <DictionaryArea />,
  darstellung: () => <AppearanceArea />,
  sicherung: () => <BackupArea />,
  umzug: () => <MoveArea />,
  verlauf: () => <HistoryArea />,
};

const isArea = (key: string): key is AreaKey => Object.hasOwn(AREAS, key);
const MOST_NAMES = 8;

/** Entries of the directories that fit what is typed. */
function useNameHits(text: string): readonly SettingHit[] {
  const { queries } = useCore();
  const wanted = fold(text.trim());
  const enabled = wanted.length > 1;
  const organizations = useQuery({ ...queries.settings.organizations.queryOptions(), enabled });
  const persons = useQuery({ ...queries.settings.persons.queryOptions(), enabled });
  if (!enabled) return [];
  const hits: SettingHit[] = [
    ...(organizations.data ?? [])
      .filter(({ content }) => fold(`${content.name} ${content.shortName}`).includes(wanted))
      .map(({ id, content }) => ({
        area: content.organizationType === 'unit' ? ('aemter' as const) : ('gremien' as const),
        text: content.name,
        field: id,
      })),
    ...(persons.data ?? [])
      .filter(({ content }) => fold(displayName(content)).includes(wanted))
      .map(({ id, content }) => ({ area: 'personen' as const, text: displayName(content), field: id })),
  ];
  return hits.slice(0, MOST_NAMES);
}

const MOST_FRAMES = 300;

/** The area is drawn first, and fetched before that when it was never shown. */
function focusWhenThere(id: string): () => void {
  let left = MOST_FRAMES;
  const look = (): void => {
    const field = document.getElementById(id);
    left -= 1;
    if (!field && left > 0) frame = requestAnimationFrame(look);
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('input:not([type="file"]), textarea, button')?.focus();
  };
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

export function SettingsPage() {
  const { area: wanted } = useParams({ from: '/einstellungen/$area' });
  const { feld } = useSearch({ from: '/einstellungen/$area' });
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const nameHits = useNameHits(text);
  const hits = [...findSettings(text), ...nameHits];
  const area = isArea(wanted) ? wanted : 'buero';

  useEffect(() => {
    document.title = `${t.settings.areas[area]} – ${t.settings.title} – ${t.productName}`;
  }, [area]);

  useEffect(() => {
    return feld === undefined ? undefined : focusWhenThere(fieldId(feld));
  }, [area, feld]);

  const open = (hit: SettingHit): void => {
    setText('');
    if (hit.area === area && hit.field !== '' && hit.field === feld) focusWhenThere(fieldId(feld));
    void navigate({
      to: '/einstellungen/$area',
      params: { area: hit.area },
      search: hit.field === '' ? {} : { feld: hit.field },
    });
  };

  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.settings.title}</h1>
        <span className="soft">{t.settings.areas[area]}</span>
      </header>
      <div className="settings">
        <nav className="settings-nav" aria-label={t.settings.title}>
          <TextField
            label={t.settings.search}
            hideLabel
            type="search"
            placeholder={t.settings.searchPlaceholder}
            value={text}
            onChange={setText}
            onKeyDown={(event) => {
              const [first] = hits;
              if (event.key === 'Enter' && first) open(first);
            }}
          />
          {text.trim() === '' ? (
            AREA_KEYS.map((key) => (
              <Link
                key={key}
                to="/einstellungen/$area"
                params={{ area: key }}
                search={{}}
                className="nav-link"
                activeOptions={{ includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
              >
                {t.settings.areas[key]}
              </Link>
            ))
          ) : hits.length === 0 ? (
            <p className="soft" role="status">
              {t.settings.nothingFound}
            </p>
          ) : (
            <ul className="settings-hits">
              {hits.map((hit) => (
                <li key={`${hit.area} ${hit.field} ${hit.text}`}>
                  <button type="button" className="nav-link settings-hit" onClick={() => open(hit)}>
                    <span className="ellipsis">{hit.text}</span>
                    <span className="soft small">{t.settings.areas[hit.area]}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </nav>
        <div className="settings-area" key={area}>
          {AREAS[area]()}
        </div>
      </div>
    </div>
  );
}
