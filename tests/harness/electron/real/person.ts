/** Who the real Electron runs as in tests: oneself, or under root an id without any rights, because the sandbox refuses root. */
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const NOBODY = 65_534;

const isRoot = process.getuid?.() === 0;

/** Starts a program as that person: the first argument is the program. */
export const AS_PERSON = join(import.meta.dirname, '..', '..', '..', '..', 'tools', 'electron-test', 'as-person.sh');

/** What the test made becomes the person's own, with everything inside; nothing to do where both are one. */
export function giveToPerson(path: string): void {
  if (!isRoot) return;
  // The program at work may rename or remove what was just seen.
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || found.isSymbolicLink()) return;
  if (found.uid !== NOBODY) chownSync(path, NOBODY, NOBODY);
  if (found.isDirectory()) for (const name of readdirSync(path)) giveToPerson(join(path, name));
}
