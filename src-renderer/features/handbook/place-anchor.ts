/** Which place of the handbook fits where somebody is: the part of the page with the cursor, else the page. */
import type { RegisteredRouter } from '@tanstack/react-router';
import type { AreaKey } from '../../parts/settings/search-index.ts';

type PagePath = Exclude<keyof RegisteredRouter['routesByPath'], '/'>;

/** Without an office, the first page stands at every address. */
export const FIRST_PAGE_ANCHOR = 'die-erste-seite';
const HOME_ANCHOR = 'erste-schritte';

export const PAGE_ANCHORS: Readonly<Record<PagePath, string>> = {
  '/anfang': 'büro-einrichten',
  '/register': 'register',
  '/papierkorb': 'papierkorb',
  '/eingang/neu': 'neuer-eingang',
  '/eingang/$id': 'neuer-eingang',
  '/stellungnahme/$id': 'die-stellungnahme',
  '/ausfertigen': 'mehrere-ausfertigen',
  '/ausfertigen/$id': 'ausfertigen',
  '/versand': 'kopien-und-versand',
  '/versand/$ref': 'kopien-und-versand',
  '/pruefen': 'unterschriften-prüfen',
  '/brief/$ref': 'briefe-schreiben',
  '/sitzungen': 'sitzungen',
  '/schwaerzen/$id': 'schwärzen',
  '/fassungen/$id': 'fassungen',
  '/einstellungen/$area': 'einstellungen',
};

export const AREA_ANCHORS: Readonly<Record<AreaKey, string>> = {
  buero: 'büro-und-briefkopf',
  formblatt: 'formblatt',
  texte: 'überleitungen',
  briefe: 'briefe',
  kopien: 'kopien',
  unterzeichner: 'unterzeichner',
  zertifikate: 'zertifikate',
  nummern: 'nummern',
  aemter: 'ämter',
  gremien: 'gremien-und-fraktionen',
  personen: 'personen',
  feiertage: 'feiertage',
  bausteine: 'bausteine',
  'ueber-mich': 'über-mich',
  woerterbuch: 'wörterbuch',
  darstellung: 'darstellung',
  sicherung: 'sicherung-und-prüfung',
  umzug: 'übertragen',
  verlauf: 'verlauf',
};

export interface Page {
  readonly path: string;
  /** The area of the settings. */
  readonly area: string | undefined;
  readonly hasOffice: boolean;
}

function at<V>(places: Readonly<Record<string, V>>, key: string | undefined): V | undefined {
  return key !== undefined && Object.hasOwn(places, key) ? places[key] : undefined;
}

export function pageAnchor({ path, area, hasOffice }: Page): string {
  if (!hasOffice) return FIRST_PAGE_ANCHOR;
  return at(AREA_ANCHORS, area) ?? at(PAGE_ANCHORS, path) ?? HOME_ANCHOR;
}

/** Parts of a page name their place in the handbook as `data-help`. */
export const helpAround = (element: Element | null): string | null =>
  element?.closest('[data-help]')?.getAttribute('data-help') ?? null;
