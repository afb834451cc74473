/** Looks whether the files the typesetter needs are there and whole, before anything is drawn. */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '../../contract/shared/errors.ts';
import { enginePaths, FONT_FILES, fontPath, templatePath } from './engine-files.ts';

/** More tables than any font has. */
const DIRECTORY_BYTES = 12 + 64 * 16;

/** Every table of the font lies inside the file (OpenType 1.9, table directory). A broken font would print empty pages. */
function isWholeFont(path: string): boolean {
  if (!existsSync(path)) return false;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(DIRECTORY_BYTES);
    const length = readSync(file, bytes, 0, DIRECTORY_BYTES, 0);
    const { size } = fstatSync(file);
    if (length < 12 || bytes.readUInt32BE(0) !== 0x00010000) return false;
    const tables = bytes.readUInt16BE(4);
    if (tables === 0 || length < 12 + tables * 16) return false;
    return Array.from({ length: tables }, (_, index) => 12 + index * 16).every(
      (at) => bytes.readUInt32BE(at + 8) + bytes.readUInt32BE(at + 12) <= size,
    );
  } finally {
    closeSync(file);
  }
}

/** Refuses with `font-missing` before anything is drawn: with a missing font the engine would print empty pages. */
function requireFonts(assetFolder: string): void {
  for (const name of FONT_FILES)
    if (!isWholeFont(fontPath(assetFolder, name)))
      throw new Refusal('font-missing', { font: name.replace('.ttf', '') });
}

/** Refuses with `font-missing`. */
export function readFont(assetFolder: string, name: (typeof FONT_FILES)[number]): Uint8Array {
  requireFonts(assetFolder);
  return readFileSync(fontPath(assetFolder, name));
}

/** Refuses with `font-missing` or `program-file-missing`. */
export function requireTypstAssets(assetFolder: string): void {
  requireFonts(assetFolder);
  const engines = enginePaths(assetFolder);
  const template = templatePath(assetFolder);
  const missing = [
    ...(engines.some((path) => existsSync(path)) ? [] : engines.slice(-1)),
    ...(existsSync(template) ? [] : [template]),
  ];
  if (missing[0] !== undefined) throw new Refusal('program-file-missing', { file: basename(missing[0]) });
}
