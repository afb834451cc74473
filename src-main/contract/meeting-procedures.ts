/** The contract of meetings: entering them, ordering their papers, giving out distribution lists and the folder. */
import * as z from 'zod';
import { idSchema } from './basics.ts';
import { deliverySchema } from './delivery.ts';
import { meetingAgendaSchema, meetingInputSchema, meetingSchema } from './meeting.ts';
import { procedure } from './procedure.ts';

/** The id of a meeting or its unambiguous beginning. */
const refInput = z.object({ ref: z.string().min(1).max(200) });

export const meetingContract = {
  /** The latest first. */
  list: procedure.output(z.array(meetingSchema)),
  /** Refuses with `organization-unknown`, `meeting-time-invalid`, `meeting-taken`. */
  save: procedure.input(meetingInputSchema).output(meetingSchema),
  /** Answers what was removed: `save` brings it back. Refuses with `meeting-in-use`. */
  remove: procedure.input(refInput).output(meetingSchema),
  papers: procedure.input(refInput).output(meetingAgendaSchema),
  /** Stores the agenda; papers that are not before this meeting are left out. */
  order: procedure
    .input(
      refInput.extend({
        papers: z.array(z.object({ paperId: idSchema, number: z.string().max(20) })).max(2000),
      }),
    )
    .output(meetingAgendaSchema),
  deliverLists: procedure.input(refInput).output(deliverySchema),
  deliverFolder: procedure.input(refInput.extend({ withNonPublic: z.boolean() })).output(deliverySchema),
};
