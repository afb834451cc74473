/** Makes all files of an issue before anything is stored: form sheet as Word and PDF, distribution list, protocol, record. */
import type { ConformanceFinding, IssueFileKind, IssueSignature } from '../../contract/issue/shapes.ts';
import type { Publicity } from '../../record/basics.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { ReleaseProtocol } from '../../contract/release/shapes.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { releaseProtocolDocument } from '../print/release-protocol.ts';
import { distributionFiles, DOCX_TYPE, formSheetFiles, PDF_TYPE } from '../print/statement-files.ts';
import { referenceFileName } from '../paper/paper-reference.ts';
import type { Ports } from '../ports/ports.ts';
import { signDocx, signPdf, type Signer } from '../signature/sign-with.ts';
import { fileNamePart } from '../../base/file-name.ts';

export interface MadeFile {
  readonly kind: IssueFileKind;
  readonly name: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly publicity: Publicity;
  readonly bytes: Uint8Array;
}
export interface MadeIssue {
  readonly files: readonly MadeFile[];
  readonly conformance: readonly ConformanceFinding[];
  readonly signature: IssueSignature | null;
}

/** Of the protocol's file, behind the number. */
export const PROTOCOL_ENDING = '-Freigabe.pdf';

/** "S0386-22", "S0386-22 1. Berichtigung". */
export function issueStem(record: StatementRecord, profile: OfficeProfile): string {
  const stem = referenceFileName(record.reference ?? profile.labels.draft);
  if (record.edition === 1) return stem;
  return `${stem} ${fileNamePart(profile.labels.correction.replace('{n}', String(record.edition - 1)))}`;
}

export async function makeIssue(
  ports: Ports,
  record: StatementRecord,
  profile: OfficeProfile,
  protocol: ReleaseProtocol,
  signer: Signer | null,
): Promise<MadeIssue> {
  const stem = issueStem(record, profile);
  const { docx, pdf } = await formSheetFiles(ports, {
    record,
    profile,
    stem,
    wantsPdf: true,
    isIssue: true,
    ...(signer && { finishDocx: (bytes: Uint8Array) => signDocx(ports, signer, profile, bytes) }),
  });
  if (!pdf) throw new Error('no PDF was made');
  const signed = signer && (await signPdf(ports, signer, profile, pdf));
  const pages = signed?.bytes ?? pdf;
  const list = await distributionFiles(ports, { record, profile, wantsPdf: true });
  const protocolPdf = await ports.pdf.write(releaseProtocolDocument(protocol, profile), Promise.resolve([]));
  const { labels } = profile;
  const file = (
    kind: IssueFileKind,
    name: string,
    ending: string,
    mimeType: string,
    bytes: Uint8Array,
    publicity: Publicity,
  ): MadeFile => ({ kind, name, fileName: `${stem}${ending}`, mimeType, publicity, bytes });
  return {
    files: [
      file('form-sheet-pdf', labels.statementTitle, '.pdf', PDF_TYPE, pages, record.publicity),
      file('form-sheet-docx', labels.statementTitle, '.docx', DOCX_TYPE, docx, record.publicity),
      file(
        'distribution-pdf',
        labels.distributionTitle,
        '-Verteiler.pdf',
        PDF_TYPE,
        list.pdf ?? new Uint8Array(),
        'non-public',
      ),
      file('distribution-docx', labels.distributionTitle, '-Verteiler.docx', DOCX_TYPE, list.docx, 'non-public'),
      // The protocol names who checked and why something was accepted: it stays inside the office.
      file('protocol-pdf', 'Freigabe', PROTOCOL_ENDING, PDF_TYPE, protocolPdf, 'non-public'),
      file('record', 'Datensatz', '.json', 'application/json', ports.utf8(canonicalJson(record, 1)), record.publicity),
    ],
    conformance: await ports.pdfExaminer.examine(pages),
    signature: signer &&
      signed && {
        signer: signer.info.certificate.subject,
        level: signed.level,
        isTest: signer.info.certificate.isTest,
        timestampProblem: signed.timestampProblem,
      },
  };
}
