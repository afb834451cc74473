/** Writes files so that nothing half stands under a final name: all beside their places first, flushed, then renamed. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, link, lstat, open, readdir, readlink, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '../../contract/shared/errors.ts';
import { problems } from '../../contract/shared/problems-de.ts';
import { systemCode, translateWriteError } from '../../core/system/file-errors.ts';
import { isUnusableOnWindows } from '../../base/file-name.ts';

const SCRATCH = /^\.stellwerk-[0-9a-f]{12}\.tmp$/;
const MOST_LINKS = 32;
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

const scratchName = (): string => `.stellwerk-${randomBytes(6).toString('hex')}.tmp`;

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** All data or a key are in it: for nobody but its owner, whatever files are usually made with. */
  readonly isPrivate?: boolean | undefined;
}

/** Node writes there what no other program can open: it names devices by a way around them. */
function requireUsableName(path: string): void {
  const name = basename(path);
  if (process.platform === 'win32' && isUnusableOnWindows(name)) throw new Refusal('target-name-unusable', { name });
}

/** Whatever is written over an office's own data, the office is gone. */
function requireNoDatabase(path: string): void {
  if (/^stellwerk\.db(-wal|-shm|-journal)?$/i.test(basename(path)) && existsSync(path))
    throw new Refusal('input-invalid', { problem: problems.targetIsDatabase(path) });
}

/** Refuses with `target-missing`, `target-no-folder`, and with what the system answers. */
export async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: unknown) => {
    throw translateWriteError(error, folder);
  });
  if (!found.isDirectory()) throw new Refusal('target-no-folder', { target: folder });
}

/** What a killed export left behind; younger ones may belong to another process at work. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!SCRATCH.test(name)) continue;
    const path = join(folder, name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}

async function writeFlushed(path: string, { bytes, isPrivate = false }: FileToWrite): Promise<void> {
  const file = await open(path, 'wx', isPrivate ? 0o600 : 0o666);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A folder's entries are flushed too, where the system knows how (Windows does not). */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes(systemCode(error))) throw error;
  } finally {
    await handle.close();
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // Windows answers EPERM or EACCES when a program holds the existing file open.
    const isHeld = existsSync(to) && ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error));
    throw isHeld ? new Refusal('target-locked', { target: to }, { cause: error }) : error;
  }
}

interface Placement {
  readonly from: string;
  readonly to: string;
  /** The former file under a second name, until all are in place. */
  former: string | null;
}

/** A second name for the same bytes; a copy where the file system has no hard links. */
async function keepFormer(to: string, aside: string): Promise<void> {
  await link(to, aside).catch(() => copyFile(to, aside));
}

/** Puts all in place; when one fails, those before it get their former files back. */
async function placeAll(placements: readonly Placement[]): Promise<void> {
  const placed: Placement[] = [];
  try {
    for (const placement of placements) {
      try {
        if (existsSync(placement.to)) {
          const aside = join(dirname(placement.to), scratchName());
          placement.former = aside;
          await keepFormer(placement.to, aside);
        }
        await renameOver(placement.from, placement.to);
        placed.push(placement);
      } catch (error) {
        throw translateWriteError(error, placement.to);
      }
    }
  } catch (error) {
    for (const { to, former } of placed.reverse())
      await (former === null ? rm(to, { force: true }) : rename(former, to));
    throw error;
  }
}

/**
 * Where a name leads: through links to the file itself, which is there or can be made there. Refuses with `target-is-folder`, and with
 * `file-not-regular` for a pipe or a device: in its place a file would stand, and whoever reads there would get nothing.
 */
async function finalPath(path: string, steps = 0): Promise<string> {
  const found = await lstat(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw translateWriteError(error, path);
  });
  if (found === null || found.isFile()) return path;
  if (found.isDirectory()) throw new Refusal('target-is-folder', { target: path });
  if (!found.isSymbolicLink() || steps > MOST_LINKS) throw new Refusal('file-not-regular', { file: path });
  return finalPath(resolve(dirname(path), await readlink(path)), steps + 1);
}

/** All files or, when writing fails, none. Existing files of the same name are replaced; the database of an office never is (`input-invalid`). */
export async function writeFiles(files: readonly FileToWrite[]): Promise<void> {
  const placements: Placement[] = [];
  try {
    const targets: FileToWrite[] = [];
    for (const each of files) {
      requireUsableName(each.path);
      await requireFolder(dirname(each.path));
      const path = await finalPath(each.path);
      requireNoDatabase(path);
      await requireFolder(dirname(path));
      targets.push({ ...each, path });
    }
    for (const each of targets) {
      const { path } = each;
      const folder = dirname(path);
      try {
        await removeAbandoned(folder);
        const from = join(folder, scratchName());
        placements.push({ from, to: path, former: null });
        await writeFlushed(from, each);
      } catch (error) {
        throw translateWriteError(error, folder);
      }
    }
    await placeAll(placements);
    for (const folder of new Set(placements.map(({ to }) => dirname(to)))) await flushFolder(folder);
  } finally {
    for (const { from, former } of placements) {
      await rm(from, { force: true });
      if (former !== null) await rm(former, { force: true });
    }
  }
}
