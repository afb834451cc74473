/** Row shapes of what the fourth migration added. */
import type { Generated } from 'kysely';

interface ReleaseTable {
  id: string;
  statement_id: string;
  edition: number;
  revision: number;
  protocol_json: string;
  at: string;
  actor: string;
}
export interface IssueTable {
  id: string;
  statement_id: string;
  edition: number;
  release_id: string;
  snapshot_json: string;
  conformance_json: string;
  template_hash: string;
  at: string;
  actor: string;
}
export interface IssueFileTable {
  id: string;
  issue_id: string;
  seq: number;
  kind: string;
  name: string;
  file_name: string;
  mime_type: string;
  size: number;
  sha512: string;
  publicity: 'public' | 'non-public';
  derived_from: string | null;
  note: string;
  at: string;
  actor: string;
}
interface StatementEventTable {
  seq: Generated<number>;
  statement_id: string;
  issue_id: string | null;
  kind: string;
  reason: string;
  at: string;
  actor: string;
}
interface TrustedCertificateTable {
  fingerprint: string;
  certificate: Uint8Array;
  added_at: string;
  added_by: string;
  removed_at: string | null;
}
interface AgendaItemTable {
  meeting_id: string;
  paper_id: string;
  seq: number;
  number: string;
}
interface DistributionTable {
  paper_id: string;
  revision: number;
}
interface DistributionEntryTable {
  id: string;
  paper_id: string;
  seq: number;
  recipient_json: string;
  copy_kind: string;
  copies: number;
  follow_up: string | null;
}
interface LetterRunTable {
  id: string;
  paper_id: string;
  input_json: string;
  at: string;
  actor: string;
}
interface LetterTable {
  id: string;
  paper_id: string;
  kind: string;
  content_json: string;
  template_hash: string;
  run_id: string | null;
  recipient_key: string | null;
  at: string;
  actor: string;
}
interface LetterFileTable {
  letter_id: string;
  kind: string;
  file_name: string;
  size: number;
  sha512: string;
}
interface DispatchTable {
  id: string;
  paper_id: string;
  issue_id: string | null;
  letter_id: string | null;
  channel: string;
  copy_kind: string;
  follow_up: string | null;
  recipient_json: string;
  file_name: string;
  sha512: string;
  detail: string;
  at: string;
  actor: string;
}
interface DispatchOpenTable {
  paper_id: string;
  issue_id: string;
}

export interface IssueTables {
  release: ReleaseTable;
  issue: IssueTable;
  issue_file: IssueFileTable;
  statement_event: StatementEventTable;
  trusted_certificate: TrustedCertificateTable;
  agenda_item: AgendaItemTable;
  distribution: DistributionTable;
  distribution_entry: DistributionEntryTable;
  letter_run: LetterRunTable;
  letter: LetterTable;
  letter_file: LetterFileTable;
  dispatch: DispatchTable;
  dispatch_open: DispatchOpenTable;
}
