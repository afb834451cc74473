import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { requireFiles, runTool, toolFailure } from './run-tool.ts';

const script = join(import.meta.dirname, 'libre-office-edits.py');

const FILTERS = { docx: 'MS Word 2007 XML', odt: 'writer8' } as const;
type Format = keyof typeof FILTERS;

/** What a person does, as `libre-office-edits.py` names it. */
export type EditStep =
  | readonly ['author', string]
  | readonly ['track', boolean]
  | readonly ['replace', string, string]
  | readonly ['append' | 'prepend', string, string]
  | readonly ['remove' | 'split' | 'join' | 'bold', string]
  | readonly ['remark', string, string];

/** Opens a Word file in LibreOffice, edits it with changes tracked and saves it in both formats; gives the paths. */
export async function editInLibreOffice(
  file: string,
  steps: readonly EditStep[],
  outDir: string,
): Promise<Readonly<Record<Format, string>>> {
  await requireFiles([file]);
  const paths = { docx: join(resolve(outDir), 'edited.docx'), odt: join(resolve(outDir), 'edited.odt') };
  const folder = await mkdtemp(join(tmpdir(), 'libre-office-edits-'));
  try {
    const job = join(folder, 'job.json');
    const to = (['docx', 'odt'] as const).map((format) => [paths[format], FILTERS[format]]);
    await writeFile(job, JSON.stringify({ file: resolve(file), filter: FILTERS.docx, steps, to }));
    // coreutils' `timeout` ends LibreOffice together with the script.
    const limited = ['--kill-after=5', '120', '/usr/bin/python3', script, join(folder, 'profile'), job];
    const result = await runTool('timeout', limited, 150_000);
    if (result.exitCode !== 0) throw toolFailure('LibreOffice', result);
    return paths;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
