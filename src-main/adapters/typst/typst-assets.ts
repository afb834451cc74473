/** The files the typesetter needs: engine, fonts, template. Only shipped fonts are registered. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Refusal } from '../../contract/errors.ts';

const FONT_FILES = [
  'Arimo-Regular.ttf',
  'Arimo-Bold.ttf',
  'Arimo-Italic.ttf',
  'Arimo-BoldItalic.ttf',
  'NotoSansSymbols2-Regular.ttf',
] as const;

export interface TypstAssets {
  readonly engine: Uint8Array;
  readonly fonts: readonly Uint8Array[];
  readonly template: string;
}

/** Refuses with `font-missing` before anything is drawn: with a missing font the engine would print empty pages. */
export function readFonts(assetFolder: string): Uint8Array[] {
  return FONT_FILES.map((name) => {
    const path = join(assetFolder, 'fonts', name);
    const bytes = existsSync(path) ? readFileSync(path) : null;
    if (!bytes || !isWholeFont(bytes)) throw new Refusal('font-missing', { font: name.replace('.ttf', '') });
    return bytes;
  });
}

/** Every table of the font lies inside the file (OpenType 1.9, table directory). A broken font would print empty pages. */
function isWholeFont(bytes: Buffer): boolean {
  if (bytes.length < 12 || bytes.readUInt32BE(0) !== 0x00010000) return false;
  const tables = bytes.readUInt16BE(4);
  if (tables === 0 || bytes.length < 12 + tables * 16) return false;
  return Array.from({ length: tables }, (_, index) => 12 + index * 16).every(
    (at) => bytes.readUInt32BE(at + 8) + bytes.readUInt32BE(at + 12) <= bytes.length,
  );
}

/** Packed, because the installed program must stay under 320 MB (docs/decisions/0010-packaging.md). */
const ENGINE = ['typst', 'typst_ts_web_compiler_bg.wasm.gz'] as const;
const TEMPLATE = ['templates', 'document.typ'] as const;

/** Refuses with `font-missing` or `program-file-missing`. */
export function requireTypstAssets(assetFolder: string): void {
  readFonts(assetFolder);
  for (const parts of [ENGINE, TEMPLATE]) {
    if (!existsSync(join(assetFolder, ...parts)))
      throw new Refusal('program-file-missing', { file: parts.at(-1) ?? '' });
  }
}

export function readTypstAssets(assetFolder: string): TypstAssets {
  return {
    engine: gunzipSync(readFileSync(join(assetFolder, ...ENGINE))),
    fonts: readFonts(assetFolder),
    template: readFileSync(join(assetFolder, ...TEMPLATE), 'utf8'),
  };
}
