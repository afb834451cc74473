/** The files of one statement from its record: the Word file travels inside the PDF, so whoever signs it does so before. */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { PdfAttachment, Ports } from '../ports/ports.ts';
import { distributionList } from './distribution-list.ts';
import { formSheet } from './form-sheet.ts';
import { requirePrintable } from './printable.ts';
import { fileTexts } from '../../contract/document/texts-de.ts';

export const PDF_TYPE = 'application/pdf';
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Writers = Pick<Ports, 'characters' | 'docx' | 'pdf' | 'utf8'>;

function embeddedFiles(ports: Writers, record: StatementRecord, stem: string, docx: Uint8Array): PdfAttachment[] {
  return [
    {
      fileName: `${stem}.json`,
      mimeType: 'application/json',
      description: fileTexts.record,
      relationship: 'Source',
      bytes: ports.utf8(canonicalJson(record, 1)),
    },
    {
      fileName: `${stem}.docx`,
      mimeType: DOCX_TYPE,
      description: 'Bearbeitbare Fassung desselben Dokuments',
      relationship: 'Alternative',
      bytes: docx,
    },
  ];
}

export interface StatementFilesRequest {
  readonly record: StatementRecord;
  readonly profile: OfficeProfile;
  readonly stem: string;
  readonly wantsPdf: boolean;
  readonly isIssue?: boolean;
  /** What happens to the Word file before the PDF takes it in. */
  readonly finishDocx?: (docx: Uint8Array) => Promise<Uint8Array>;
}

/** Word file and pages are made at the same time; the PDF waits for the Word file it carries. */
export async function formSheetFiles(
  ports: Writers,
  {
    record,
    profile,
    stem,
    wantsPdf,
    isIssue = false,
    finishDocx = (docx) => Promise.resolve(docx),
  }: StatementFilesRequest,
): Promise<{ readonly docx: Uint8Array; readonly pdf: Uint8Array | null }> {
  const document = formSheet(record, profile, isIssue);
  requirePrintable(ports.characters, document);
  const docx = ports.docx.write(document, canonicalJson(record)).then(finishDocx);
  const embedded = docx.then((bytes) => embeddedFiles(ports, record, stem, bytes));
  const pdf = wantsPdf ? ports.pdf.write(document, embedded) : null;
  const [finished, , pages] = await Promise.all([docx, embedded, pdf]);
  return { docx: finished, pdf: pages };
}

/** The list carries no record: it is for ticking off and signing. */
export async function distributionFiles(
  ports: Writers,
  { record, profile, wantsPdf }: Pick<StatementFilesRequest, 'record' | 'profile' | 'wantsPdf'>,
): Promise<{ readonly docx: Uint8Array; readonly pdf: Uint8Array | null }> {
  const document = distributionList(record, profile);
  requirePrintable(ports.characters, document);
  const [docx, pdf] = await Promise.all([
    ports.docx.write(document, null),
    wantsPdf ? ports.pdf.write(document, Promise.resolve([])) : null,
  ]);
  return { docx, pdf };
}
