/** Words about names of files that say something else than the files are. */
const endingIn = (name: string): string => /\.[a-z\d]{1,5}$/i.exec(name.trim())?.[0] ?? '';

export const attachmentNameTexts = {
  /** Beside the attachment, in the window and in the terminal. */
  contradicts: ({ name, fileName }: { readonly name: string; readonly fileName: string }): string => {
    const [shown, real] = [endingIn(name), endingIn(fileName)];
    return shown === '' || shown.toLowerCase() === real.toLowerCase()
      ? `Achtung: Die Endung „${real}“ passt nicht zum Inhalt der Datei.`
      : `Achtung: Die Bezeichnung endet auf „${shown}“, die Datei auf „${real}“.`;
  },
} as const;
