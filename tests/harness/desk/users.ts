/** Other users of the operating system, for folders that are shared or not. Needs root on Linux; tests skip with a reason elsewhere. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../../support/builders.ts';
import type { User } from './desk.ts';

/** A number no group of the system has. */
export const GROUP = 61_000;

export interface NamedUser extends User {
  readonly name: string;
}

/** Two ordinary accounts every Linux has, as members of one group; or the reason why this machine cannot. */
export function twoUsers(): readonly [NamedUser, NamedUser] | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'other users need root on Linux';
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  const users = accounts.flatMap((line): NamedUser[] => {
    const [name = '', , uid = '0'] = line.split(':');
    return ['daemon', 'bin'].includes(name) ? [{ name, uid: Number(uid), gid: GROUP }] : [];
  });
  const [first, second] = users;
  if (!first || !second) return 'the accounts daemon and bin are missing here';
  const script = join(import.meta.dirname, 'desk-process.ts');
  const reads = ['-e', `require('node:fs').readFileSync(${JSON.stringify(script)})`];
  const { status } = spawnSync(process.execPath, reads, { uid: first.uid, gid: first.gid, cwd: '/' });
  return status === 0 ? [first, second] : 'other users cannot read the program here';
}

/** An empty folder of a user below one that everybody may enter. `mode` as chmod(1) takes it. */
export function folderOf(user: User, mode: number): string {
  const root = tempFolder();
  chmodSync(root, 0o755);
  const folder = join(root, 'Daten');
  mkdirSync(folder);
  chownSync(folder, user.uid, user.gid);
  chmodSync(folder, mode);
  return folder;
}
