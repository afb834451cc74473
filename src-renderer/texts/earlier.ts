/** Words about earlier papers on the same matter, beside the reply. */
export const earlier = {
  open: 'Frühere Antworten',
  title: 'Frühere Antworten',
  search: 'Im Register suchen',
  list: 'Papiere zur selben Sache',
  lead: 'Nach Titel ähnlich; gesucht wird nur in diesem Register.',
  none: 'Zu dieser Sache steht noch nichts im Register. Suchen Sie nach einem Wort oder einer Nummer.',
  nothingFound: 'Nichts gefunden.',
  old: 'älter als ein Jahr',
  undated: 'ohne Datum',
  noText: 'Dieses Papier hat keinen Text.',
  take: 'Übernehmen',
  takeOf: (words: string): string => `Absatz „${words}“ übernehmen`,
  openPaper: 'Papier öffnen',
  taken: (from: string): string => `Absatz übernommen (aus ${from})`,
  provenance: (from: string): string => `aus ${from}`,
  provenanceToCheck: {
    'non-public': (from: string): string => `aus ${from}, nichtöffentlich: vor der Freigabe prüfen`,
    unknown: (from: string): string => `aus ${from}, Öffentlichkeit nicht entschieden: vor der Freigabe prüfen`,
  },
  hints: {
    'non-public': 'Dieses Papier ist nichtöffentlich. In einer öffentlichen Antwort darf daraus nichts stehen.',
    unknown: 'Ob dieses Papier öffentlich ist, hat noch niemand entschieden. Bitte vor dem Übernehmen klären.',
  },
} as const;
