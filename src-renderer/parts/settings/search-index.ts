/** Every setting by its words, so that it is found without knowing where it stands. */
import { ABOUT_ME_KEYS } from '../../../src-main/contract/settings/shapes.ts';
import { fold } from '../../../src-main/base/fold.ts';
import { t } from '../../texts/de.ts';

export type AreaKey = keyof typeof t.settings.areas;
export const AREA_KEYS = Object.keys(t.settings.areas) as AreaKey[];

export interface SettingHit {
  readonly area: AreaKey;
  readonly text: string;
  /** Id of the field in its area, or of the entry in its directory; empty: the area itself. */
  readonly field: string;
}

const { fields, areas, areaHints, groups, appearance, move, holidays } = t.settings;

function areaOf(path: string): AreaKey {
  if (path.startsWith('labels.') || path.startsWith('style.') || path === 'headRows' || path === 'contactFields') {
    return 'formblatt';
  }
  if (path.startsWith('hinge.')) return 'texte';
  if (path.startsWith('signing.')) return 'zertifikate';
  if (path.startsWith('letter')) return 'briefe';
  if (path.startsWith('copies.')) return 'kopien';
  if (path === 'signatories') return 'unterzeichner';
  if (path === 'numberPatterns') return 'nummern';
  if (path === 'federalState') return 'feiertage';
  return 'buero';
}

const HITS: readonly (SettingHit & { readonly words: string })[] = [
  ...AREA_KEYS.map((area) => ({
    area,
    text: areas[area],
    field: '',
    words: fold(`${areas[area]} ${areaHints[area]}`),
  })),
  ...(Object.keys(fields) as (keyof typeof fields)[]).map((path) => ({
    area: areaOf(path),
    text: fields[path],
    field: path,
    words: fold(`${fields[path]} ${t.settings.hints[path] ?? ''}`),
  })),
  ...[groups.arms, groups.look].map((text) => ({
    area: text === groups.arms ? ('buero' as const) : ('formblatt' as const),
    text,
    field: text === groups.arms ? 'coatOfArms' : 'style.bodySizePt',
    words: fold(text),
  })),
  ...ABOUT_ME_KEYS.map((key) => ({
    area: 'ueber-mich' as const,
    text: t.settings.aboutMe[key],
    field: `aboutMe.${key}`,
    words: fold(t.settings.aboutMe[key]),
  })),
  ...(['theme', 'startPage'] as const).map((field) => ({
    area: 'darstellung' as const,
    text: appearance[field],
    field,
    words: fold(appearance[field]),
  })),
  ...Object.entries({ trustList: t.certificates.trustTitle, testKey: t.certificates.testTitle }).map(
    ([field, text]) => ({
      area: 'zertifikate' as const,
      text,
      field,
      words: fold(text),
    }),
  ),
  ...Object.entries({
    folder: t.backup.folder,
    fromFile: t.backup.fromFile,
    doctor: t.backup.doctor.title,
  }).map(([field, text]) => ({ area: 'sicherung' as const, text, field: `backup.${field}`, words: fold(text) })),
  ...(['exportTitle', 'importTitle', 'pcTitle'] as const).map((field) => ({
    area: 'umzug' as const,
    text: move[field],
    field: `move.${field}`,
    words: fold(move[field]),
  })),
  {
    area: 'feiertage',
    text: holidays.state,
    field: 'federalState',
    words: fold(Object.values(holidays.states).join(' ')),
  },
];

const MOST_HITS = 12;

/** Every word must begin a word of the setting. */
export function findSettings(text: string): readonly SettingHit[] {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return HITS.filter(({ words }) =>
    wanted.every((word) => ` ${words}`.includes(` ${word}`) || words.includes(word)),
  ).slice(0, MOST_HITS);
}
