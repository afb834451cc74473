/** What a backup holds, told before it is restored, beside what stands here now. */
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { BackupContent } from '../../contract/backup/shapes.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { officeProfileSchema } from '../../contract/settings/office-profile.ts';
import type { BackupLook, StrangersBackups } from '../../core/ports/ports.ts';
import type { StopSignal } from '../../contract/document/delivery.ts';
import { checkBackup } from './check-backup.ts';
import { logEndOf } from './compare-log.ts';

function countsOf(db: Sqlite.Database): BackupLook | null {
  const office = db.prepare('SELECT kind, profile_json FROM office').get() as
    { kind: 'own' | 'example'; profile_json: string } | undefined;
  if (!office) return null;
  const has = (table: string): boolean =>
    db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !== undefined;
  const count = (table: string): number => (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
  const last = db.prepare('SELECT max(at) AS at FROM change_log').get() as { at: string | null };
  const name = officeProfileSchema.shape.bodyName.safeParse(
    (() => {
      try {
        return (JSON.parse(office.profile_json) as { bodyName?: unknown }).bodyName;
      } catch {
        return undefined;
      }
    })(),
  );
  return {
    bodyName: name.success ? name.data : '',
    kind: office.kind,
    papers: count('paper'),
    statements: count('statement'),
    attachments: has('file') ? count('file') : 0,
    lastChangeAt: last.at,
    logEnd: logEndOf(db),
  };
}

/** Runs behind the fence. Refuses with `backup-invalid`, `backup-foreign-part`, `database-newer`. */
export function lookIntoBackup(path: string): BackupLook {
  checkBackup(path);
  const db = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    const counts = countsOf(db);
    if (!counts) throw new Refusal('backup-invalid', { file: basename(path) });
    return counts;
  } finally {
    db.close();
  }
}

/** Looked into by this process itself: for who needs no fence. */
export const READ_HERE: StrangersBackups = {
  check: async (path) => {
    checkBackup(path);
  },
  look: async (path) => lookIntoBackup(path),
};

/** Refuses with `file-missing`, and as whoever looks into it. */
export async function inspectBackup(
  path: string,
  database: Sqlite.Database,
  strangers: StrangersBackups,
  signal?: StopSignal,
): Promise<BackupContent> {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Refusal('file-missing', { file: path });
  const found = await strangers.look(path, signal);
  const present = countsOf(database);
  return {
    path,
    size: statSync(path).size,
    ...found,
    present: present && { papers: present.papers, lastChangeAt: present.lastChangeAt },
  };
}
