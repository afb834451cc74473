/** Words of columns as the core knows them; what a column holds stays as it is. */
import { draftPublicitySchema, paperTypeSchema, type DraftPublicity, type PaperType } from '../../../record/basics.ts';

/** What this version does not know is undecided here: never public by mistake. */
export const storedPublicity = (word: string): DraftPublicity => draftPublicitySchema.catch('unknown').parse(word);

/** A kind that this version does not know is some other paper here. */
export const storedPaperType = (word: string): PaperType => paperTypeSchema.catch('other').parse(word);
