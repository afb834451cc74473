/** Backups that are made every day, checked, let go by rule, and brought back; and the examination of what is stored. */
import type { Call } from '../../contract/shared/served.ts';
import {
  BACKUP_IS_OLD_AFTER_DAYS,
  type BackupContent,
  type BackupState,
  type DoctorReport,
  type Repair,
} from '../../contract/backup/shapes.ts';
import { Documents, type StoppableFile } from '../../contract/document/delivery.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { sentenceFor } from '../../contract/shared/errors-de.ts';
import { builtInProfile, currentOffice, readProfile } from '../office/office-service.ts';
import type { LogEnd, Ports, StoredBackup } from '../ports/ports.ts';
import { OFFICE_ID } from '../settings/change-setting.ts';
import { examineAll } from './doctor.ts';
import { backupsToDrop } from './retention.ts';
import { versionsToDrop } from './thin-versions.ts';

const DAY_MS = 86_400_000;
const LAST_KEY = 'backup';
/** Removed attachments can be brought back for so long. */
const REMOVED_KEPT_DAYS = 30;

interface LastBackup {
  readonly lastGood: { readonly at: string; readonly path: string; readonly logEnd: LogEnd | null } | null;
  readonly problem: string | null;
}

export interface BackupService {
  state(): Promise<BackupState>;
  run(): Promise<BackupState>;
  /** A backup when today has none yet, then the work of tidying. Never throws: what went wrong stands in the state, and the answer is no. */
  daily(): Promise<boolean>;
  setFolder(path: string | null): Promise<BackupState>;
  inspect(path: string, call?: Call): Promise<BackupContent>;
  receive(file: StoppableFile): Promise<BackupContent>;
  restore(path: string, call?: Call): Promise<{ former: string | null }>;
  deliver(): Promise<Documents>;
  doctor(): Promise<DoctorReport>;
  repair(repair: Repair): Promise<DoctorReport>;
}

function readLast(stored: unknown): LastBackup {
  const value = (stored ?? {}) as Partial<LastBackup>;
  const { lastGood } = value;
  // Older versions noted no end of the log.
  return {
    lastGood: lastGood ? { ...lastGood, logEnd: lastGood.logEnd ?? null } : null,
    problem: value.problem ?? null,
  };
}

/** It lies under a name that nobody gave: who chose it knows its own. */
function underItsName(error: unknown, fileName: string): unknown {
  if (!(error instanceof Refusal) || !('file' in error.details)) return error;
  return new Refusal(error.code, { ...error.details, file: fileName }, { cause: error });
}

