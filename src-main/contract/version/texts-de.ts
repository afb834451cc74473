/** Words about versions that the core and the command line write. */
import type { PassageChange, Version } from './shapes.ts';

/** Parts of a paper that have no label of their own on the page. */
export const partNames: Readonly<Record<string, string>> = {
  bodyName: 'Körperschaft',
  publicity: 'Öffentlichkeit',
  consultations: 'Beratungsfolge',
  quotation: 'Zitat der Vorlage',
  hinge: 'Überleitung',
  reply: 'Antwort',
  signatory: 'Unterzeichner',
  paperType: 'Art des Papiers',
  reference: 'Nummer',
  name: 'Bezeichnung',
  date: 'Datum',
  receivedOn: 'Eingang',
  originators: 'Einreicher',
  text: 'Text',
};

export const versionTexts = {
  publicity: { public: 'öffentlich', 'non-public': 'nichtöffentlich', unknown: 'noch nicht entschieden' },
  otherPaper: 'anderes Papier',
  shape: (rows: number, columns: number): string =>
    `${rows} ${rows === 1 ? 'Zeile' : 'Zeilen'}, ${columns} ${columns === 1 ? 'Spalte' : 'Spalten'}`,
  current: 'aktuell',
  nothing: 'Zwischen diesen Fassungen unterscheidet sich nichts.',
  restored: (revision: number): string => `Fassung ${revision} zurückgeholt`,
} as const;

const blockNames: Record<PassageChange['block'], string> = {
  paragraph: 'Absatz',
  heading: 'Überschrift',
  item: 'Punkt der Liste',
  quote: 'Zitat',
  table: 'Tabelle',
  cell: 'Zelle',
  'page-break': 'Seitenwechsel',
  line: 'Angabe',
};
export const blockName = ({ block, row, column }: Pick<PassageChange, 'block' | 'row' | 'column'>): string =>
  block === 'cell' && row !== undefined && column !== undefined
    ? `Tabelle, Zeile ${row}, Spalte ${column}`
    : blockNames[block];

export const changeNames: Record<PassageChange['kind'], string> = {
  same: 'unverändert',
  changed: 'geändert',
  added: 'neu',
  removed: 'entfallen',
  moved: 'verschoben',
  formatted: 'anders gestaltet',
};

/** "2026-03-02 09:00 Kim Beispiel", with its name and whether it is the present one. */
export const versionName = ({ revision, name, isCurrent }: Version): string =>
  [`Fassung ${revision}`, ...(name === null ? [] : [`„${name}“`]), ...(isCurrent ? ['(aktuell)'] : [])].join(' ');
