/** The name of a word of a list that grows: a word the list does not hold stands for itself. */
export const nameOf = (names: Readonly<Record<string, string>>, word: string): string =>
  (Object.hasOwn(names, word) ? names[word] : undefined) ?? word;
