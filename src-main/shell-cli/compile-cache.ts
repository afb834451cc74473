/** Compiled code of the program, kept for the next start. Imports nothing of the program: it runs before that is loaded. */
import { mkdirSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** A folder of the user's own. Node's own choice lies in the folder for everybody's temporary files, where others could put code for us. */
export function compileCacheFolder(platform: NodeJS.Platform, environment: Environment, home = homedir()): string {
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Stellwerk', 'Zwischenspeicher');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Stellwerk');
  return join(environment['XDG_CACHE_HOME'] || join(home, '.cache'), 'stellwerk');
}

/** Where nothing can be kept the program starts as it does the first time. */
export function keepCompiledCode(): void {
  // Node 20 has no such thing and is refused later.
  if (!('enableCompileCache' in nodeModule)) return;
  try {
    const folder = compileCacheFolder(process.platform, process.env);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    nodeModule.enableCompileCache(folder);
  } catch {
    // Only slower.
  }
}
