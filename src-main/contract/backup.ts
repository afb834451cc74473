/** Backups, restoring, and the examination of everything stored. */
import * as z from 'zod';
import { deliverySchema, handedFileSchema } from './delivery.ts';
import { procedure } from './procedure.ts';
import { readingSchema } from './reading.ts';

/** Days without a good backup after which the window warns. */
export const BACKUP_IS_OLD_AFTER_DAYS = 2;

/** Where the log ends: number and hash of its last entry. */
const logEndSchema = z.object({ seq: z.number().int(), hash: z.string(), at: z.string() });

const backupFileSchema = z.object({
  path: z.string(),
  fileName: z.string(),
  /** Instant the copy was finished. */
  at: z.string(),
  size: z.number().int(),
});
export type BackupFile = z.infer<typeof backupFileSchema>;

export const backupStateSchema = z.object({
  /** Folder in use; `isOwnFolder` says that nobody chose it and that it lies beside the data. */
  folder: z.string(),
  isOwnFolder: z.boolean(),
  lastGood: z
    .object({
      at: z.string(),
      path: z.string(),
      /** Null in what older versions noted. */
      logEnd: logEndSchema.nullable(),
    })
    .nullable(),
  isOld: z.boolean(),
  /** Sentence about what kept the last attempt from succeeding. */
  problem: z.string().nullable(),
  /** Newest first. */
  files: z.array(backupFileSchema),
});
export type BackupState = z.infer<typeof backupStateSchema>;

/** What a backup contains, told before it is restored. */
export const backupContentSchema = z.object({
  path: z.string(),
  bodyName: z.string(),
  kind: z.enum(['own', 'example']),
  papers: z.number().int(),
  statements: z.number().int(),
  attachments: z.number().int(),
  lastChangeAt: z.string().nullable(),
  logEnd: logEndSchema.nullable(),
  size: z.number().int(),
  /** What stands here now, for comparison; null when no office is set up. */
  present: z.object({ papers: z.number().int(), lastChangeAt: z.string().nullable() }).nullable(),
});
export type BackupContent = z.infer<typeof backupContentSchema>;

export const repairSchema = z.enum(['search-index', 'indexes', 'unused-files', 'guards', 'office-profile']);
export type Repair = z.infer<typeof repairSchema>;

const findingSchema = z.object({
  area: z.string(),
  ok: z.boolean(),
  detail: z.string(),
  /** What can be mended without losing anything; null when nothing needs it or nothing is safe. */
  repair: repairSchema.nullable(),
});
export const doctorReportSchema = z.object({ ok: z.boolean(), findings: z.array(findingSchema) });
export type DoctorReport = z.infer<typeof doctorReportSchema>;

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
