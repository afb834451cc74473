/** What the engine's thread reads from the program's folder. Nothing else is loaded there, so that the thread is ready soon. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Only shipped fonts are registered. */
export const FONT_FILES = [
  'Arimo-Regular.ttf',
  'Arimo-Bold.ttf',
  'Arimo-Italic.ttf',
  'Arimo-BoldItalic.ttf',
  'NotoSansSymbols2-Regular.ttf',
] as const;
export const fontPath = (assetFolder: string, name: string): string => join(assetFolder, 'fonts', name);

/** The installed program has the packed one alone, because it must stay under 320 MB (docs/decisions/0010-packaging.md). */
const ENGINE = 'typst_ts_web_compiler_bg.wasm';
export const enginePaths = (assetFolder: string): readonly string[] =>
  [ENGINE, `${ENGINE}.gz`].map((name) => join(assetFolder, 'typst', name));
export const templatePath = (assetFolder: string): string => join(assetFolder, 'templates', 'document.typ');

/** Room for the whole engine at once: growing piece by piece took half as long again. */
const ENGINE_ROOM = 32 * 1024 * 1024;

export interface TypstAssets {
  readonly engine: Uint8Array<ArrayBuffer>;
  readonly fonts: readonly Uint8Array[];
  readonly template: string;
}

export function readTypstAssets(assetFolder: string): TypstAssets {
  const engine = enginePaths(assetFolder).find((path) => existsSync(path)) ?? '';
  const bytes = readFileSync(engine);
  return {
    engine: engine.endsWith('.gz') ? gunzipSync(bytes, { chunkSize: ENGINE_ROOM }) : bytes,
    fonts: FONT_FILES.map((name) => readFileSync(fontPath(assetFolder, name))),
    template: readFileSync(templatePath(assetFolder), 'utf8'),
  };
}
