/** Comments at passages of a statement: for those who write it. No record, no printed page and no file that leaves the office holds them. */
import * as z from 'zod';
import { idSchema } from '../../record/basics.ts';
import { passageSchema, textFieldSchema } from '../proposal/shapes.ts';

export const LONGEST_COMMENT = 5000;

export const commentSchema = z.object({
  id: idSchema,
  field: textFieldSchema,
  /** Where it stands in the text as it is now; null where its words are gone. */
  place: passageSchema.nullable(),
  /** The words it was written at. */
  words: z.string(),
  text: z.string(),
  author: z.string(),
  /** An instant; in comments that came with a file the writer's local time without a zone. */
  writtenAt: z.string(),
  resolvedAt: z.string().nullable(),
  resolvedBy: z.string().nullable(),
});
export type Comment = z.infer<typeof commentSchema>;
