/** What is wrong with what was given, as the part `{problem}` or `{format}` of a refusal's sentence (`errors-de.ts`). */
export const problems = {
  noJson: 'kein gültiges JSON',
  value: 'der Wert',
  rowMissing: 'er steht nicht mehr in der Datenbank',
  statement: 'die Stellungnahme',
  nameMissing: 'der Name fehlt',
  bodyNameMissing: 'der Name der Körperschaft fehlt',
  attachmentNameMissing: 'die Bezeichnung der Anlage fehlt',
  attachmentElsewhere: 'die Anlage gehört zu einem anderen Vorgang',
  endBeforeStart: (place: string): string => `${place}: das Ende liegt vor dem Beginn`,
  bodyGone: (familyName: string): string => `${familyName}: ein Gremium der Mitgliedschaften gibt es nicht mehr`,
  bodyNotInFile: (familyName: string): string =>
    `${familyName}: eine Mitgliedschaft nennt ein Gremium, das in der Datei fehlt`,
  membershipTwice: (familyName: string): string => `${familyName}: eine Mitgliedschaft kommt doppelt vor`,
  targetIsDatabase: (path: string): string =>
    `„${path}“ ist die Datenbank eines Büros. Bitte eine andere Datei als Ziel angeben`,
  typesettingEnded: 'der Satzvorgang wurde abgebrochen',
  typesettingTooLong: (seconds: number): string => `länger als ${seconds} Sekunden`,
  programEnds: 'das Programm wird beendet',
};

/** What a file is that was chosen as a list, and what lists may be. */
export const listFormats = {
  archive: 'Excel-Arbeitsmappe oder anderes Archiv',
  oldWorkbook: 'Excel-Arbeitsmappe (altes Format)',
  markup: 'HTML oder XML',
  tableLimit: (rows: number, columns: number): string => `${rows.toLocaleString('de')} Zeilen und ${columns} Spalten`,
  tableBeyond: (limit: string): string => `Liste mit mehr als ${limit}`,
  tableUpTo: (limit: string): string => `Listen bis ${limit}`,
  cardLimit: (contacts: number): string => `${contacts.toLocaleString('de')} Kontakten`,
  cardsBeyond: (limit: string): string => `Datei mit mehr als ${limit}`,
  cardsUpTo: (limit: string): string => `Dateien mit bis zu ${limit}`,
};
