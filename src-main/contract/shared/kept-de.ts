/** What is kept for good, as a sentence names it when it cannot be read. */
export const keptThings = {
  record: (fileName: string): string => `Der Datensatz in „${fileName}“`,
  settingsFile: (fileName: string): string => `Die Einstellungsdatei „${fileName}“`,
  issue: 'Der festgehaltene Stand der Ausfertigung',
  conformance: 'Das Prüfergebnis der Ausfertigung',
  release: 'Das Protokoll der Freigabe',
  text: 'Ein Text',
  version: 'Eine frühere Fassung',
  review: (fileName: string): string => `Die Rückmeldung aus „${fileName}“`,
  letter: 'Der Brief',
  letterRun: 'Der Serienbrief',
  recipient: 'Der Empfänger im Verteiler',
  organization: 'Die Einheit oder das Gremium in den Einstellungen',
  office: 'Das Büroprofil',
  person: 'Die Person in den Einstellungen',
} as const;
