/** Writes files so that nothing half stands under a final name: all beside their places first, flushed, then renamed. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '../../contract/errors.ts';
import { systemCode, translateWriteError } from './file-errors.ts';

const SCRATCH = /^\.stellwerk-[0-9a-f]{12}\.tmp$/;
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new Refusal('target-missing', { target: folder });
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

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
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
    const isHeld = existsSync(to) && ['EPERM', 'EACCES', 'EBUSY', 'EISDIR', 'ENOTEMPTY'].includes(systemCode(error));
    throw isHeld ? new Refusal('target-locked', { target: to }, { cause: error }) : error;
  }
}

/** All files or, when writing fails, none. Existing files of the same name are replaced. */
export async function writeFiles(files: readonly FileToWrite[]): Promise<void> {
  const scratch: { from: string; to: string }[] = [];
  try {
    for (const { path, bytes } of files) {
      const folder = dirname(path);
      try {
        await requireFolder(folder);
        await removeAbandoned(folder);
        const from = join(folder, `.stellwerk-${randomBytes(6).toString('hex')}.tmp`);
        scratch.push({ from, to: path });
        await writeFlushed(from, bytes);
      } catch (error) {
        throw translateWriteError(error, folder);
      }
    }
    for (const { from, to } of scratch) {
      try {
        await renameOver(from, to);
      } catch (error) {
        throw translateWriteError(error, to);
      }
    }
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await flushFolder(folder);
  } finally {
    for (const { from } of scratch) await rm(from, { force: true });
  }
}
