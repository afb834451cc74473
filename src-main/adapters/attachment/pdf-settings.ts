/** How PDF.js opens files from strangers: no evaluation, no fonts of the system, nothing fetched. */
export const PDF_SETTINGS = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  useWasm: false,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  // No picture is decoded; should a page need one, it is left out.
  maxImageSize: 1,
  verbosity: 0,
} as const;
