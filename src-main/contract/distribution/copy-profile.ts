/** How copies of an issued paper look and are called: part of the office profile. */
import * as z from 'zod';
import { lineSchema } from '../../record/basics.ts';
import { copyTexts } from './texts-de.ts';

/** Blocks of the form sheet that a kind of copy shows. Head and consultations always print. */
const visibilitySchema = z.object({
  quotation: z.boolean().default(true),
  reply: z.boolean().default(true),
  signature: z.boolean().default(true),
  attachments: z.boolean().default(true),
  /** All recipients with their copies ("Verteiler"). */
  recipients: z.boolean().default(false),
  followUpNote: z.boolean().default(false),
});
export type CopyVisibility = z.infer<typeof visibilitySchema>;

const mark = lineSchema.min(1).max(200);

/** The original is the issued file itself: nothing about it can be set. */
export const copyProfileSchema = z.object({
  visibility: z
    .object({
      copy: visibilitySchema.prefault({}),
      draft: visibilitySchema.prefault({ recipients: true }),
      'follow-up': visibilitySchema.prefault({ followUpNote: true }),
    })
    .prefault({}),
  /** Under the title; `{recipient}` and `{date}` are filled. */
  marks: z
    .object({
      copy: mark.default(copyTexts.marks.copy),
      draft: mark.default(copyTexts.marks.draft),
      'follow-up': mark.default(copyTexts.marks['follow-up']),
    })
    .prefault({}),
  followUpNote: mark.default(copyTexts.followUpNote),
  /** Name of a copy's file without its ending: `{reference}`, `{kind}`, `{recipient}`. */
  fileName: lineSchema.min(1).max(120).default(copyTexts.fileName),
});
export type CopyProfile = z.infer<typeof copyProfileSchema>;
