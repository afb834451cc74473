/** What a field that is set by its name takes. */
export const setTexts = {
  publicity: (value: string): string =>
    `„${value}“ sagt nicht, ob das Papier öffentlich ist; möglich sind „öffentlich“ (Ö, public), „nichtöffentlich“ (NÖ, N, non-public) und „unentschieden“ („unknown“)`,
} as const;
