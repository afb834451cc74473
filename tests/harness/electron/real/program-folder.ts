/** The built program as the Electron of the tests starts it: readable for everybody, with the database addon that fits. */
import { chmodSync, copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** A second name takes no time; another file system gets a copy. */
function place(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Of this checkout or of another one, with its `dist` built. Removed by whoever asked for it. */
export function programFolder(addon: string, checkout = root): string {
  const folder = mkdtempSync(join(tmpdir(), 'stellwerk-program-'));
  chmodSync(folder, 0o755);
  copyFileSync(join(checkout, 'package.json'), join(folder, 'package.json'));
  const built = readdirSync(join(checkout, 'dist'), { recursive: true, withFileTypes: true, encoding: 'utf8' });
  for (const entry of built) {
    if (!entry.isFile() || entry.name.endsWith('.map')) continue;
    const file = join(entry.parentPath, entry.name);
    place(file, join(folder, file.slice(checkout.length)));
  }
  const sqlite = join('node_modules', 'better-sqlite3');
  for (const part of ['package.json', 'lib'])
    cpSync(join(checkout, sqlite, part), join(folder, sqlite, part), { recursive: true });
  place(addon, join(folder, sqlite, 'prebuilds', 'linux-x64.node'));
  return folder;
}
