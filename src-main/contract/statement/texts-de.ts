/** What a field that is set by its name takes. */
import { shorten } from '../../base/shorten.ts';

export const setTexts = {
  publicity: (value: string): string =>
    `„${shorten(value, 100)}“ sagt nicht, ob das Papier öffentlich ist; möglich sind „öffentlich“ (Ö, public), „nichtöffentlich“ (NÖ, N, non-public) und „unentschieden“ („unknown“)`,
} as const;