export function backupService(ports: Ports): BackupService {
  const { database, backups, clock } = ports;

  const chosenFolder = (): Promise<string | null> =>
    database.read(async (stores) => {
      const folder = (await stores.preferences.all())['backupFolder'];
      return typeof folder === 'string' && folder !== '' ? folder : null;
    });
  const lastBackup = (): Promise<LastBackup> =>
    database.read(async (stores) => readLast((await stores.preferences.all())[LAST_KEY]));
  const keepLast = (last: LastBackup): Promise<void> =>
    database.write((stores) => stores.preferences.put(LAST_KEY, last));

  const filesIn = async (folder: string): Promise<readonly StoredBackup[]> => {
    try {
      return await backups.list(folder);
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  };

  /** Neither a clock that was set back nor one that runs ahead may pass for a fresh backup. */
  const isFresh = (at: string, withinMs: number): boolean =>
    Math.abs(Date.parse(clock.now()) - Date.parse(at)) < withinMs;

  const state = async (): Promise<BackupState> => {
    const chosen = await chosenFolder();
    const folder = chosen ?? backups.ownFolder;
    const { lastGood, problem } = await lastBackup();
    return {
      folder,
      isOwnFolder: chosen === null,
      lastGood,
      isOld: lastGood === null || !isFresh(lastGood.at, BACKUP_IS_OLD_AFTER_DAYS * DAY_MS),
      problem,
      files: (await filesIn(folder)).map(({ path, fileName, at, size }) => ({ path, fileName, at, size })),
    };
  };

  const rotate = async (folder: string): Promise<void> => {
    for (const old of backupsToDrop(await backups.list(folder))) await backups.remove(old.path);
  };

  const runIn = async (folder: string): ReturnType<typeof backups.keep> => {
    const made = await backups.keep(folder, clock.today());
    await rotate(folder);
    return made;
  };

  const run = async (): Promise<BackupState> => {
    const chosen = await chosenFolder();
    try {
      const made = await runIn(chosen ?? backups.ownFolder);
      await keepLast({ lastGood: { at: clock.now(), ...made }, problem: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem = sentenceFor(error.code, error.details);
      const { lastGood } = await lastBackup();
      await keepLast({ lastGood, problem });
      // The drive is away: a copy beside the data is better than none, and the warning stays.
      if (chosen !== null) await runIn(backups.ownFolder);
    }
    return state();
  };

  const tidy = (): Promise<void> =>
    database.write(async (stores) => {
      const now = clock.now();
      for (const kind of ['statement', 'paper'] as const)
        for (const entityId of await stores.versions.withVersions(kind)) {
          const drop = versionsToDrop(await stores.versions.of(kind, entityId), now);
          if (drop.length === 0) continue;
          await stores.versions.drop(kind, entityId, drop);
          await stores.log.append({ action: 'versions-thinned', entity: kind, entityId, revision: null });
        }
      const before = new Date(Date.parse(now) - REMOVED_KEPT_DAYS * DAY_MS).toISOString();
      for (const entityId of await stores.attachments.forgetRemovedBefore(before))
        await stores.log.append({ action: 'attachments-forgotten', entity: 'paper', entityId, revision: null });
    });

  const doctor = (): Promise<DoctorReport> => examineAll(ports, state);

  /** The newest profile of the history that can be read, else the built-in one under the name that was in use. */
  const mendProfile = (): Promise<void> =>
    database.write(async (stores) => {
      const office = await stores.office.get();
      if (!office) return;
      // One of a newer version is not broken: refused with `kept-newer`.
      await currentOffice(stores.office, ports.dataFolder);
      const versions = await stores.settingHistory.versions({ area: 'office', entityId: OFFICE_ID, limit: 1000 });
      const good = versions.find((version) => {
        try {
          readProfile(version.json ?? '');
          return true;
        } catch (error) {
          if (error instanceof Refusal) return false;
          throw error;
        }
      });
      const name = /"bodyName"\s*:\s*"((?:[^"\\]|\\.){1,500})"/.exec(office.profileJson)?.[1];
      const bodyName = name === undefined ? undefined : (JSON.parse(`"${name}"`) as string);
      const profileJson = good?.json ?? JSON.stringify(builtInProfile(bodyName));
      await stores.office.put({ kind: office.kind, profileJson });
      await stores.log.append({
        action: 'office-profile-mended',
        entity: 'office',
        entityId: OFFICE_ID,
        revision: null,
      });
    });

  return {
    state,
    run,
    daily: async () => {
      try {
        const { files, problem } = await state();
        const newest = files[0];
        const hasToday = newest !== undefined && isFresh(newest.at, DAY_MS) && newest.fileName.includes(clock.today());
        if (!hasToday || problem !== null) await run();
        await tidy();
        await database.reindex();
        return true;
      } catch (error) {
        if (error instanceof Refusal) {
          const { lastGood } = await lastBackup();
          await keepLast({ lastGood, problem: sentenceFor(error.code, error.details) }).catch(() => undefined);
        } else ports.reportUnexpected(error);
        return false;
      }
    },
    setFolder: async (path) => {
      const folder = path?.trim() === '' ? null : (path?.trim() ?? null);
      if (folder !== null) await backups.requireFolder(folder);
      await database.write((stores) => stores.preferences.put('backupFolder', folder));
      return run();
    },
    inspect: (path, { signal } = {}) => backups.inspect(path, signal),
    receive: async (file) => {
      const path = await backups.receive(file);
      return backups.inspect(path, file.signal).catch((error: unknown) => {
        throw underItsName(error, file.fileName);
      });
    },
    restore: async (path, { signal } = {}) => ({ former: await backups.restore(path, signal) }),
    deliver: async () => {
      // Before the copy: what is noted must stand in it.
      const logEnd = await database.read((stores) => stores.log.end());
      return new Documents([await database.backup()], async (delivery) => {
        const path = delivery.kind === 'saved' ? delivery.paths[0] : undefined;
        // Where a browser puts it, and whether it does, nobody knows.
        if (path !== undefined) {
          const { problem } = await lastBackup();
          await keepLast({ lastGood: { at: clock.now(), path, logEnd }, problem });
        }
        return delivery;
      });
    },
    doctor,
    repair: async (repair) => {
      if (repair === 'office-profile') await mendProfile();
      else await database.repair(repair);
      // Guards that were gone are a matter for the log: somebody took them away.
      if (repair === 'guards')
        await database.write((stores) =>
          stores.log.append({ action: 'guards-made-anew', entity: 'installation', entityId: 'schema', revision: null }),
        );
      return doctor();
    },
  };
}
