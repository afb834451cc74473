/** Real papers and judges that lie beside the project on some machines; tests skip with a reason where they do not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './test-host.ts';

const shared = join(projectRoot, '..', 'shared');

export const sharedMissing: string | undefined = existsSync(shared) ? undefined : '../shared is not on this machine';

export const sharedPath = (...parts: string[]): string => join(shared, ...parts);

/** Path of the real statement. */
export function seedFile(): string {
  const [name] = readdirSync(sharedPath('seeds')).filter((entry) => entry.endsWith('.txt'));
  if (name === undefined) throw new Error('no seed in ../shared/seeds');
  return sharedPath('seeds', name);
}

export const seedText = (): string => readFileSync(seedFile(), 'utf8');
