/** The document writers, loaded on first use: a command that only reads the register starts without them. */
import { sniffMimeType } from '../adapters/attachment/sniff-mime-type.ts';
import { createCharacterCheck } from '../adapters/typst/character-check.ts';
import type { TypstTypesetter } from '../adapters/typst/typesetter.ts';
import type { FormatReaders } from '../adapters/import/file-reader.ts';
import { builtInProfile } from '../core/office/office-service.ts';
import { formSheet } from '../core/document/form-sheet.ts';
import type { Ports } from '../core/ports.ts';
import { sampleRecord } from '../core/statement/sample-record.ts';

export interface LazyDocuments {
  readonly ports: Pick<Ports, 'pdf' | 'preview' | 'characters' | 'docx'>;
  readonly readers: FormatReaders;
  /** Starts the typesetter, which takes a moment, while other things are done. */
  readonly start: () => void;
  readonly warmUp: () => void;
  readonly close: () => Promise<void>;
}

/** Rounds after which the engine's code is compiled well (measured: no gain beyond). */
const WARM_UP_ROUNDS = 12;

export function lazyDocuments(options: { readonly assetFolder: string; readonly typstWorker: URL }): LazyDocuments {
  let typesetter: Promise<TypstTypesetter> | undefined;
  const typeset = (): Promise<TypstTypesetter> =>
    (typesetter ??= import('../adapters/typst/typesetter.ts').then(({ createTypesetter }) =>
      createTypesetter({ workerFile: options.typstWorker, assetFolder: options.assetFolder }),
    ));
  return {
    ports: {
      pdf: {
        write: async (document, attachments) => {
          const pages = typeset().then((engine) => engine.pdf(document));
          // A rejection is awaited below; until then it must not count as unhandled.
          pages.catch(() => undefined);
          const { createPdfWriter } = await import('../adapters/pdf/pdf-writer.ts');
          return createPdfWriter({ pdf: () => pages }).write(document, attachments);
        },
      },
      preview: { preview: async (document) => (await typeset()).preview(document) },
      characters: createCharacterCheck(options.assetFolder),
      docx: {
        write: async (document, record) =>
          (await import('../adapters/docx/docx-writer.ts')).createDocxWriter().write(document, record),
      },
    },
    readers: {
      pdfRecord: async (name, bytes) => (await import('../adapters/pdf/read-record.ts')).readRecordFromPdf(name, bytes),
      mimeTypeOf: (name, bytes) => sniffMimeType(bytes, name),
      docx: async (name, bytes) => (await import('../adapters/docx/read-docx.ts')).readDocx(name, bytes),
    },
    start: () => {
      // A missing font is told when the document is made, with its place in the work.
      typeset()
        .then((engine) => engine.start())
        .catch(() => undefined);
    },
    warmUp: () => {
      void typeset().then((engine) => engine.warmUp(formSheet(sampleRecord(), builtInProfile()), WARM_UP_ROUNDS));
    },
    close: async () => {
      if (typesetter) await (await typesetter).close();
    },
  };
}
