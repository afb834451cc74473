/** Words around the handbook; its own words stand in docs/handbuch.md. */
export const handbook = {
  title: 'Handbuch',
  open: 'Hilfe (F1)',
  openCommand: 'Hilfe öffnen',
  close: 'Hilfe schließen (Esc)',
  back: 'Zurück',
  contents: 'Inhalt',
  search: 'Im Handbuch suchen',
  searchPlaceholder: 'Wort oder Meldung …',
  nothing: 'Dazu steht nichts im Handbuch. Andere Wörter versuchen.',
  hits: (n: number): string => `${n} ${n === 1 ? 'Stelle' : 'Stellen'}`,
  loading: 'Handbuch wird geöffnet …',
  failed: 'Das Handbuch lässt sich nicht öffnen. Bitte das Fenster neu laden.',
  previous: (title: string): string => `Vorher: ${title}`,
  next: (title: string): string => `Weiter: ${title}`,
  enlarge: (what: string): string => `Bild vergrößern: ${what}`,
  picture: 'Bild',
} as const;
