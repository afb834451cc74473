import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { outputOf, requireFiles, runTool, toolFailure } from './run-tool.ts';

export interface QpdfVerdict {
  /** True only without any error and any warning. */
  readonly sound: boolean;
  /** What qpdf said, line by line; empty when sound. */
  readonly problems: readonly string[];
}

/** Checks syntax, cross-reference table and streams of a PDF with `qpdf --check` (exit codes: 2 errors, 3 warnings). */
export async function qpdfCheck(file: string): Promise<QpdfVerdict> {
  await requireFiles([file]);
  const result = await runTool('qpdf', ['--check', file]);
  if (result.exitCode === 0) return { sound: true, problems: [] };
  if (result.exitCode !== 2 && result.exitCode !== 3) throw toolFailure('qpdf', result);
  return { sound: false, problems: linesOf(result.stderr) };
}

/** The text of a PDF as Poppler reads it, pages separated by form feeds; `layout` keeps columns side by side, `raw` the order of the file. */
export function pdfText(
  file: string,
  options: { readonly layout?: boolean; readonly raw?: boolean } = {},
): Promise<string> {
  const order = options.layout === true ? ['-layout'] : options.raw === true ? ['-raw'] : [];
  return outputOf('pdftotext', ['-enc', 'UTF-8', ...order, file, '-']);
}

/** The fields `pdfinfo` prints, such as `Title`, `Pages`, `Tagged`, `PDF version`; dates in ISO 8601. */
export async function pdfInfo(file: string): Promise<Readonly<Record<string, string>>> {
  const output = await outputOf('pdfinfo', ['-enc', 'UTF-8', '-isodates', file]);
  const fields = linesOf(output).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const];
  });
  return Object.fromEntries(fields);
}

/** The names of the files embedded in a PDF, in the order of `pdfdetach -list`. */
export async function pdfAttachments(file: string): Promise<readonly string[]> {
  const output = await outputOf('pdfdetach', ['-enc', 'UTF-8', '-list', file]);
  return linesOf(output).flatMap((line) => /^\d+: (.*)$/.exec(line)?.[1] ?? []);
}

/** Draws every page as PNG into `dir` (made if missing); gives the paths in page order, replacing earlier ones. */
export async function pdfPageImages(file: string, dpi: number, dir: string): Promise<readonly string[]> {
  await mkdir(dir, { recursive: true });
  const stem = parse(file).name;
  await Promise.all((await pageImagesIn(dir, stem)).map((image) => rm(image)));
  await outputOf('pdftoppm', ['-png', '-r', String(dpi), file, join(dir, stem)], 600_000);
  const images = await pageImagesIn(dir, stem);
  if (images.length === 0) throw new Error(`pdftoppm drew no page of ${file}`);
  return images;
}

/** pdftoppm pads page numbers to one width, so the order of names is the order of pages. */
async function pageImagesIn(dir: string, stem: string): Promise<readonly string[]> {
  const names = (await readdir(dir)).filter(
    (name) => name.startsWith(`${stem}-`) && /^\d+\.png$/.test(name.slice(stem.length + 1)),
  );
  return names.sort().map((name) => join(dir, name));
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
