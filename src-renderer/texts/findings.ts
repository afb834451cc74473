/** Words about what a careful colleague finds while one writes. */
export const findings = {
  region: 'Hinweise beim Schreiben',
  title: 'Hinweise',
  none: 'keine',
  more: (n: number): string => `${n.toLocaleString('de-DE')} weitere unter „Ausfertigen“`,
  correct: (wanted: string): string => `„${wanted}“ einsetzen`,
  spelling: {
    open: 'Vorschläge',
    menu: (word: string): string => `Vorschläge für „${word}“`,
    suggestions: 'Gemeint sein kann',
    dictionary: 'Wörterbuch',
    searching: 'Wird nachgeschlagen …',
    none: 'Kein ähnliches Wort gefunden',
    failed: 'Das Wörterbuch antwortet nicht',
    learn: (word: string): string => `„${word}“ lernen`,
  },
  severity: { blocking: 'Hindert die Freigabe', warning: 'Warnung', hint: 'Hinweis' },
} as const;
