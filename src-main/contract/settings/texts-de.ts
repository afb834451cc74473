/** Words that come into contacts by themselves. */
export const contactWords = { postBox: 'Postfach' } as const;
