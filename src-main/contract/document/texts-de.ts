/** German words of what the own check of a PDF found. */
export const conformanceDetails = {
  title: (title: string, isShown: boolean): string => `${title}; in der Titelleiste: ${isShown ? 'ja' : 'nein'}`,
  tagged: (isMarked: boolean): string => `ausgezeichnet: ${isMarked ? 'ja' : 'nein'}`,
  ofPages: (right: number, all: number): string => `${right} von ${all} Seiten mit Anmerkungen`,
  described: (spoken: number, all: number): string => `${spoken} von ${all} beschrieben`,
} as const;

/** What the finished PDF is refused for, and where. */
export const pdfFaultWords = {
  read: (text: string): string => `gelesen wird „${text}“`,
  end: 'Ende des Textes',
  heading: (text: string): string => `Überschrift „${text}“`,
  jump: 'überspringt eine Stufe',
  table: (number: number): string => `${number}. Tabelle`,
  heads: 'Tabellenkopf ist nicht als solcher ausgezeichnet',
  words: (text: string): string => `„${text}“`,
  sign: 'ein Zeichen ist nicht lesbar hinterlegt',
  unreadable: 'die Datei ist nicht wieder lesbar',
} as const;

/** What stands in the files themselves beside their text. */
export const fileTexts = {
  record: 'Datensatz der Stellungnahme (stellwerk.statement/1)',
  /** Names of paragraph styles, as Word's list shows them. */
  quotationStyle: 'Zitat der Vorlage',
  footerStyle: 'Fußzeile Stellwerk',
  /** Of the parts of a copy that nobody is to change. */
  lockedPart: 'Stellwerk-Formblatt',
};
