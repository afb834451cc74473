import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireFiles, runTool, toolFailure } from './run-tool.ts';

export type LibreOfficeFormat = 'pdf' | 'txt' | 'docx' | 'odt';

const filters: Readonly<Record<LibreOfficeFormat, string>> = {
  pdf: 'pdf:writer_pdf_Export',
  txt: 'txt:Text (encoded):UTF8',
  docx: 'docx:MS Word 2007 XML',
  odt: 'odt:writer8',
};

/**
 * Opens files with LibreOffice Writer and saves them in another format (`txt` as UTF-8) into `outDir`.
 * Gives the written paths in the order of `files`, whose names must differ without their extension.
 * Runs without a window and with a profile of its own, so parallel runs do not disturb each other.
 * Throws when one file cannot be opened or converted: LibreOffice itself would end with exit code 0.
 */
export async function libreOfficeConvert(
  files: readonly string[],
  format: LibreOfficeFormat,
  outDir: string,
): Promise<readonly string[]> {
  if (files.length === 0) return [];
  await requireFiles(files);
  const outputs = files.map((file) => join(outDir, `${parse(file).name}.${format}`));
  if (new Set(outputs).size !== outputs.length) throw new Error('Two files would be converted to the same name');
  if (outputs.some((output) => files.some((file) => resolve(file) === resolve(output)))) {
    throw new Error('A conversion would overwrite the file it reads');
  }
  await mkdir(outDir, { recursive: true });
  await Promise.all(outputs.map((output) => rm(output, { force: true })));
  const said = await convertWithOwnProfile(files, format, outDir);
  await Promise.all(outputs.map((output) => requireOutput(output, said)));
  return outputs;
}

async function convertWithOwnProfile(
  files: readonly string[],
  format: LibreOfficeFormat,
  outDir: string,
): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'libre-office-'));
  try {
    const mode = ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(profile).href}`];
    const job = ['--convert-to', filters[format], '--outdir', resolve(outDir), ...files.map((file) => resolve(file))];
    // `soffice` starts further processes; coreutils' `timeout` ends the whole group, a signal to `soffice` would not.
    const seconds = 600 + 10 * files.length;
    const limited = ['--kill-after=5', String(seconds), 'soffice', ...mode, ...job];
    const result = await runTool('timeout', limited, (seconds + 30) * 1000);
    if (result.exitCode === 124 || result.exitCode === 137) {
      throw new Error(`LibreOffice did not finish within ${seconds} s`);
    }
    if (result.exitCode !== 0) throw toolFailure('LibreOffice', result);
    return `${result.stdout}\n${result.stderr}`.trim();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function requireOutput(output: string, said: string): Promise<void> {
  const size = await stat(output).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) throw new Error(`LibreOffice wrote no ${output}: ${said}`);
}
