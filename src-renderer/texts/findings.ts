/** Words about what a careful colleague finds while one writes. */
export const findings = {
  region: 'Hinweise beim Schreiben',
  title: 'Hinweise',
  none: 'keine',
  more: (n: number): string => `${n.toLocaleString('de-DE')} weitere unter „Ausfertigen“`,
  correct: (wanted: string): string => `„${wanted}“ einsetzen`,
  severity: { blocking: 'Hindert die Freigabe', warning: 'Warnung', hint: 'Hinweis' },
} as const;
