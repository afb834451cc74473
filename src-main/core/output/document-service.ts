/** Finished files of a statement: form sheet and distribution list, as PDF and DOCX, from one record. */
import { Refusal } from '../../contract/shared/errors.ts';
import { documents, type Documents } from '../../contract/document/delivery.ts';
import type { DocumentFormat } from '../../contract/document/format.ts';
import { assertNever } from '../../base/assert-never.ts';
import type { IssueFileKind } from '../../contract/issue/shapes.ts';
import { issuedFiles } from '../issue/issued-files.ts';
import { currentOffice } from '../office/office-service.ts';
import { referenceFileName } from '../paper/paper-reference.ts';
import { requireDecided } from '../paper/publicity.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { attachmentFileName, printedAttachments } from '../attachment/printed-attachments.ts';
import { storedFile } from '../attachment/stored-file.ts';
import type { AttachmentEntry, FileContent, Ports, ReadStores } from '../ports/ports.ts';
import { draftOf, findStatement } from '../statement/statement-draft.ts';
import { printedRecord } from '../statement/statement-record.ts';
import { distributionFiles, DOCX_TYPE, formSheetFiles, PDF_TYPE } from '../print/statement-files.ts';

export type DocumentKind = 'form-sheet' | 'distribution-list';

export interface DocumentRequest {
  readonly ref: string;
  readonly kind: DocumentKind;
  readonly formats: readonly DocumentFormat[];
  /** The files of the attachments that the paper names go along. */
  readonly withAttachments?: boolean | undefined;
}

export interface DocumentService {
  /** Refuses with `publicity-unknown`. Builds every file first, then hands them over together: a refusal leaves nothing half written. */
  deliver(request: DocumentRequest): Promise<Documents>;
}

const FROZEN = { 'form-sheet': 'form-sheet', 'distribution-list': 'distribution' } as const;
const SUFFIX: Record<DocumentKind, string> = { 'form-sheet': '', 'distribution-list': '-Verteiler' };

export function documentService(ports: Ports): DocumentService {
  /** All of them or none: a parcel with a missing attachment would pass for whole. */
  const filesOf = async (
    stores: Pick<ReadStores, 'attachments'>,
    entries: readonly AttachmentEntry[],
  ): Promise<{ name: string; file: FileContent }[]> => {
    const found: { name: string; file: FileContent }[] = [];
    for (const { name, fileName, mimeType, sha512 } of entries) {
      if (sha512 === null) throw new Refusal('attachment-missing', { name });
      found.push({ name, file: await storedFile(stores, { fileName, mimeType, sha512 }) });
    }
    return found;
  };

  /** What was issued is handed out byte for byte, never set anew; undefined for drafts and released papers. */
  const frozen = (request: DocumentRequest): Promise<readonly FileContent[] | undefined> =>
    ports.database.read(async (stores) => {
      const office = await currentOffice(stores.office, ports.dataFolder);
      const { paper, statement } = await findStatement(stores, request.ref, office.profile.numberPatterns);
      if (statement.state !== 'issued' && statement.state !== 'dispatched') return undefined;
      const kinds = new Set<string>(
        request.formats.map((format) => `${FROZEN[request.kind]}-${format}` satisfies IssueFileKind),
      );
      if (request.withAttachments === true) kinds.add('attachment');
      return issuedFiles(ports, stores, paper.id, ({ kind, derivedFrom }) => kinds.has(kind) && derivedFrom === null);
    });

  const filesFor = async (request: DocumentRequest): Promise<readonly FileContent[]> => {
    const { ref, kind, formats, withAttachments } = request;
    const issued = await frozen(request);
    if (issued) return issued;
    const {
      draft,
      profile,
      attachments: entries,
      sent,
    } = await ports.database.read(async (stores) => {
      const office = await currentOffice(stores.office, ports.dataFolder);
      const loaded = await findStatement(stores, ref, office.profile.numberPatterns);
      requireDecided(loaded.paper);
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
    const record = printedRecord(draft.reference, draft.content, profile, entries, draft.edition);
    const stem = `${referenceFileName(draft.reference ?? `${profile.labels.draft}-${draft.id.slice(0, 8)}`)}${SUFFIX[kind]}`;
    const make = kind === 'form-sheet' ? formSheetFiles : distributionFiles;
    const { docx, pdf } = await make(ports, { record, profile, stem, wantsPdf: formats.includes('pdf') });
    const result: FileContent[] = [];
    for (const format of new Set(formats)) {
      switch (format) {
        case 'docx':
          result.push({ fileName: `${stem}.docx`, mimeType: DOCX_TYPE, bytes: docx });
          break;
        case 'pdf':
          if (pdf) result.push({ fileName: `${stem}.pdf`, mimeType: PDF_TYPE, bytes: pdf });
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

  return { deliver: async (request) => documents(await filesFor(request)) };
}
