/** Where the data lives: the local application data folder, never the roaming profile (which is copied over the network at log-in). */
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

export function defaultDataFolder(platform: NodeJS.Platform, environment: Environment, home = homedir()): string {
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Stellwerk');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Stellwerk');
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'stellwerk');
}

/** The actor in the log is the user of the operating system. */
export function currentUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USERNAME'] ?? process.env['USER'] ?? 'unbekannt';
  }
}
