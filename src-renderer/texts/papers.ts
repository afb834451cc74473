/** Words about numbers, the bin and papers that were imported finished. */
const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const number = {
  label: 'Nummer',
  own: 'Gehört zu dieser Stellungnahme.',
  next: (reference: string): string => `Die nächste freie ist ${reference}.`,
  elsewhere: (example: string): string =>
    `Nummern vergibt der Sitzungsdienst. Die mitgeteilte Nummer eintragen, zum Beispiel ${example}.`,
  malformed: (fault: string, example: string): string =>
    `Das ist keine Nummer. Erwartet wird zum Beispiel ${example}. ${fault}`,
  otherClass: (reference: string, example: string): string =>
    `${reference} ist keine Nummer einer Stellungnahme. Erwartet wird zum Beispiel ${example}.`,
  free: (reference: string): string => `${reference} ist frei.`,
  gap: (from: string, to: string): string =>
    from === to ? `Davor bleibt ${from} ohne Papier.` : `Davor bleiben ${from} bis ${to} ohne Papier.`,
  taken: (reference: string, name: string): string =>
    name === '' ? `${reference} ist schon vergeben.` : `${reference} trägt schon: ${name}`,
  openHolder: 'Öffnen',
  void: (reference: string, reason: string): string =>
    `${reference} wurde hier vergeben und ist ungültig (${reason}). Sie wird nicht noch einmal vergeben.`,
  changed: (former: string | null): string => (former === null ? 'Vorher ohne Nummer.' : `Vorher ${former}.`),
  undo: 'Zurücknehmen',
} as const;

export const bin = {
  title: 'Papierkorb',
  open: 'Papierkorb öffnen',
  openCount: (n: number): string => `Papierkorb (${n})`,
  explanation:
    'Verworfene Papiere bleiben mit Anlagen, Briefen und Bezügen erhalten und lassen sich jederzeit zurückholen. Eine Nummer, die hier vergeben wurde, bleibt ihrem Papier; jede andere ist wieder frei.',
  table: 'Verworfene Papiere',
  columns: {
    reference: 'Nummer',
    type: 'Art',
    name: 'Bezeichnung',
    at: 'Verworfen',
    with: 'Dabei',
    act: 'Zurückholen',
  },
  letters: (n: number): string => many(n, 'Brief', 'Briefe'),
  attachments: (n: number): string => many(n, 'Anlage', 'Anlagen'),
  by: (day: string, actor: string): string => `${day}, ${actor}`,
  empty: 'Der Papierkorb ist leer.',
  more: 'Mehr',
  discard: 'Verwerfen',
  discarded: (name: string): string => `${name} liegt im Papierkorb.`,
  undo: 'Rückgängig',
  restore: 'Zurückholen',
  restoreOf: (name: string): string => `${name} zurückholen`,
  restored: (name: string): string => `${name} ist zurück im Register.`,
  restoredWithout: (name: string, reference: string): string =>
    `${name} ist zurück, aber ohne Nummer: ${reference} ist inzwischen vergeben.`,
  broughtAlong: (names: string): string => `Mit zurückgeholt: ${names}.`,
} as const;

export const importedFinished = {
  notice:
    'Diese Stellungnahme wurde fertig übernommen. Sie kann gelesen, ausgegeben und in Sitzungen geführt werden; geändert und freigegeben wird sie erst, wenn sie zur Bearbeitung aufgenommen ist.',
  takeUp: 'Zur Bearbeitung aufnehmen',
  takenUp: 'Zur Bearbeitung aufgenommen.',
} as const;

export const answers = {
  title: 'Stellungnahme dazu',
  titleMany: 'Stellungnahmen dazu',
  open: 'Stellungnahme öffnen',
  another: 'Weitere Stellungnahme beginnen',
} as const;
