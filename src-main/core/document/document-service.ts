/** Finished files of a statement: form sheet and distribution list, as PDF and DOCX, from one record. */
import { Refusal } from '../../contract/errors.ts';
import type { Delivery } from '../../contract/delivery.ts';
import type { DocumentFormat } from '../../contract/procedures.ts';
import type { StatementRecord } from '../../contract/statement-record.ts';
import { assertNever } from '../assert-never.ts';
import { canonicalJson } from '../canonical-json.ts';
import { currentOffice } from '../office/office-service.ts';
import { referenceFileName } from '../paper/paper-reference.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { attachmentFileName, printedAttachments } from '../attachment/printed-attachments.ts';
import type { AttachmentEntry, DeliveryPort, FileContent, PdfAttachment, Ports, ReadStores } from '../ports.ts';
import { draftOf, findStatement } from '../statement/statement-draft.ts';
import { printedRecord } from '../statement/statement-record.ts';
import { distributionList } from './distribution-list.ts';
import { formSheet } from './form-sheet.ts';
import { requirePrintable } from './printable.ts';

export type DocumentKind = 'form-sheet' | 'distribution-list';

const PDF_TYPE = 'application/pdf';
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface DocumentRequest {
  readonly ref: string;
  readonly kind: DocumentKind;
  readonly formats: readonly DocumentFormat[];
  /** The files of the attachments that the paper names go along. */
  readonly withAttachments?: boolean | undefined;
}

export interface DocumentService {
  /** Builds every file first, then hands them over together: a refusal leaves nothing half written. */
  deliver(request: DocumentRequest, to?: DeliveryPort): Promise<Delivery>;
  files(request: DocumentRequest): Promise<readonly FileContent[]>;
}

const SUFFIX: Record<DocumentKind, string> = { 'form-sheet': '', 'distribution-list': '-Verteiler' };

export function documentService(ports: Ports): DocumentService {
  const embeddedFiles = (record: StatementRecord, stem: string, docx: Uint8Array): PdfAttachment[] => {
    const source: PdfAttachment = {
      fileName: `${stem}.json`,
      mimeType: 'application/json',
      description: 'Datensatz der Stellungnahme (stellwerk.statement/1)',
      relationship: 'Source',
      bytes: ports.utf8(canonicalJson(record, 1)),
    };
    const editable: PdfAttachment = {
      fileName: `${stem}.docx`,
      mimeType: DOCX_TYPE,
      description: 'Bearbeitbare Fassung desselben Dokuments',
      relationship: 'Alternative',
      bytes: docx,
    };
    return [source, editable];
  };

  /** All of them or none: a parcel with a missing attachment would pass for whole. */
  const filesOf = async (
    stores: Pick<ReadStores, 'attachments'>,
    entries: readonly AttachmentEntry[],
  ): Promise<{ name: string; file: FileContent }[]> => {
    const found: { name: string; file: FileContent }[] = [];
    for (const { name, fileName, mimeType, sha512 } of entries) {
      const bytes = sha512 === null ? undefined : await stores.attachments.bytes(sha512);
      if (!bytes) throw new Refusal('attachment-missing', { name });
      found.push({ name, file: { fileName, mimeType, bytes } });
    }
    return found;
  };

  const files: DocumentService['files'] = async ({ ref, kind, formats, withAttachments }) => {
    const {
      draft,
      profile,
      attachments: entries,
      sent,
    } = await ports.database.read(async (stores) => {
      const office = await currentOffice(stores.office, ports.dataFolder);
      const loaded = await findStatement(stores, ref, office.profile.numberPatterns);
      const draft = draftOf(loaded);
      const attachments = await attachmentsOf(stores, draft.id);
      const printed = printedAttachments(draft.content.publicity, attachments);
      return {
        draft,
        profile: office.profile,
        attachments,
        sent: withAttachments === true ? await filesOf(stores, printed) : [],
      };
    });
    const record = printedRecord(draft.reference, draft.content, profile, entries);
    const document = kind === 'form-sheet' ? formSheet(record, profile) : distributionList(record, profile);
    requirePrintable(ports.characters, document);
    const stem = `${referenceFileName(draft.reference ?? `${profile.labels.draft}-${draft.id.slice(0, 8)}`)}${SUFFIX[kind]}`;
    const recordJson = canonicalJson(record);
    // Word file and pages are made at the same time; the PDF waits for the Word file it carries.
    const docx = ports.docx.write(document, kind === 'form-sheet' ? recordJson : null);
    const attachments =
      kind === 'form-sheet' ? docx.then((bytes) => embeddedFiles(record, stem, bytes)) : Promise.resolve([]);
    const pdf = formats.includes('pdf') ? ports.pdf.write(document, attachments) : null;
    await Promise.all([docx, attachments, pdf]);
    const result: FileContent[] = [];
    for (const format of new Set(formats)) {
      switch (format) {
        case 'docx':
          result.push({ fileName: `${stem}.docx`, mimeType: DOCX_TYPE, bytes: await docx });
          break;
        case 'pdf':
          if (pdf) result.push({ fileName: `${stem}.pdf`, mimeType: PDF_TYPE, bytes: await pdf });
          break;
        default:
          return assertNever(format);
      }
    }
    const { attachment: label } = profile.labels;
    for (const [index, { name, file }] of sent.entries()) {
      result.push({ ...file, fileName: attachmentFileName(stem, label, index + 1, name, file.fileName) });
    }
    return result;
  };

  return {
    files,
    deliver: async (request, to = ports.delivery) => to.deliver(await files(request)),
  };
}
