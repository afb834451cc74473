/** LibreOffice without a window, with a profile of its own that has been used once. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, times } from './measure.ts';

const ROUNDS = 5;
const MANY = 10;

export interface LibreOfficeTimes {
  /** One start for one file. */
  readonly cold: readonly number[];
  /** For each further file of one start. */
  readonly warm: number;
}

export function libreOfficeVersion(): string | null {
  const found = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim().slice(0, 22) : null;
}

/** DOCX → PDF. */
export async function libreOfficeTimes(docx: string, scratch: string): Promise<LibreOfficeTimes> {
  const convert = (files: readonly string[]): Promise<void> => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, 'lo')).href}`;
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(scratch, 'out'), ...files];
    const done = spawnSync('soffice', args, { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`soffice: ${done.stderr}`);
    return Promise.resolve();
  };
  await convert([docx]);
  const cold = await times(ROUNDS, () => convert([docx]));
  const [together = 0] = await times(1, () => convert(Array.from({ length: MANY + 1 }, () => docx)));
  return { cold, warm: (together - median(cold)) / MANY };
}
