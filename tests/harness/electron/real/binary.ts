/** Which Electron the tests start: the installed one, or the one of tools/electron-test; or the sentence why there is none. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { missingPrograms } from './desktop.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

interface Search {
  readonly findElectron: (surroundings: object) => string | undefined;
}
interface Pinned {
  readonly testElectronFolder: (surroundings: object) => string | undefined;
}

export interface FoundElectron {
  readonly binary: string;
  /** The database addon that fits this Electron; null where the released one does. */
  readonly addon: string | null;
}

const load = <T>(...path: string[]): T => createRequire(import.meta.url)(join(root, 'tools', ...path)) as T;

/** Found without loading the package: that would begin a download. */
function installed(): FoundElectron | undefined {
  const binary = load<Search>('run', 'electron-search.cjs').findElectron({
    root,
    platform: process.platform,
    env: process.env,
    fileExists: existsSync,
    readText: (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
  });
  return binary === undefined ? undefined : { binary, addon: null };
}

function forTests(): FoundElectron | undefined {
  const folder = load<Pinned>('electron-test', 'pinned.cjs').testElectronFolder({
    root,
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    home: homedir(),
  });
  if (folder === undefined || !existsSync(join(folder, 'electron', 'version'))) return undefined;
  return { binary: join(folder, 'electron', 'electron'), addon: join(folder, 'better-sqlite3.node') };
}

export const findElectron = (): FoundElectron | undefined => installed() ?? forTests();

/** Why the real Electron cannot be started here; null when it can. */
export function reasonAgainstElectron(): string | null {
  if (!findElectron()) return 'there is no Electron here; “npm run test:electron” fetches one for tests on Linux';
  const missing = process.platform === 'linux' ? missingPrograms() : [];
  return missing.length === 0 ? null : `these programs are missing for a desktop: ${missing.join(', ')}`;
}
