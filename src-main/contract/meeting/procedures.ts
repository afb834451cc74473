/** The contract of meetings: entering them, ordering their papers, giving out distribution lists and the folder. */
import * as z from 'zod';
import { deliverySchema } from '../document/delivery.ts';
import { documentFormatsSchema } from '../document/format.ts';
import {
  agendaItemSchema,
  meetingAgendaSchema,
  meetingInputSchema,
  meetingReadSchema,
  meetingSchema,
} from './shapes.ts';
import { procedure, refInput } from '../shared/procedure.ts';

export const meetingContract = {
  /** The latest first. */
  list: procedure.output(z.array(meetingSchema)),
  /** Refuses with `organization-unknown`, `meeting-time-invalid`, `meeting-taken`, `conflict`. */
  save: procedure.input(meetingInputSchema.extend({ read: meetingReadSchema })).output(meetingSchema),
  /** Answers what was removed: `save` brings it back. Refuses with `meeting-in-use`. */
  remove: procedure.input(refInput).output(meetingSchema),
  papers: procedure.input(refInput).output(meetingAgendaSchema),
  /** Stores the agenda; papers that are not before this meeting are left out. Refuses with `conflict` when `read` is not the agenda any more. */
  order: procedure
    .input(
      refInput.extend({
        papers: z.array(agendaItemSchema).max(2000),
        read: z.array(agendaItemSchema).max(2000),
      }),
    )
    .output(meetingAgendaSchema),
  /** Without formats: PDF. */
  deliverLists: procedure.input(refInput.extend({ formats: documentFormatsSchema.optional() })).output(deliverySchema),
  deliverFolder: procedure.input(refInput.extend({ withNonPublic: z.boolean() })).output(deliverySchema),
};
