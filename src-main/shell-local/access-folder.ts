/** Where the local shell keeps what nobody else may see: the browser's profile, the pages that open a window, the hashes of sessions. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { currentUserName, defaultDataFolder } from '../adapters/files/data-folder.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Users who share a folder have a lock and a profile each: the host works in the name of the one who started it. */
export function ownName(folder: string, what: string, ending = '', userName = currentUserName()): string {
  return join(folder, `${what}-${userName.replace(/[^\p{L}\p{N}._-]/gu, '_')}${ending}`);
}

/**
 * The data folder, where its files can be closed to others. On Windows that takes the person's own profile: a folder elsewhere hands
 * its rights down to every file in it.
 */
export function accessBase(dataFolder: string, platform = process.platform, environment: Environment = process.env) {
  const own = defaultDataFolder(platform, environment);
  if (platform !== 'win32' || resolve(dataFolder) === resolve(own)) return dataFolder;
  return join(own, 'zugang', createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16));
}

export interface AccessFolder {
  /** The browser's own folder; closed to others, with all that lies in it. */
  readonly profile: string;
  /** Pages that open a window, within the profile: what a browser may read, it can read there. */
  readonly pages: string;
  readonly sessions: string;
}

export function accessFolder(dataFolder: string): AccessFolder {
  const profile = ownName(accessBase(dataFolder), 'fenster');
  return { profile, pages: join(profile, 'zugang'), sessions: join(profile, 'zugang', 'sitzungen.json') };
}
