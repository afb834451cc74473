/** The contract of backups and of the examination of the data. */
import * as z from 'zod';
import { backupContentSchema, backupStateSchema, doctorReportSchema, repairSchema } from './shapes.ts';
import { deliverySchema, handedFileSchema } from '../document/delivery.ts';
import { procedure } from '../shared/procedure.ts';
import { readingSchema } from '../shared/reading.ts';

const pathInput = z.object({ path: z.string().min(1).max(2000), reading: readingSchema });

export const backupContract = {
  state: procedure.output(backupStateSchema),
  /** Makes a backup in the folder now and lets older ones go by the rule. */
  run: procedure.output(backupStateSchema),
  /** Null: the folder beside the data again. Refuses with `target-missing`, `target-not-writable`. */
  setFolder: procedure.input(z.object({ path: z.string().max(1000).nullable() })).output(backupStateSchema),
  inspect: procedure.input(pathInput).output(backupContentSchema),
  /** Puts a handed-over file where it can be inspected and restored by its path. */
  receive: procedure.input(handedFileSchema).output(backupContentSchema),
  /** Replaces everything; what was there before is kept as a file of its own. */
  restore: procedure.input(pathInput).output(z.object({ former: z.string().nullable() })),
  /** The whole database as one file for another PC. */
  deliver: procedure.output(deliverySchema),
  doctor: procedure.output(doctorReportSchema),
  repair: procedure.input(z.object({ repair: repairSchema })).output(doctorReportSchema),
};
