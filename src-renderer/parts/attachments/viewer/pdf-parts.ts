/**
 * What PDF.js needs beside its code, from the program's own origin: fonts for documents that name one of the 14 standard fonts without
 * carrying it, and decoders for the JBIG2 and JPEG 2000 pictures of scanners. Left out: the tables for Chinese, Japanese and Korean text
 * without embedded fonts (1.7 MB).
 */
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url';
import { programFile } from '../../../data/program-file.ts';

const fonts = import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
});

const addresses: ReadonlyMap<string, string> = new Map([
  ...Object.entries(fonts).map(([path, address]) => [path.replace(/^.*\//, ''), address] as const),
  ['jbig2.wasm', jbig2],
  ['openjpeg.wasm', openjpeg],
]);

/** The shape PDF.js asks for: an object with `fetch` that gives one part by its file name. */
export class PdfParts {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const address = addresses.get(filename);
    return address === undefined ? Promise.reject(new Error(`not shipped: ${filename}`)) : programFile(address);
  }
}
