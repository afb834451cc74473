/** The contract of points. */
import * as z from 'zod';
import { idSchema } from '../../record/basics.ts';
import { procedure, refInput } from '../shared/procedure.ts';
import { richTextSchema } from '../../record/rich-text/rich-text.ts';
import {
  MOST_POINTS,
  pointAnswerChangeSchema,
  pointOverviewSchema,
  pointSchema,
  skeletonFormSchema,
} from './shapes.ts';

export const pointContract = {
  /** Of the papers that a statement answers, with its answers; of another paper by itself. Refuses with `not-found`. */
  list: procedure.input(refInput).output(pointOverviewSchema),
  /**
   * Takes over what the paper's text proposes, in place of what was there; corrections whose words still stand in it are kept unless `anew`.
   * A paper without a text takes the statement's quotation for its first one. Refuses with `not-editable`, `not-found`.
   */
  read: procedure.input(refInput.extend({ anew: z.boolean() })).output(pointOverviewSchema),
  /** The whole list as a person has put it: split, joined, moved, renamed. Refuses with `conflict`, `input-invalid`. */
  save: procedure
    .input(
      refInput.extend({
        paperId: idSchema,
        expectedRevision: z.number().int(),
        points: z.array(pointSchema).max(MOST_POINTS),
      }),
    )
    .output(pointOverviewSchema),
  /** Headings for every point, with room below, to be laid into the reply. Refuses with `not-found`. */
  skeleton: procedure
    .input(refInput.extend({ form: skeletonFormSchema, without: z.array(idSchema).max(MOST_POINTS).default([]) }))
    .output(z.object({ text: richTextSchema })),
  /** Several at once, all or none. Refuses with `not-editable`, `point-missing`. */
  answer: procedure
    .input(
      refInput.extend({
        answers: z.array(z.object({ pointId: idSchema, change: pointAnswerChangeSchema })).max(MOST_POINTS),
      }),
    )
    .output(pointOverviewSchema),
};
