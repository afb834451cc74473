/** Blackened versions: new documents from a record that no longer has the words. The issued files stay as they are. */
import { Refusal } from '../../contract/shared/errors.ts';
import { documents, type Documents } from '../../contract/document/delivery.ts';
import type { IssueOverview } from '../../contract/issue/shapes.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { RedactionProposal, RedactionMark } from '../../contract/redaction/shapes.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { displayName } from '../../base/person-name.ts';
import { redactionTexts } from '../../contract/redaction/texts-de.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { formSheet } from '../print/form-sheet.ts';
import { previewDocument } from '../print/preview-document.ts';
import { DOCX_TYPE, formSheetFiles, PDF_TYPE } from '../print/statement-files.ts';
import type { IssueEntry } from '../ports/issue-ports.ts';
import { wholeIssue } from '../issue/whole-issue.ts';
import { issueStem } from '../issue/make-issue.ts';
import type { StatementSteps } from '../issue/statement-steps.ts';
import { requireStep } from '../statement/steps.ts';
import type { Ports, ReadStores, UnprintableCharacter } from '../ports/ports.ts';
import { requireDecided } from '../paper/publicity.ts';
import { publicData } from '../release/personal-data.ts';
import { draftOf, type LoadedStatement } from '../statement/statement-draft.ts';
import { printedRecord } from '../statement/statement-record.ts';
import { passagesOf } from './passages.ts';
import { redactRecord } from './redact-record.ts';
import { suggestMarks } from './suggest-marks.ts';
import { fileNamePart } from '../../base/file-name.ts';

interface MarksInput {
  readonly ref: string;
  readonly marks: readonly RedactionMark[];
}

export interface RedactionService {
  suggest(ref: string): Promise<RedactionProposal>;
  /** Refuses with `input-invalid`, `superseded`. */
  preview(input: MarksInput): Promise<{ handle: string; unprintable: UnprintableCharacter[] }>;
  /** Keeps the blackened PDF beside the issued one. Refuses with `input-invalid`, `step-forbidden`. */
  make(input: MarksInput): Promise<IssueOverview>;
  /** PDF and Word file. Refuses with `input-invalid`. */
  deliver(input: MarksInput): Promise<Documents>;
}

interface Source {
  readonly loaded: LoadedStatement;
  readonly record: StatementRecord;
  readonly profile: OfficeProfile;
  /** The issue whose frozen record this is; undefined before the first one and while a correction is written. */
  readonly issue: IssueEntry | undefined;
}

export function redactionService(ports: Ports, steps: StatementSteps): RedactionService {
  const { database, newId } = ports;

  const sourceOf = async (stores: ReadStores, ref: string): Promise<Source> => {
    const { loaded, office } = await steps.load(stores, ref);
    const { paper, statement } = loaded;
    if (statement.state === 'issued' || statement.state === 'dispatched') {
      const [issue] = await stores.issues.issues(paper.id);
      if (!issue) throw new Error('an issued statement has no issue');
      const { record, profile } = await wholeIssue(ports, stores, issue);
      return { loaded, record, profile, issue };
    }
    requireDecided(paper);
    const { reference, content, edition } = draftOf(loaded);
    const entries = await attachmentsOf(stores, paper.id);
    const record = printedRecord(reference, content, office.profile, entries, edition);
    return { loaded, record, profile: office.profile, issue: undefined };
  };

  const redacted = ({ record }: Source, marks: readonly RedactionMark[]): StatementRecord => {
    if (marks.length === 0) throw new Refusal('input-invalid', { problem: redactionTexts.nothingMarked });
    return redactRecord(record, marks);
  };

  const stemOf = ({ record, profile }: Source): string =>
    `${issueStem(record, profile)} ${fileNamePart(profile.labels.redacted)}`;

  const filesOf = (source: Source, marks: readonly RedactionMark[]) =>
    formSheetFiles(ports, {
      record: redacted(source, marks),
      profile: source.profile,
      stem: stemOf(source),
      wantsPdf: true,
    });

  return {
    suggest: (ref) =>
      database.read(async (stores) => {
        const { loaded, record, profile, issue } = await sourceOf(stores, ref);
        const names = (await stores.directory.persons()).map(displayName);
        const passages = passagesOf(record);
        return {
          id: loaded.paper.id,
          reference: record.reference,
          name: record.name,
          isIssued: issue !== undefined,
          passages: [...passages],
          suggestions: [...suggestMarks(passages, publicData(names, record, profile))],
        };
      }),
    preview: async ({ ref, marks }) => {
      const { record, profile } = await database.read((stores) => sourceOf(stores, ref));
      return previewDocument(ports, formSheet(redactRecord(record, marks), profile));
    },
    make: async ({ ref, marks }) => {
      const source = await database.read(async (stores) => {
        const found = await sourceOf(stores, ref);
        requireStep(found.loaded, 'redact');
        return found;
      });
      const { issue } = source;
      if (!issue) throw new Error('an issued statement has no issue');
      const { pdf } = await filesOf(source, marks);
      if (!pdf) throw new Error('no PDF was made');
      const sha512 = ports.sha512(pdf);
      await database.write(async (stores) => {
        requireStep((await steps.load(stores, ref)).loaded, 'redact');
        const files = await stores.issues.files(issue.id);
        const former = files.filter(({ kind }) => kind === 'redacted-pdf');
        // Asked for twice, kept once.
        if (former.some((file) => file.sha512 === sha512)) return;
        const original = files.find(({ kind, derivedFrom }) => kind === 'form-sheet-pdf' && derivedFrom === null);
        if (!original) throw new Error(`issue ${issue.id} has no form sheet`);
        const id = newId();
        const number = former.length === 0 ? '' : ` ${former.length + 1}`;
        await stores.attachments.keepBytes(sha512, pdf);
        await stores.issues.addFile({
          id,
          issueId: issue.id,
          position: files.length,
          kind: 'redacted-pdf',
          name: redactionTexts.fileName,
          fileName: `${stemOf(source)}${number}.pdf`,
          mimeType: PDF_TYPE,
          size: pdf.length,
          sha512,
          publicity: source.record.publicity,
          derivedFrom: original.id,
          note: redactionTexts.note(marks.length, [
            ...new Set(marks.map(({ reason }) => reason.trim()).filter((reason) => reason !== '')),
          ]),
        });
        await stores.log.append({ action: 'redaction-added', entity: 'issue-file', entityId: id, revision: null });
      });
      return steps.overview(ref);
    },
    deliver: async ({ ref, marks }) => {
      const source = await database.read((stores) => sourceOf(stores, ref));
      const { pdf, docx } = await filesOf(source, marks);
      if (!pdf) throw new Error('no PDF was made');
      const stem = stemOf(source);
      return documents([
        { fileName: `${stem}.pdf`, mimeType: PDF_TYPE, bytes: pdf },
        { fileName: `${stem}.docx`, mimeType: DOCX_TYPE, bytes: docx },
      ]);
    },
  };
}
