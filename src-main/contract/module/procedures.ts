/** The contract of text modules. */
import * as z from 'zod';
import { idSchema } from '../../record/basics.ts';
import { handedFileSchema } from '../document/delivery.ts';
import { procedure } from '../shared/procedure.ts';
import { importedModulesSchema, moduleContentSchema, moduleVersionSchema, textModuleSchema } from './shapes.ts';

const expectedRevision = z.number().int().min(0);

export const moduleContract = {
  /** One's own, those of units and the office, and those that come with Stellwerk; by title. */
  list: procedure.output(z.array(textModuleSchema)),
  /** New with revision 0. Refuses with `conflict`, `module-missing`. */
  save: procedure
    .input(z.object({ id: idSchema, expectedRevision, content: moduleContentSchema }))
    .output(textModuleSchema),
  /** Refuses with `conflict`, `module-missing`. */
  removeModule: procedure
    .input(z.object({ id: idSchema, expectedRevision }))
    .output(z.object({ done: z.literal(true) })),
  /** Takes the removal back. Refuses with `module-missing`. */
  bringBack: procedure.input(z.object({ id: idSchema })).output(textModuleSchema),
  /** Newest first. Refuses with `module-missing`. */
  versions: procedure.input(z.object({ id: idSchema })).output(z.array(moduleVersionSchema)),
  /** A Word, LibreOffice or text file: each heading begins a module of one's own. Refuses with `modules-without-heading` and like every reader of files. */
  importFile: procedure.input(handedFileSchema).output(importedModulesSchema),
};
