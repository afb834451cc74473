/** Words about copies for editing, the proposals that come back, and comments. */
const many = (n: number, one: string, more: string): string => `${n.toLocaleString('de-DE')} ${n === 1 ? one : more}`;

export const review = {
  /** On the page of a statement. */
  give: 'Zum Bearbeiten geben',
  read: 'Bearbeitete Datei einlesen',
  open: (count: number): string => `Vorschläge und Kommentare: ${count.toLocaleString('de-DE')} offen`,
  title: 'Vorschläge und Kommentare',
  back: 'Zum Formblatt',
  reading: 'Die Datei wird gelesen …',
  giveDialog: {
    title: 'Entwurf zum Bearbeiten geben',
    lead: 'Es entsteht eine Word-Datei, in der nur der Text zu ändern ist. Änderungen werden darin aufgezeichnet; wenn sie zurückkommt, entscheiden Sie hier über jede einzelne.',
    findings: 'Hinweise der Prüfung als Kommentare mitgeben',
    comments: 'Offene Kommentare mitgeben',
    confirm: 'Word-Datei ausgeben',
  },
  given: 'Der ausgegebene Stand bleibt unter „Fassungen“ aufbewahrt.',
  from: (fileName: string): string => `Vorschläge aus ${fileName}`,
  readAt: (time: string, actor: string): string => `eingelesen am ${time} von ${actor}`,
  count: (open: number, all: number): string => `${many(open, 'offen', 'offen')} von ${all.toLocaleString('de-DE')}`,
  none: 'In der Datei ist nichts geändert.',
  accept: 'Übernehmen',
  refuse: 'Ablehnen',
  reopen: 'Wieder öffnen',
  acceptAll: 'Alle übernehmen',
  refuseAll: 'Alle ablehnen',
  finish: 'Fertig',
  finished: (fileName: string): string => `Die Vorschläge aus ${fileName} sind erledigt.`,
  accepted: (count: number): string =>
    count === 0 ? 'Nichts übernommen.' : many(count, 'Vorschlag übernommen.', 'Vorschläge übernommen.'),
  refused: (count: number): string => many(count, 'Vorschlag abgelehnt.', 'Vorschläge abgelehnt.'),
  left: (count: number): string =>
    `${many(count, 'Vorschlag ließ', 'Vorschläge ließen')} sich nicht übernehmen; der Text hat sich dort geändert.`,
  named: 'Nicht übernommen',
  show: 'Stelle zeigen',
  noPlace: 'ohne Stelle im Text',
  /** Comments. */
  comments: 'Kommentare',
  noComments: 'Noch keine Kommentare. Wörter auswählen und in der Werkzeugleiste „Kommentar“ wählen.',
  addComment: 'Kommentar (Umschalt+F2)',
  text: 'Neuer Kommentar',
  save: 'Kommentar speichern',
  change: 'Ändern',
  changedText: 'Kommentar ändern',
  resolve: 'Erledigt',
  unresolve: 'Wieder öffnen',
  resolvedBy: (name: string): string => `erledigt von ${name}`,
  showResolved: (count: number): string => `${many(count, 'erledigten', 'erledigte')} zeigen`,
  selectFirst: 'Bitte zuerst Wörter im Text auswählen.',
} as const;
