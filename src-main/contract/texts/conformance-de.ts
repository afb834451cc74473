/** German words of what the own check of a PDF found. */
export const conformanceDetails = {
  title: (title: string, isShown: boolean): string => `${title}; in der Titelleiste: ${isShown ? 'ja' : 'nein'}`,
  tagged: (isMarked: boolean): string => `ausgezeichnet: ${isMarked ? 'ja' : 'nein'}`,
  ofPages: (right: number, all: number): string => `${right} von ${all} Seiten mit Anmerkungen`,
  described: (spoken: number, all: number): string => `${spoken} von ${all} beschrieben`,
} as const;
