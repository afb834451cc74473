/** The document writers, loaded on first use: a command that only reads the register starts without them. */
import type { Worker } from 'node:worker_threads';
import { createCharacterCheck } from '../adapters/typst/character-check.ts';
import { createTypesetter, type TypstTypesetter } from '../adapters/typst/typesetter.ts';
import { builtInProfile } from '../core/office/office-service.ts';
import { formSheet } from '../core/print/form-sheet.ts';
import type { Ports } from '../core/ports/ports.ts';
import { sampleRecord } from '../core/statement/sample-record.ts';

export interface LazyDocuments {
  readonly ports: Pick<Ports, 'pdf' | 'preview' | 'characters' | 'docx'>;
  /** Does nothing while the typesetter is at work already. */
  readonly warmUp: () => void;
  readonly close: () => Promise<void>;
}

/** The first round loads the engine, which is what a person would wait for (measured: half a second, then 70 ms; later rounds gain little). */
const WARM_UP_ROUNDS = 2;

export interface DocumentOptions {
  readonly assetFolder: string;
  readonly typstWorker: URL;
  readonly typstThread?: Worker | null;
}

export function lazyDocuments(options: DocumentOptions): LazyDocuments {
  let typesetter: TypstTypesetter | undefined;
  const typeset = (): TypstTypesetter =>
    (typesetter ??= createTypesetter({
      workerFile: options.typstWorker,
      assetFolder: options.assetFolder,
      firstThread: options.typstThread ?? null,
    }));
  return {
    ports: {
      pdf: {
        write: async (document, attachments) => {
          const pages = typeset().pdf(document);
          // A rejection is awaited below; until then it must not count as unhandled.
          pages.catch(() => undefined);
          const { createPdfWriter } = await import('../adapters/pdf/pdf-writer.ts');
          return createPdfWriter({ pdf: () => pages }).write(document, attachments);
        },
      },
      preview: { preview: (document) => typeset().preview(document) },
      characters: createCharacterCheck(options.assetFolder),
      docx: {
        write: async (document, record) =>
          (await import('../adapters/docx/docx-writer.ts')).createDocxWriter().write(document, record),
      },
    },
    warmUp: () => {
      if (!typeset().isAwake()) void typeset().warmUp(formSheet(sampleRecord(), builtInProfile()), WARM_UP_ROUNDS);
    },
    close: async () => {
      await typesetter?.close();
    },
  };
}
