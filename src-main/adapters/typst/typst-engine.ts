/** Typst as WebAssembly: one compiler with the shipped fonts and one template. Nothing is read from disk or network by it. */
import * as typst from '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler.mjs';
import type { PrintDocument } from '../../core/print/model.ts';
import type { TypstAssets } from './engine-files.ts';

export type TypstFormat = 'pdf' | 'vector';

interface CompileAnswer {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly unknown[];
  readonly hasError?: boolean;
}

export interface TypstEngine {
  /** Throws when the template fails or only warns: an unknown font is "only" a warning and gives empty pages. */
  compile(document: PrintDocument, format: TypstFormat): Uint8Array;
}

const IMAGE_FORMATS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' };
const MAIN = '/main.typ';
/** Typst's own words for full diagnostics. */
const FULL_DIAGNOSTICS = 2;

function describe(diagnostics: readonly unknown[]): string {
  return diagnostics
    .map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry)))
    .join('; ')
    .slice(0, 2000);
}

export async function createTypstEngine(assets: TypstAssets): Promise<TypstEngine> {
  // Not the package's own start: that looks for `fetch`, which Node loads a whole library for.
  typst.initSync({ module: assets.engine });
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of assets.fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  compiler.add_source(MAIN, assets.template);
  let knownArms = '';
  return {
    compile: (document, format) => {
      const { coatOfArms, signaturePicture, ...data } = document;
      const arms = coatOfArms ? (IMAGE_FORMATS[coatOfArms.mimeType] ?? 'svg') : 'svg';
      // A file that is put in place anew counts as changed, and the picture would be read again for every letter typed.
      if (coatOfArms && coatOfArms.data !== knownArms) {
        compiler.map_shadow('/coat-of-arms', Buffer.from(coatOfArms.data, 'base64'));
        knownArms = coatOfArms.data;
      }
      if (signaturePicture) compiler.map_shadow('/signature', Buffer.from(signaturePicture.data, 'base64'));
      const inputs = [
        ['data', JSON.stringify(data)],
        ['arms', arms],
        ['signature', IMAGE_FORMATS[signaturePicture?.mimeType ?? ''] ?? 'png'],
      ];
      const answer = compiler.compile(MAIN, inputs, format, FULL_DIAGNOSTICS) as CompileAnswer;
      const diagnostics = answer.diagnostics ?? [];
      if (!answer.result || answer.hasError === true || diagnostics.length > 0) throw new Error(describe(diagnostics));
      return answer.result;
    },
  };
}
