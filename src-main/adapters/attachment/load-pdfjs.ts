/** PDF.js for text alone: no thread of its own, nothing drawn, nothing fetched. */

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** PDF.js makes one matrix when it is loaded and else only when it draws; without the native canvas package Node has none. */
class NoDrawing {
  readonly draws = false;
}

let loaded: Promise<PdfJs> | undefined;

async function load(): Promise<PdfJs> {
  const surroundings = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) surroundings[name] ??= NoDrawing;
  // Found here, it is used in this thread; otherwise PDF.js looks for its file beside the built program, where none is.
  surroundings['pdfjsWorker'] = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Loaded with the first PDF: other attachments do not wait for it. */
export function loadPdfJs(): Promise<PdfJs> {
  loaded ??= load();
  return loaded;
}
