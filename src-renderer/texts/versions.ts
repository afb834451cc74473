/** Words of the versions of a paper: list, comparison, bringing back. */
const many = (n: number, one: string, more: string): string => `${n.toLocaleString('de-DE')} ${n === 1 ? one : more}`;

export const versions = {
  open: 'Fassungen',
  title: (reference: string): string => `Fassungen – ${reference}`,
  list: 'Aufbewahrte Fassungen',
  explanation:
    'Jedes Speichern wird aufbewahrt; was eine Person kurz hintereinander speichert, ist eine Fassung. Ältere rücken mit der Zeit zusammen, benannte bleiben.',
  current: 'aktuell',
  version: (revision: number): string => `Fassung ${revision}`,
  name: 'Name dieser Fassung',
  keepName: 'Benennen',
  named: (name: string): string => `Die Fassung heißt jetzt „${name}“ und bleibt aufbewahrt.`,
  unnamed: 'Die Fassung hat keinen Namen mehr.',
  against: 'Vergleichen mit',
  againstPrevious: 'der Fassung davor',
  againstCurrent: 'der aktuellen Fassung',
  onlyChanges: 'Nur Änderungen',
  comparison: 'Vergleich',
  legend: (from: number, to: number): string =>
    `Von Fassung ${from} zu Fassung ${to}: gestrichen ist, was entfiel, unterstrichen, was dazukam.`,
  first: 'Das ist die erste Fassung; davor gibt es keine.',
  same: 'Diese beiden Fassungen sind gleich.',
  reading: 'Die Fassungen werden verglichen …',
  unchanged: (n: number): string => many(n, 'Absatz unverändert', 'Absätze unverändert'),
  restore: 'Diesen Stand zurückholen',
  restoreWhy: {
    current: 'Das ist der aktuelle Stand.',
    fixed: 'Dieses Papier ist nicht im Entwurf; sein Text ändert sich nicht mehr.',
  },
  restored: (revision: number): string => `Fassung ${revision} ist wieder der aktuelle Stand.`,
  toStatement: 'Zur Stellungnahme',
  toPaper: 'Zum Papier',
} as const;
