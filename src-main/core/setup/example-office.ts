/** The shape of the shipped example office: an invented town hall to try everything with. */
import { positionSchema } from '../../contract/point/shapes.ts';
import * as z from 'zod';
import {
  contactSchema,
  isoDateSchema,
  lineSchema,
  originatorSchema,
  paperTypeSchema,
  publicitySchema,
  signatorySchema,
} from '../../record/basics.ts';
import { meetingStateSchema } from '../../contract/meeting/shapes.ts';
import { officeProfileSchema } from '../../contract/settings/office-profile.ts';
import { richTextSchema } from '../../record/rich-text/rich-text.ts';
import { contactDetailsSchema } from '../../contract/settings/shapes.ts';

const consultation = z.object({
  organization: lineSchema,
  date: isoDateSchema.nullable(),
  role: lineSchema.nullable(),
});

export const exampleOfficeSchema = z.object({
  profile: officeProfileSchema,
  organizations: z.array(
    z.object({
      name: lineSchema,
      shortName: lineSchema,
      organizationType: z.enum(['council', 'mayor', 'committee', 'faction', 'unit', 'other']),
      reach: contactDetailsSchema.optional(),
    }),
  ),
  persons: z.array(
    z.object({
      name: lineSchema,
      title: lineSchema.nullable(),
      formOfAddress: lineSchema.nullable(),
      memberships: z.array(
        z.object({
          organization: lineSchema,
          role: lineSchema,
          startDate: isoDateSchema.nullable(),
          endDate: isoDateSchema.nullable(),
        }),
      ),
    }),
  ),
  meetings: z.array(
    z.object({
      organization: lineSchema,
      start: z.string(),
      location: lineSchema.nullable(),
      state: meetingStateSchema,
    }),
  ),
  papers: z.array(
    z.object({
      paperType: paperTypeSchema.exclude(['statement']),
      reference: lineSchema,
      name: lineSchema,
      date: isoDateSchema,
      publicity: publicitySchema,
      originators: z.array(originatorSchema),
      consultations: z.array(consultation),
      text: z.array(z.string()),
    }),
  ),
  statements: z.array(
    z.object({
      reference: lineSchema.nullable(),
      date: isoDateSchema.nullable(),
      publicity: publicitySchema,
      leadUnit: lineSchema,
      answers: z.array(lineSchema).min(1),
      name: lineSchema,
      consultations: z.array(consultation),
      reply: richTextSchema,
      signatory: signatorySchema.nullable(),
      contact: contactSchema,
      /** Positions to the points of the answered paper, by their labels. */
      positions: z.record(z.string(), positionSchema).default({}),
    }),
  ),
});
export type ExampleOffice = z.infer<typeof exampleOfficeSchema>;
