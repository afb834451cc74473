/** Meetings of a body and the statements that come before it that day. Times are local to the office: "2026-03-12T17:00". */
import * as z from 'zod';
import { draftPublicitySchema, idSchema, lineSchema } from '../../record/basics.ts';
import { statementStateSchema } from '../statement/shapes.ts';

export const MEETING_STATES = ['planned', 'invited', 'held', 'cancelled'] as const;
export const meetingStateSchema = z.enum(MEETING_STATES);
export type MeetingState = z.infer<typeof meetingStateSchema>;

export const meetingSchema = z.object({
  id: idSchema,
  organizationId: idSchema,
  organizationName: lineSchema,
  start: z.string(),
  location: lineSchema.nullable(),
  state: meetingStateSchema,
});
export type Meeting = z.infer<typeof meetingSchema>;

export const meetingInputSchema = z.object({
  id: idSchema,
  /** Name or short name of a body in the directory. */
  organization: lineSchema,
  /** Day and time as people write them: "12.03.2026 17:00", "2026-03-12T17:00". */
  start: z.string().max(100),
  location: lineSchema.nullable(),
  state: meetingStateSchema,
});
export type MeetingInput = z.infer<typeof meetingInputSchema>;

/** The meeting as it stood when somebody began to change it; null for a new one. */
export const meetingReadSchema = meetingSchema.omit({ organizationName: true }).nullable();
export type MeetingRead = z.infer<typeof meetingReadSchema>;

export const agendaItemSchema = z.object({ paperId: idSchema, number: z.string().max(20) });

export const meetingPaperSchema = z.object({
  id: idSchema,
  reference: lineSchema.nullable(),
  name: lineSchema,
  state: statementStateSchema,
  publicity: draftPublicitySchema,
  /** Number on the agenda as text ("7.1", "Ö 12"); empty where none was given. */
  number: lineSchema,
  /** An issue that was not withdrawn exists: the paper has pages in the folder. */
  hasIssue: z.boolean(),
});
export type MeetingPaper = z.infer<typeof meetingPaperSchema>;

/** A meeting with its statements in agenda order. */
export const meetingAgendaSchema = z.object({ meeting: meetingSchema, papers: z.array(meetingPaperSchema) });
export type MeetingAgenda = z.infer<typeof meetingAgendaSchema>;
