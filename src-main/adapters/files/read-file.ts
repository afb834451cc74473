/** Reads a file that a person named. */
import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../../contract/shared/errors.ts';
import { translateReadError } from '../../core/system/file-errors.ts';

/**
 * All bytes of the file. `accept` looks at its size in bytes first: nobody waits for a file that is refused anyway. Names stand in refusals as
 * `shownAs`. Refuses with `file-missing`, `file-unreadable`, `file-not-regular` and what `accept` throws: a folder has no bytes, and a pipe or
 * a device may never end.
 */
export async function readNamedFile(
  path: string,
  shownAs: string,
  accept: (size: number) => void,
): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Refusal('file-not-regular', { file: shownAs });
    accept(found.size);
    return await readFile(path);
  } catch (error) {
    throw translateReadError(error, shownAs);
  }
}
