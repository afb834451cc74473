/** The contract of comments at passages. */
import * as z from 'zod';
import { idSchema } from '../../record/basics.ts';
import { passageSchema, textFieldSchema } from '../proposal/shapes.ts';
import { procedure, refInput } from '../shared/procedure.ts';
import { commentSchema, LONGEST_COMMENT } from './shapes.ts';

const { ref } = refInput.shape;
const text = z.string().trim().min(1).max(LONGEST_COMMENT);

export const commentContract = {
  /** In the order of the text; those without a place behind. */
  list: procedure.input(refInput).output(z.array(commentSchema)),
  /** At words of the text; `id` makes a repeated call the same comment. Refuses with `not-found`, `not-editable`. */
  add: procedure
    .input(
      z.object({ id: idSchema, ref, field: textFieldSchema, place: passageSchema, words: z.string().max(2000), text }),
    )
    .output(commentSchema),
  /** Refuses with `comment-missing`. */
  edit: procedure.input(z.object({ id: idSchema, text })).output(commentSchema),
  /** Done, or open again. Refuses with `comment-missing`. */
  resolve: procedure.input(z.object({ id: idSchema, isResolved: z.boolean() })).output(commentSchema),
  /** Where they stand after the text was written on; unknown ones are passed over. */
  place: procedure
    .input(
      z.object({
        ref,
        places: z
          .array(z.object({ id: idSchema, field: textFieldSchema, place: passageSchema, words: z.string().max(2000) }))
          .max(5000),
      }),
    )
    .output(z.object({ done: z.literal(true) })),
};
