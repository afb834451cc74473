/** The contract of importing papers. */
import { handedFileSchema } from '../document/delivery.ts';
import { procedure } from '../shared/procedure.ts';
import { importResultSchema, readTextSchema } from './shapes.ts';

export const importContract = {
  /** Reads a file the person handed over (by its handle) and stores what it holds. */
  importFile: procedure.input(handedFileSchema).output(importResultSchema),
  /** Reads the words of a file without storing anything: text of a motion for the entry form. */
  readText: procedure.input(handedFileSchema).output(readTextSchema),
};
