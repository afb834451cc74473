/** Words about finding and replacing in a text. */
import { count } from './count.ts';

export const textSearch = {
  region: 'Suchen und Ersetzen',
  find: 'Suchen nach',
  replaceWith: 'Ersetzen durch',
  matchCase: 'Groß- und Kleinschreibung beachten',
  wholeWord: 'Nur ganze Wörter',
  next: 'Nächste Stelle (Eingabetaste)',
  previous: 'Vorige Stelle (Umschalt+Eingabetaste)',
  replace: 'Ersetzen',
  replaceAll: 'Alle ersetzen',
  close: 'Suche schließen (Esc)',
  none: 'Keine Stelle gefunden',
  at: (n: number, of: number): string => `${n.toLocaleString('de-DE')} von ${count(of, 'Stelle', 'Stellen')}`,
  replaced: (n: number): string => `${count(n, 'Stelle', 'Stellen')} ersetzt`,
  locked: 'Diese Stelle steht im geschützten Zitat und bleibt.',
  lockedText: 'Dieser Text ist schreibgeschützt.',
} as const;
