/**
 * Who may reach the data: the user alone, or users of one PC who share the folder by choice (its group may write, decision 0015). On
 * Windows a folder's rights reach what is in it by themselves.
 */
import { chmodSync, chownSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { doctorTexts as words } from '../../contract/backup/texts-de.ts';
import type { DatabaseFinding } from '../../core/ports/ports.ts';
import { systemCode } from '../../core/system/file-errors.ts';

const RIGHTS = 0o7777;
const GROUP_WRITES = 0o020;
const OTHERS_WRITE = 0o002;
/** What is made in the folder belongs to its group: nobody sets that by habit. */
const GROUP_KEEPS = 0o2000;
const GROUP = 0o070;
const OTHERS = 0o007;
/** SQLite gives -wal and -shm the mode of the database. */
const FILE_BITS = 0o060;
/** What is made in it later belongs to the group, too. */
const FOLDER_BITS = 0o2070;
/** What users of one folder share; locks and browser profiles are everybody's own. */
const SHARED = /^(stellwerk\.db(-wal|-shm|-journal)?|backups)$/;

const isShared = (folder: string): boolean => (statSync(folder).mode & GROUP_WRITES) !== 0;
/** Only the owner can change rights, and the owner's program does so. */
const ownStats = (path: string): Stats | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && found.uid === process.getuid?.() ? found : undefined;
};
/** SQLite's own files come and go while another process works. */
function setMode(path: string, { mode }: Stats, wanted: number): void {
  try {
    if ((mode & RIGHTS) !== wanted) chmodSync(path, wanted);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}

/** Makes it writable for the group of the folder, and for nobody else. */
function openToGroup(folder: string, path: string, found: Stats): void {
  const { gid } = statSync(folder);
  if (found.gid !== gid) {
    try {
      chownSync(path, found.uid, gid);
    } catch {
      // Not a member of the group oneself: nothing can be shared then.
      return;
    }
  }
  const mode = ownStats(path);
  if (mode) setMode(path, mode, (mode.mode & RIGHTS & ~OTHERS) | (mode.isDirectory() ? FOLDER_BITS : FILE_BITS));
}

/** What the program made in the data folder: closed to others, and shared with the group where the folder is. */
export function ownOnly(folder: string, path: string): void {
  if (process.platform === 'win32') return;
  const found = ownStats(path);
  if (!found) return;
  if (isShared(folder)) openToGroup(folder, path, found);
  else setMode(path, found, found.mode & RIGHTS & ~(GROUP | OTHERS));
}

/** Everybody on this PC may write, and no group was chosen. Somebody may be working so; it is said, and left to them. */
function isOpenToAll(folder: string): boolean {
  const { mode } = statSync(folder);
  return (mode & OTHERS_WRITE) !== 0 && (mode & GROUP_KEEPS) === 0;
}

/** The data folder itself, however wide it was before; a choice to share it stays. */
export function closeFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const found = ownStats(folder);
  if (found && !isOpenToAll(folder))
    setMode(folder, found, found.mode & RIGHTS & ~(isShared(folder) ? OTHERS : GROUP | OTHERS));
}

/** A folder that is made inside of a shared one is shared, too. */
export function shareWithGroup(folder: string, path: string): void {
  if (process.platform !== 'win32' && isShared(folder)) ownOnly(folder, path);
}

/** What lies in the data folder already, copies of former states among them. */
export function closeContents(folder: string): void {
  if (process.platform === 'win32') return;
  const shares = isShared(folder);
  const close = (place: string, name: string, isCommon: boolean): void => {
    const path = join(place, name);
    if (isCommon || !shares) return ownOnly(folder, path);
    const found = ownStats(path);
    if (found) setMode(path, found, found.mode & RIGHTS & ~OTHERS);
  };
  const namesIn = (place: string): readonly string[] => {
    try {
      return readdirSync(place);
    } catch {
      return [];
    }
  };
  for (const name of namesIn(folder)) close(folder, name, SHARED.test(name));
  for (const place of [join(folder, 'backups'), join(folder, 'backups', 'daily')])
    for (const name of namesIn(place)) close(place, name, true);
}

function groupName(gid: number): string {
  try {
    const line = readFileSync('/etc/group', 'utf8')
      .split('\n')
      .find((entry) => entry.split(':')[2] === String(gid));
    return line?.split(':')[0] ?? String(gid);
  } catch {
    return String(gid);
  }
}

/** Who can reach folder and database now. */
export function examineRights(folder: string, database: string): DatabaseFinding {
  const area = words.areas.rights;
  if (process.platform === 'win32') return { area, ok: true, detail: words.rights.notLooked, repair: null };
  if (isOpenToAll(folder)) return { area, ok: false, detail: words.rights.everybody(folder), repair: null };
  const shared = isShared(folder);
  const { gid } = statSync(folder);
  const reached = shared ? OTHERS : GROUP | OTHERS;
  const isWide = [folder, database].some((path) => (statSync(path).mode & reached) !== 0);
  const detail = isWide ? words.rights.wide(folder) : shared ? words.rights.shared(groupName(gid)) : words.rights.own;
  return { area, ok: !isWide, detail, repair: null };
}
