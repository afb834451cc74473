/** Why a number is void or free again, as it stands in the row of numbers, and what the command line says of one. */
import type { NumberLook } from '../numbers.ts';

export const numberReasons = {
  replaced: (reference: string): string => `ersetzt durch ${reference}`,
  removed: 'vom Papier genommen',
  discarded: 'Papier verworfen',
} as const;

export const numberStates = {
  reserved: 'reserviert',
  given: 'vergeben',
  void: 'ungültig',
  free: 'wieder frei',
} as const;

export function numberSentence({ kind, reference, holder, reason, example, next }: NumberLook): string {
  const name = reference ?? '';
  switch (kind) {
    case 'empty':
      return next === null ? `Die Nummer wird eingetragen, zum Beispiel ${example}.` : `Als nächste ist ${next} frei.`;
    case 'malformed':
      return `Das ist keine gültige Nummer. Erwartet wird zum Beispiel ${example}.`;
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
