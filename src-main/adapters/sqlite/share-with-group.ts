/** Users of one PC who share a data folder by choice: what the program makes there must be writable for all of them. */
import { chmodSync, chownSync, statSync } from 'node:fs';

const GROUP_WRITES = 0o020;
/** SQLite gives -wal and -shm the mode of the database. */
const FILE_BITS = 0o060;
/** What is made in it later belongs to the group, too. */
const FOLDER_BITS = 0o2070;

/** Does nothing unless the group may write in the folder; on Windows a folder's rights reach what is in it by themselves. */
export function shareWithGroup(folder: string, path: string): void {
  if (process.platform === 'win32') return;
  const { mode, gid } = statSync(folder);
  if ((mode & GROUP_WRITES) === 0) return;
  const found = statSync(path, { throwIfNoEntry: false });
  // Only the owner can change it, and the owner's program has done so already.
  if (!found || found.uid !== process.getuid?.()) return;
  if (found.gid !== gid) {
    try {
      chownSync(path, found.uid, gid);
    } catch {
      // Not a member of the group oneself: nothing can be shared then.
      return;
    }
  }
  const wanted = (found.mode & 0o7777) | (found.isDirectory() ? FOLDER_BITS : FILE_BITS);
  if ((found.mode & 0o7777) !== wanted || found.gid !== gid) chmodSync(path, wanted);
}
