/**
 * Backups in a folder of choice: made beside the database, verified by opening, copied, read back, and only then put under their name.
 * The folder may be on the network or on a stick.
 */
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  createReadStream,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type Sqlite from 'better-sqlite3';
import { Refusal } from '../../contract/shared/errors.ts';
import type { BackupPort, LogEnd, StoredBackup, StrangersBackups } from '../../core/ports/ports.ts';
import { systemCode, translateWriteError } from '../../core/system/file-errors.ts';
import { compareWithBackup } from './compare-log.ts';
import { copyState } from './copy-state.ts';
import { inspectBackup } from './inspect-backup.ts';
import { leaveWal } from './leave-wal.ts';
import type { LongWork } from './long-work.ts';
import { copiesFolder } from './open-file.ts';
import { restoreDatabase } from './restore.ts';
import { flushFile, removeAbandoned, removeScratch, scratchName } from './scratch.ts';
import { ownOnly, shareWithGroup } from './folder-rights.ts';
import { translateSqliteError } from './sqlite-errors.ts';

const RECEIVED = /^empfangen-[0-9a-f]{12}\.db$/;
const RECEIVED_KEPT_MS = 24 * 3_600_000;
const NUMBER_DIGITS = 9;

/** What a medium answers that was torn out, and a network drive whose server went away (Windows knows no name for most of it). */
const GONE = new Set([
  'EIO',
  'ENODEV',
  'ENXIO',
  'ENOTCONN',
  'ESTALE',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'UNKNOWN',
]);

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function requireFolder(folder: string): void {
  if (!statSync(folder).isDirectory()) throw new Refusal('target-no-folder', { target: folder });
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Refusal('target-not-writable', { target: folder }, { cause });
  }
}

interface Made {
  readonly path: string;
  readonly logEnd: LogEnd | null;
}

export interface BackupOptions {
  readonly database: Sqlite.Database;
  readonly dataFolder: string;
  readonly actor: () => string;
  /** Instant as ISO 8601. */
  readonly now: () => string;
  readonly strangers: StrangersBackups;
  readonly longWork: LongWork;
}

export function backupFolder(options: BackupOptions): BackupPort {
  const { database, dataFolder, actor, now, strangers, longWork } = options;
  const ownFolder = join(dataFolder, 'backups', 'daily');
  /** Several offices may keep their backups in one folder; each lets only its own go. */
  const tag = createHash('sha256')
    .update(`${hostname()}\n${realpathSync.native(dataFolder)}`)
    .digest('hex')
    .slice(0, 6);
  const own = new RegExp(`^stellwerk-${tag}-(\\d{4}-\\d{2}-\\d{2})-(\\d{${NUMBER_DIGITS}})\\.db$`);
  const prepare = (folder: string): void => {
    if (folder === ownFolder) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      shareWithGroup(copiesFolder(dataFolder), folder);
    }
    requireFolder(folder);
  };
  const translated = async <T>(target: string, work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (GONE.has(systemCode(error))) throw new Refusal('target-missing', { target }, { cause: error });
      throw translateSqliteError(translateWriteError(error, target), target);
    }
  };
  /** What killed runs left behind. */
  const tidy = (folder: string): void => {
    const nowMs = Date.parse(now());
    removeAbandoned(folder, nowMs, `${tag}-`);
    for (const place of [ownFolder, copiesFolder(dataFolder), dataFolder]) removeAbandoned(place, nowMs);
  };
  /**
   * Newest first by a running number in the name: neither a clock that was set back nor a stick with times of its own changes the order.
   */
  const listed = (folder: string): readonly (StoredBackup & { readonly number: number })[] =>
    readdirSync(folder)
      .flatMap((fileName) => {
        const [, day, number] = own.exec(fileName) ?? [];
        const path = join(folder, fileName);
        // Another window may be letting it go this moment.
        const found = statSync(path, { throwIfNoEntry: false });
        if (day === undefined || !found) return [];
        return [{ path, fileName, day, size: found.size, at: found.mtime.toISOString(), number: Number(number) }];
      })
      .sort((a, b) => b.number - a.number || b.fileName.localeCompare(a.fileName));
  /** A verified copy of the present state beside the data. */
  const make = async (): Promise<Made> => {
    const made = join(ownFolder, scratchName(`${tag}-`));
    try {
      await copyState(database.name, made);
      leaveWal(made);
      const { logEnd } = await longWork('check-copy', { path: made });
      ownOnly(dataFolder, made);
      flushFile(made);
      return { path: made, logEnd };
    } catch (error) {
      removeScratch(made);
      throw error;
    }
  };
  const bring = async (made: string, arriving: string): Promise<void> => {
    copyFileSync(made, arriving);
    flushFile(arriving);
    if ((await hashOf(arriving)) !== (await hashOf(made))) throw new Refusal('backup-invalid', { file: arriving });
  };

  return {
    ownFolder,
    requireFolder: (folder) => translated(folder, () => prepare(folder)),
    keep: async (folder, day) => {
      await translated(folder, () => prepare(folder));
      // The disk that is full may be the one with the data.
      const { path: made, logEnd } = await translated(ownFolder, () => {
        prepare(ownFolder);
        tidy(folder);
        return make();
      });
      const arriving = folder === ownFolder ? made : join(folder, scratchName(`${tag}-`));
      try {
        return await translated(folder, async () => {
          if (arriving !== made) await bring(made, arriving);
          const time = new Date(now());
          utimesSync(arriving, time, time);
          const number = String((listed(folder)[0]?.number ?? 0) + 1).padStart(NUMBER_DIGITS, '0');
          const target = join(folder, `stellwerk-${tag}-${day}-${number}.db`);
          renameSync(arriving, target);
          return { path: target, logEnd };
        });
      } finally {
        for (const path of [made, arriving]) await translated(folder, () => removeScratch(path)).catch(() => undefined);
      }
    },
    list: (folder) =>
      translated(folder, () => {
        prepare(folder);
        return listed(folder);
      }),
    remove: (path) => translated(path, () => rmSync(path, { force: true })),
    inspect: (path, signal) => translated(path, () => inspectBackup(path, database, strangers, signal)),
    compareLog: (path) => translated(path, () => compareWithBackup(database, path)),
    receive: (file) =>
      translated(dataFolder, () => {
        const folder = copiesFolder(dataFolder);
        for (const name of readdirSync(folder)) {
          const path = join(folder, name);
          if (RECEIVED.test(name) && Date.parse(now()) - statSync(path).mtimeMs > RECEIVED_KEPT_MS)
            rmSync(path, { force: true });
        }
        const path = join(folder, `empfangen-${createHash('sha256').update(file.bytes).digest('hex').slice(0, 12)}.db`);
        const arriving = join(folder, scratchName());
        try {
          writeFileSync(arriving, file.bytes, { mode: 0o600 });
          ownOnly(dataFolder, arriving);
          renameSync(arriving, path);
        } finally {
          removeScratch(arriving);
        }
        return path;
      }),
    restore: (path, signal) =>
      restoreDatabase(path, dataFolder, now().slice(0, 23).replace(/[-:.]/g, '').replace('T', '-'), {
        by: { actor: actor(), at: now() },
        check: (copy) => strangers.check(copy, signal),
      }),
  };
}
