/** The files the typesetter needs: engine, fonts, template. Only shipped fonts are registered. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../contract/errors.ts';

export const FONT_FILES = [
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
    if (!existsSync(path)) throw new Refusal('font-missing', { font: name.replace('.ttf', '') });
    return readFileSync(path);
  });
}

export function readTypstAssets(assetFolder: string): TypstAssets {
  return {
    engine: readFileSync(join(assetFolder, 'typst', 'typst_ts_web_compiler_bg.wasm')),
    fonts: readFonts(assetFolder),
    template: readFileSync(join(assetFolder, 'templates', 'document.typ'), 'utf8'),
  };
}
