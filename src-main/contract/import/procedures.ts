/** The contract of importing papers. */
import * as z from 'zod';
import { handedFileSchema } from '../document/delivery.ts';
import { procedure } from '../shared/procedure.ts';
import { importResultSchema } from './shapes.ts';

export const importContract = {
  /** Reads a file the person handed over (by its handle) and stores what it holds. */
  importFile: procedure.input(handedFileSchema).output(importResultSchema),
  /** Reads a file as plain paragraphs without storing anything: text of a motion for the entry form. */
  readText: procedure.input(handedFileSchema).output(z.object({ paragraphs: z.array(z.string()) })),
};
