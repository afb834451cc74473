/**
 * Backups in a folder of choice: made beside the database, verified by opening, copied, read back, and only then put under their name.
 * The folder may be on the network or on a stick.
 */
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  closeSync,
  createReadStream,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Sqlite from 'better-sqlite3';
import type { BackupContent } from '../../contract/backup.ts';
import { Refusal } from '../../contract/errors.ts';
import { officeProfileSchema } from '../../contract/office-profile.ts';
import type { BackupPort, StoredBackup } from '../../core/ports.ts';
import { translateWriteError } from '../../core/system/file-errors.ts';
import { checkBackup } from './check-backup.ts';
import { leaveWal } from './leave-wal.ts';
import { restoreDatabase } from './restore.ts';
import { translateSqliteError } from './sqlite-errors.ts';

const RECEIVED = /^empfangen-[0-9a-f]{12}\.db$/;
const RECEIVED_KEPT_MS = 24 * 3_600_000;

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Bytes reach the medium before the name says that they are there. */
function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function requireFolder(folder: string): void {
  const found = existsSync(folder) ? statSync(folder) : null;
  if (!found?.isDirectory()) throw new Refusal('target-missing', { target: folder });
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Refusal('target-not-writable', { target: folder }, { cause });
  }
}

interface Counts {
  readonly bodyName: string;
  readonly kind: 'own' | 'example';
  readonly papers: number;
  readonly statements: number;
  readonly attachments: number;
  readonly lastChangeAt: string | null;
}

function countsOf(db: Sqlite.Database): Counts | null {
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
  };
}

export interface BackupOptions {
  readonly database: Sqlite.Database;
  readonly dataFolder: string;
  /** Instant as ISO 8601. */
  readonly now: () => string;
}

export function backupFolder({ database, dataFolder, now }: BackupOptions): BackupPort {
  const ownFolder = join(dataFolder, 'backups', 'daily');
  /** Several offices may keep their backups in one folder; each lets only its own go. */
  const tag = createHash('sha256').update(`${hostname()}\n${dataFolder}`).digest('hex').slice(0, 6);
  const own = new RegExp(`^stellwerk-${tag}-(\\d{4}-\\d{2}-\\d{2})-\\d{9}\\.db$`);
  const prepare = (folder: string): void => {
    if (folder === ownFolder) mkdirSync(folder, { recursive: true });
    requireFolder(folder);
  };
  const translated = async <T>(target: string, work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw translateSqliteError(translateWriteError(error, target), target);
    }
  };
  const stamp = (): string => now().slice(11, 23).replace(/[:.]/g, '');

  return {
    ownFolder,
    requireFolder: (folder) => translated(folder, () => prepare(folder)),
    keep: (folder, day) =>
      translated(folder, async () => {
        prepare(folder);
        mkdirSync(ownFolder, { recursive: true });
        const id = stamp();
        const made = join(ownFolder, `.stellwerk-${tag}-${id}.tmp`);
        const arriving = join(folder, `.stellwerk-${tag}-${id}.arriving.tmp`);
        const target = join(folder, `stellwerk-${tag}-${day}-${id}.db`);
        try {
          await database.backup(made);
          leaveWal(made);
          checkBackup(made);
          copyFileSync(made, arriving);
          flush(arriving);
          if ((await hashOf(arriving)) !== (await hashOf(made))) throw new Refusal('backup-invalid', { file: target });
          renameSync(arriving, target);
        } finally {
          rmSync(made, { force: true });
          rmSync(arriving, { force: true });
        }
        return target;
      }),
    list: (folder) =>
      translated(folder, () => {
        prepare(folder);
        // What a killed run left behind.
        for (const name of readdirSync(folder)) {
          const isOurs = name.startsWith(`.stellwerk-${tag}-`) && name.endsWith('.tmp');
          if (isOurs && Date.parse(now()) - statSync(join(folder, name)).mtimeMs > RECEIVED_KEPT_MS)
            rmSync(join(folder, name), { force: true });
        }
        return readdirSync(folder)
          .flatMap((fileName): StoredBackup[] => {
            const day = own.exec(fileName)?.[1];
            if (day === undefined) return [];
            const path = join(folder, fileName);
            const { size, mtime } = statSync(path);
            return [{ path, fileName, day, size, at: mtime.toISOString() }];
          })
          .sort((a, b) => b.fileName.localeCompare(a.fileName));
      }),
    remove: (path) => translated(path, () => rmSync(path, { force: true })),
    inspect: (path) =>
      translated(path, (): BackupContent => {
        if (!existsSync(path) || !statSync(path).isFile()) throw new Refusal('file-missing', { file: path });
        checkBackup(path);
        const db = new Sqlite(path, { readonly: true, fileMustExist: true });
        try {
          const counts = countsOf(db);
          if (!counts) throw new Refusal('backup-invalid', { file: basename(path) });
          const present = countsOf(database);
          return {
            path,
            size: statSync(path).size,
            ...counts,
            present: present && { papers: present.papers, lastChangeAt: present.lastChangeAt },
          };
        } finally {
          db.close();
        }
      }),
    receive: (file) =>
      translated(dataFolder, () => {
        const folder = join(dataFolder, 'backups');
        mkdirSync(folder, { recursive: true });
        for (const name of readdirSync(folder)) {
          const path = join(folder, name);
          if (RECEIVED.test(name) && Date.parse(now()) - statSync(path).mtimeMs > RECEIVED_KEPT_MS)
            rmSync(path, { force: true });
        }
        const path = join(folder, `empfangen-${createHash('sha256').update(file.bytes).digest('hex').slice(0, 12)}.db`);
        writeFileSync(path, file.bytes);
        return path;
      }),
    restore: (path) => restoreDatabase(path, dataFolder, now().slice(0, 23).replace(/[-:.]/g, '').replace('T', '-')),
  };
}
