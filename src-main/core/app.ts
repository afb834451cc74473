/** The whole application without its outside: every shell composes ports and asks these services. */
import { attachmentService, type AttachmentService } from './attachment/attachment-service.ts';
import { binService, type BinService } from './register/bin-service.ts';
import { backupService, type BackupService } from './backup/backup-service.ts';
import { dispatchService, type DispatchService } from './dispatch/dispatch-service.ts';
import { serialLetterService, type SerialLetterService } from './dispatch/serial-letters.ts';
import { distributionService, type DistributionService } from './distribution/distribution-service.ts';
import { documentService, type DocumentService } from './output/document-service.ts';
import { issueService, type IssueService } from './issue/issue-service.ts';
import { statementSteps } from './issue/statement-steps.ts';
import { importService, type ImportService } from './import/import-service.ts';
import { letterService, type LetterService } from './letter/letter-service.ts';
import { meetingService, type MeetingService } from './meeting/meeting-service.ts';
import { numberService, type NumberService } from './number/number-service.ts';
import { paperService, type PaperService } from './register/paper-service.ts';
import type { Handoff, Ports } from './ports/ports.ts';
import { settingsService, type SettingsService } from './setup/settings-service.ts';
import { setupImportService, type SetupImportService } from './setup/setup-import-service.ts';
import { redactionService, type RedactionService } from './redaction/redaction-service.ts';
import { releaseService, type ReleaseService } from './issue/release-service.ts';
import { keyring } from './signature/keyring.ts';
import { signatureService, type SignatureService } from './signature/signature-service.ts';
import { statementService, type StatementService } from './drafting/statement-service.ts';
import { unfinishedService, type UnfinishedService } from './unfinished/unfinished-service.ts';
import { moduleService, type ModuleService } from './module/module-service.ts';
import { commentService, type CommentService } from './comment/comment-service.ts';
import { pointService, type PointService } from './drafting/point-service.ts';
import { proposalService, type ProposalService } from './proposal/proposal-service.ts';
import { versionService, type VersionService } from './version/version-service.ts';
import { systemService, type SystemService } from './system/system-service.ts';

export interface App {
  readonly system: SystemService;
  readonly papers: PaperService;
  readonly statements: StatementService;
  readonly versions: VersionService;
  readonly comments: CommentService;
  readonly modules: ModuleService;
  readonly points: PointService;
  readonly proposals: ProposalService;
  readonly numbers: NumberService;
  readonly imports: ImportService;
  readonly documents: DocumentService;
  readonly letters: LetterService;
  readonly attachments: AttachmentService;
  readonly bin: BinService;
  readonly backup: BackupService;
  readonly settings: SettingsService;
  readonly setupImports: SetupImportService;
  readonly releases: ReleaseService;
  readonly issues: IssueService;
  readonly meetings: MeetingService;
  readonly redactions: RedactionService;
  readonly signatures: SignatureService;
  readonly distribution: DistributionService;
  readonly dispatch: DispatchService;
  readonly serialLetters: SerialLetterService;
  readonly unfinished: UnfinishedService;
  readonly handoff: Handoff;
}

export function createApp(ports: Ports): App {
  const keys = keyring(ports.clock, ports.newId);
  const steps = statementSteps(ports);
  const documents = documentService(ports);
  const papers = paperService(ports);
  const imports = importService(ports);
  const statements = statementService(ports);
  return {
    system: systemService(ports),
    papers,
    statements,
    versions: versionService(ports, { statements, papers }),
    comments: commentService(ports),
    modules: moduleService(ports, imports),
    points: pointService(ports),
    proposals: proposalService(ports, steps, { statements }),
    numbers: numberService(ports),
    imports,
    letters: letterService(ports),
    documents,
    attachments: attachmentService(ports),
    bin: binService(ports),
    backup: backupService(ports),
    settings: settingsService(ports),
    setupImports: setupImportService(ports),
    releases: releaseService(ports, steps),
    issues: issueService(ports, steps, keys),
    meetings: meetingService(ports, documents),
    redactions: redactionService(ports, steps),
    signatures: signatureService(ports, keys),
    distribution: distributionService(ports, steps),
    dispatch: dispatchService(ports, steps),
    serialLetters: serialLetterService(ports),
    unfinished: unfinishedService(ports),
    handoff: ports.handoff,
  };
}
