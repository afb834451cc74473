/** A word of the column as the core knows it. What this version does not know is undecided here: never public by mistake. */
import { draftPublicitySchema, type DraftPublicity } from '../../../record/basics.ts';

export const storedPublicity = (word: string): DraftPublicity => draftPublicitySchema.catch('unknown').parse(word);
