/**
 * Before any test: the fenced process, the threads and the assets are made from the sources as they are now, so that no
 * test of the core needs a build, and none runs against an old one. Tests of the shells start what `npm run build` made.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
export const partsFolder = join(root, '.cache', 'test-parts');

/** Made beside and put in place at the end: another run that goes on meanwhile never sees half of it. */
export default function makeParts(): void {
  const fresh = `${partsFolder}-${String(process.pid)}`;
  const former = `${fresh}-before`;
  mkdirSync(fresh, { recursive: true });
  execFileSync(process.execPath, [join(root, 'tools', 'build', 'parts.mjs'), fresh], { stdio: 'inherit' });
  if (existsSync(partsFolder)) renameSync(partsFolder, former);
  renameSync(fresh, partsFolder);
  rmSync(former, { recursive: true, force: true });
}
