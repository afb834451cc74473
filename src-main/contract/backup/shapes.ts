/** Backups, restoring, and the examination of everything stored. */
import * as z from 'zod';

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
