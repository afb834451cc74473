/** Why a number is void or free again, as it stands in the row of numbers, and what the command line says of one. */
import type { NumberLook } from './shapes.ts';

const anyOf = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter(Boolean).join(' oder ');

export const numberReasons = {
  replaced: (reference: string): string => `ersetzt durch ${reference}`,
  removed: 'vom Papier genommen',
  discarded: 'Papier verworfen',
} as const;

/** Sentences about what keeps a typed text from being a number. */
export const numberFaults = {
  class: (classes: readonly string[]): string => `Nummern beginnen hier mit ${anyOf(classes)}.`,
  digits: (after: string): string =>
    after === '' ? 'Am Anfang fehlt die laufende Nummer.' : `Hinter „${after}“ fehlt die laufende Nummer.`,
  nought: 'Eine laufende Nummer 0 gibt es nicht.',
  long: 'Die laufende Nummer hat mehr als sechs Ziffern.',
  year: (digits: number): string => `Am Ende fehlt das Jahr mit ${digits === 2 ? 'zwei' : 'vier'} Ziffern.`,
  other: 'So ist sie hier nicht aufgebaut.',
  otherClass: 'So beginnen die Nummern anderer Papiere.',
} as const;

export const numberStates = {
  reserved: 'reserviert',
  given: 'vergeben',
  void: 'ungültig',
  free: 'wieder frei',
} as const;

export function numberSentence({ kind, reference, holder, reason, fault, example, next }: NumberLook): string {
  const name = reference ?? '';
  switch (kind) {
    case 'empty':
      return next === null ? `Die Nummer wird eingetragen, zum Beispiel ${example}.` : `Als nächste ist ${next} frei.`;
    case 'malformed':
      return `Das ist keine gültige Nummer. Erwartet wird zum Beispiel ${example}. ${fault ?? numberFaults.other}`;
    case 'other-class':
      return `${name} ist keine Nummer einer Stellungnahme. Erwartet wird zum Beispiel ${example}.`;
    case 'free':
      return `${name} ist frei.`;
    case 'own':
      return `${name} gehört zu diesem Papier.`;
    case 'taken':
      return `${name} ist vergeben${holder && holder.name !== '' ? `: ${holder.name}` : ''}.`;
    case 'void':
      return `${name} wurde hier vergeben und ist ungültig (${reason ?? ''}).`;
  }
}
