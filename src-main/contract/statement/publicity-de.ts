/** What a preview says of a paper about which nobody has decided. */
export const publicityTexts = {
  undecided: 'Öffentlichkeit noch nicht entschieden',
} as const;
