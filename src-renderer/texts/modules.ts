/** Words about text modules and the gaps in them. */
import { count } from './count.ts';

export const modules = {
  open: 'Bausteine',
  title: 'Textbausteine',
  search: 'Baustein suchen',
  list: 'Bausteine zum Einsetzen',
  none: 'Kein Baustein passt.',
  fitting: 'Passt hierher',
  others: 'Weitere',
  write: 'Bausteine bearbeiten',
  expired: (day: string): string => `abgelaufen am ${day}`,
  inserted: (title: string): string => `„${title}“ eingesetzt`,
  area: {
    add: 'Neuer Baustein',
    import: 'Aus Datei übernehmen',
    filter: 'Bausteine filtern',
    empty:
      'Noch kein eigener Baustein. „Neuer Baustein“ beginnt einen, „Aus Datei übernehmen“ liest sie aus einem Dokument mit Überschriften.',
    count: (n: number): string => count(n, 'Baustein', 'Bausteine'),
    heading: 'Titel',
    code: 'Kürzel',
    scope: 'Gilt',
    unit: 'Amt oder Fachbereich',
    place: 'Gehört an',
    paperTypes: 'Für diese Papiere (ohne Auswahl: für alle)',
    validUntil: 'Gültig bis',
    text: 'Text des Bausteins',
    gapHint:
      'Eckige Klammern werden zu Lücken: [Datum: Beschluss], [Zahl: Euro], [Papier], [Person], [Auswahl: ja | nein] oder ein eigenes Wort.',
    titleMissing: 'Bitte einen Titel schreiben; erst dann wird gespeichert.',
    textMissing: 'Bitte einen Text schreiben; erst dann wird gespeichert.',
    remove: 'Löschen',
    removed: (title: string): string => `„${title}“ gelöscht`,
    versions: 'Frühere Stände',
    noVersions: 'Dies ist der erste Stand.',
    version: (at: string, actor: string): string => `${at}, ${actor}`,
    takeBack: 'Zurückholen',
    changedBy: (actor: string, at: string): string => `Zuletzt geändert von ${actor}, ${at}`,
    conflict:
      'Jemand anderes hat diesen Baustein inzwischen geändert. Was Sie geschrieben haben, steht noch hier, ist aber nicht gespeichert; sein Stand steht unter „Frühere Stände“. Schreiben Sie weiter, gilt Ihrer.',
  },
  gap: {
    dialog: (name: string): string => `Lücke „${name}“ füllen`,
    fill: 'Einsetzen',
    choose: 'Auswahl',
  },
} as const;
