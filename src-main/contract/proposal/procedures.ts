/** The contract of giving a statement out for editing and of what comes back. */
import * as z from 'zod';
import { idSchema } from '../../record/basics.ts';
import { deliverySchema, handedFileSchema } from '../document/delivery.ts';
import { procedure, refInput } from '../shared/procedure.ts';
import { groundSchema, reviewSchema } from './shapes.ts';

const { ref } = refInput.shape;
const ids = z.array(z.string().max(20)).max(100_000);
const returned = handedFileSchema.extend({ ref });

export const proposalContract = {
  /**
   * A Word file of the draft for a colleague: the form locked, changes tracked, on wish with the findings of the release check and with the open
   * comments. What is given out is kept as a named version. Refuses with `publicity-unknown`, `not-editable`.
   */
  copy: procedure.input(z.object({ ref, withFindings: z.boolean(), withComments: z.boolean() })).output(deliverySchema),
  /** What a copy that came back proposes; stores nothing. Refuses with `review-format`, `copy-of-other` and like every reader of files. */
  look: procedure.input(returned).output(reviewSchema),
  /** The same, kept until it is closed; refuses with `not-editable` as well. */
  read: procedure.input(returned).output(reviewSchema),
  /** Reviews that are not closed, beside the stored text. */
  list: procedure.input(refInput).output(z.array(reviewSchema)),
  /** A review beside a text as it is being written. Refuses with `review-missing`. */
  place: procedure.input(z.object({ id: idSchema, content: groundSchema })).output(reviewSchema),
  /**
   * The text with those proposals in it: whoever asked stores it. Remarks become comments of the statement at once. What is not open stays
   * as it is. Refuses with `review-missing`.
   */
  apply: procedure
    .input(z.object({ id: idSchema, ids, content: groundSchema }))
    .output(z.object({ content: groundSchema, done: ids, review: reviewSchema })),
  /** Refuses proposals, or takes that back; the comment that a refused remark became goes. Refuses with `review-missing`. */
  decide: procedure
    .input(z.object({ id: idSchema, ids, isRefused: z.boolean(), content: groundSchema }))
    .output(reviewSchema),
  /** Done with it, or not yet. Refuses with `review-missing`. */
  close: procedure.input(z.object({ id: idSchema, isClosed: z.boolean() })).output(z.object({ done: z.literal(true) })),
  /** Reads a copy and accepts proposals at once, all open ones for null; stores the statement. Refuses with `proposal-missing`. */
  accept: procedure
    .input(returned.extend({ ids: ids.nullable() }))
    .output(z.object({ done: ids, left: ids, review: reviewSchema })),
};
