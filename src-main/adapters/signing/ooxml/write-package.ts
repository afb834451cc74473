/** Writes a package so that the same parts give the same bytes. */
import { zipSync, type Zippable } from 'fflate';
import type { Package } from './read-package.ts';

export function writePackage(parts: Package): Uint8Array {
  // Zip times have no zone: a fixed local day gives the same bytes everywhere.
  const mtime = new Date(2000, 0, 1, 0, 0, 0);
  const archive: Zippable = {};
  for (const [name, bytes] of parts) archive[name] = [bytes, { mtime, level: 6 }];
  return zipSync(archive);
}
