/** Words about names of files that say something else than the files are. */
const endingIn = (fileName: string): string => /\.[^.]+$/.exec(fileName)?.[0] ?? '';

export const attachmentNameTexts = {
  /** Beside the attachment, in the window and in the terminal. */
  contradicts: (fileName: string): string =>
    `Achtung: Die Endung „${endingIn(fileName)}“ passt nicht zum Inhalt der Datei.`,
} as const;
