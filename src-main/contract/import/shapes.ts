/** What came of a file that was imported. */
import * as z from 'zod';
import { idSchema, lineSchema } from '../../record/basics.ts';
import { richTextSchema } from '../../record/rich-text/rich-text.ts';

export const importNoteSchema = z.object({
  code: z.enum([
    'layout-unknown',
    'body-missing',
    'body-assumed',
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
    'deletion-open',
    'comment-left-out',
    'symbol-unknown',
    'drawing-left-out',
    'words-lost',
    'footnote-kept',
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
  source: z.enum(['text', 'record', 'pdf', 'docx', 'docx-edited', 'word', 'odt']),
  notes: z.array(importNoteSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** The words of a file, and what its reader asks to look at. */
export const readTextSchema = z.object({ text: richTextSchema, notes: z.array(importNoteSchema) });
export type ReadText = z.infer<typeof readTextSchema>;
