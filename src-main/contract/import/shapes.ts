/** What came of a file that was imported. */
import * as z from 'zod';
import { idSchema, lineSchema } from '../../record/basics.ts';

export const importNoteSchema = z.object({
  code: z.enum([
    'layout-unknown',
    'body-missing',
    'head-missing',
    'answers-missing',
    'name-missing',
    'consultations-missing',
    'hinge-missing',
    'signatory-missing',
    'originator-unclear',
    'date-odd',
    'row-unclear',
    'line-too-long',
    'text-after-head',
    'edited-document',
    'publicity-unknown',
    'publicity-contradictory',
    'row-publicity-unclear',
    'head-line-kept',
    'words-left-out',
  ]),
  /** The words in question, as they stood in the source. */
  text: z.string(),
});
export type ImportNote = z.infer<typeof importNoteSchema>;

export const importResultSchema = z.object({
  id: idSchema,
  reference: lineSchema.nullable(),
  /** `known`: this very file came before, and what came of it is still here. */
  status: z.enum(['imported', 'unchanged', 'known']),
  source: z.enum(['text', 'record', 'pdf', 'docx', 'docx-edited']),
  notes: z.array(importNoteSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;
