/** Words of redaction that the core writes: problems, reasons, notes. */
import { shorten } from '../../base/shorten.ts';

export const redactionTexts = {
  nothingMarked: 'Zum Schwärzen ist nichts markiert',
  markOutside: (words: string): string =>
    `Die Markierung „${shorten(words, 200)}“ passt nicht zum Text, der jetzt dort steht`,
  wordsMissing: (words: string): string => `„${shorten(words, 200)}“ kommt im Text nicht vor`,
  fileName: 'Geschwärzte Fassung',
  /** "Geschwärzt: 3 Stellen (Telefonnummer, Name einer unbekannten Person)" */
  note: (count: number, reasons: readonly string[]): string =>
    `Geschwärzt: ${count === 1 ? '1 Stelle' : `${count} Stellen`}${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}`,
  asked: 'auf Wunsch',
} as const;
