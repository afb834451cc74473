/** Copies as files: the original is the issued file byte for byte, every other kind is set from what was frozen. */
import type { PlannedCopy } from '../../contract/distribution/shapes.ts';
import { copyTexts } from '../../contract/distribution/texts-de.ts';
import { storedFile } from '../attachment/stored-file.ts';
import { requirePrintable } from '../print/printable.ts';
import { PDF_TYPE } from '../print/statement-files.ts';
import { issueStem } from '../issue/make-issue.ts';
import type { FileContent, Ports, ReadStores } from '../ports/ports.ts';
import { combinedDocument } from './combined-copies.ts';
import { copyDocument } from './copy-document.ts';
import type { NewestIssue } from './load-distribution.ts';

type Writers = Pick<Ports, 'characters' | 'pdf'>;

export interface MadeCopy {
  readonly copy: PlannedCopy;
  readonly file: FileContent;
}

/** The issued form sheet itself, never a later rendition of it. */
export async function issuedPdf(
  stores: Pick<ReadStores, 'issues' | 'attachments'>,
  issue: NewestIssue,
): Promise<Uint8Array> {
  const files = await stores.issues.files(issue.entry.id);
  const form = files.find(({ kind, derivedFrom }) => kind === 'form-sheet-pdf' && derivedFrom === null);
  if (!form) throw new Error(`issue ${issue.entry.id} has no form sheet`);
  return (await storedFile(stores, form)).bytes;
}

/** Several copies that look the same are one file. `all` names everybody for the kinds that show it. */
export async function makeCopies(
  ports: Writers,
  issue: NewestIssue,
  original: Uint8Array,
  copies: readonly PlannedCopy[],
  all: readonly PlannedCopy[],
): Promise<MadeCopy[]> {
  const { record, profile } = issue.snapshot;
  return Promise.all(
    copies.map(async (copy): Promise<MadeCopy> => {
      const file = (bytes: Uint8Array): FileContent => ({ fileName: copy.fileName, mimeType: PDF_TYPE, bytes });
      if (copy.copyKind === 'original') return { copy, file: file(original) };
      const document = copyDocument(record, profile, copy, all);
      requirePrintable(ports.characters, document);
      return { copy, file: file(await ports.pdf.write(document, Promise.resolve([]))) };
    }),
  );
}

/** One PDF for the printer. Its originals are set anew from the frozen record: signatures are in the issued file only. */
export async function makeCombined(
  ports: Writers,
  issue: NewestIssue,
  copies: readonly PlannedCopy[],
  all: readonly PlannedCopy[],
  duplex: boolean,
): Promise<FileContent> {
  const { record, profile } = issue.snapshot;
  const stem = issueStem(record, profile);
  const parts = copies.map((copy) => ({ document: copyDocument(record, profile, copy, all), copies: copy.copies }));
  const document = combinedDocument(`${copyTexts.combined} ${record.reference ?? stem}`, parts, duplex);
  requirePrintable(ports.characters, document);
  return {
    fileName: `${stem}-${copyTexts.combined}.pdf`,
    mimeType: PDF_TYPE,
    bytes: await ports.pdf.write(document, Promise.resolve([])),
  };
}
