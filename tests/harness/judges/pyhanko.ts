/** pyHanko, a validator of signed PDFs in Python, from the environment that `.ci/install-judges` makes with pinned packages. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { outputOf, requireFiles } from './run-tool.ts';

export interface PyhankoSignature {
  readonly type: 'signature' | 'time-stamp';
  /** The digest is right. */
  readonly intact?: boolean;
  /** The signature's value is right as well. */
  readonly valid?: boolean;
  readonly trusted?: boolean;
  readonly coverage?: 'ENTIRE_FILE' | 'ENTIRE_REVISION' | 'CONTIGUOUS_BLOCK_FROM_START' | 'UNCLEAR' | null;
  /** What came later. */
  readonly changes?: 'NONE' | 'LTA_UPDATES' | 'FORM_FILLING' | 'ANNOTATIONS' | 'OTHER' | null;
  /** Why it gives no verdict. */
  readonly refused?: string;
}
export interface PyhankoFile {
  readonly path: string;
  readonly signatures: readonly PyhankoSignature[];
  readonly refused?: string;
}

const installer = join(import.meta.dirname, '..', '..', '..', '.ci', 'install-judges');
const script = join(import.meta.dirname, 'pyhanko-verdicts.py');

/** The interpreter of the environment, and the version it was made with; undefined when it was not installed. */
export function pyhankoInstallation(): { readonly python: string; readonly version: string } | undefined {
  const version = /^pyhanko_version=(\S+)$/m.exec(readFileSync(installer, 'utf8'))?.[1] ?? '';
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const python = join(cache, 'stellwerk-judges', `pyhanko-${version}`, 'bin', 'python');
  return existsSync(python) ? { python, version } : undefined;
}

/** In the order of `files`. `roots`: a PEM file; null takes the certificates that come with each signature. */
export async function pyhankoVerdicts(files: readonly string[], roots: string | null): Promise<PyhankoFile[]> {
  const installation = pyhankoInstallation();
  if (!installation) throw new Error('pyHanko is not installed (run .ci/install-judges)');
  await requireFiles(files);
  if (files.length === 0) return [];
  const lines = (await outputOf(installation.python, [script, roots ?? '-', ...files], 600_000)).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as PyhankoFile);
}
