/** Row shapes of the database, as Kysely needs them. The migrations are the truth. */
import type {
  CommentTable,
  PointAnswerTable,
  PointSetTable,
  PointTable,
  TextModuleTable,
  TextModuleVersionTable,
  ReviewTable,
} from './drafting-tables.ts';
import type { Generated } from 'kysely';
import type { IssueTables } from './issue-tables.ts';

interface OfficeTable {
  id: number;
  kind: 'own' | 'example';
  profile_json: string;
}
interface ContactColumns {
  street: Generated<string>;
  postal_code: Generated<string>;
  city: Generated<string>;
  country: Generated<string>;
  room: Generated<string>;
  telephone: Generated<string>;
  email: Generated<string>;
}
interface OrganizationTable extends ContactColumns {
  id: string;
  name: string;
  short_name: string;
  organization_type: 'council' | 'mayor' | 'committee' | 'faction' | 'unit' | 'other';
  start_date: string | null;
  end_date: string | null;
}
interface PersonTable extends ContactColumns {
  id: string;
  name: string;
  title: string | null;
  form_of_address: string | null;
  given_name: Generated<string>;
  family_name: Generated<string>;
}
export interface SettingVersionTable {
  seq: Generated<number>;
  area: 'office' | 'organization' | 'person';
  entity_id: string;
  revision: number;
  valid_from: string | null;
  json: string | null;
  at: string;
  actor: string;
  batch: string | null;
}
interface PreferenceTable {
  key: string;
  json: string;
}
interface UnfinishedTable {
  place: string;
  actor: string;
  text: string;
  at: string;
}
interface UnreadDateTable {
  paper_id: string;
  place: string;
  text: string;
}
interface MembershipTable {
  id: string;
  person_id: string;
  organization_id: string;
  role: string;
  start_date: string | null;
  end_date: string | null;
}
interface RichTextTable {
  id: string;
  schema_version: number;
  json: string;
}
export interface PaperTable {
  no: Generated<number>;
  id: string;
  paper_type: string;
  class: string;
  reference: string | null;
  original_reference: string | null;
  year: number | null;
  name: string;
  name_folded: string;
  date: string | null;
  publicity: string;
  lead_unit: string;
  printed_originators: string;
  text_id: string | null;
  sort_key: string;
  revision: number;
  updated_at: string;
  received_on: Generated<string | null>;
}
interface MeetingTable {
  id: string;
  organization_id: string;
  start: string;
  state: 'planned' | 'invited' | 'held' | 'cancelled';
  location: string | null;
}
interface StatementTable {
  paper_id: string;
  body_name: string;
  state: 'draft' | 'imported' | 'released' | 'issued' | 'dispatched';
  edition: Generated<number>;
  quotation_id: string;
  quotation_source: string | null;
  quotation_locked: number;
  hinge: string;
  reply_id: string;
  signatory_name: string | null;
  signatory_role: string | null;
  signatory_prefix: string | null;
  our_sign: string | null;
  clerk: string | null;
  room: string | null;
  telephone: string | null;
  email: string | null;
  /** JSON of the further fields by their keys. */
  further: Generated<string>;
}
interface PaperRelationTable {
  from_id: string;
  to_id: string;
  kind: 'answers' | 'amends';
  seq: number;
}
interface PaperOriginatorTable {
  paper_id: string;
  seq: number;
  organization_id: string | null;
  organization_text: string;
  person_id: string | null;
  person_text: string;
  function_text: string;
}
interface ConsultationTable {
  id: string;
  paper_id: string;
  seq: number;
  organization_id: string | null;
  organization_text: string;
  meeting_id: string | null;
  date: string | null;
  role: string | null;
  publicity: string;
  result: string | null;
}
interface VersionTable {
  statement_id: string;
  revision: number;
  snapshot_json: string;
  name: string | null;
  at: string;
  actor: string;
}
/** Of papers that are not written here; otherwise as `version`. */
interface PaperVersionTable extends Omit<VersionTable, 'statement_id'> {
  paper_id: string;
}
interface NumberEntryTable {
  class: string;
  year: number;
  n: number;
  suffix: string;
  state: 'reserved' | 'given' | 'void' | 'free';
  given_by: 'office' | 'typed' | 'elsewhere';
  paper_id: string | null;
  reason: string | null;
  at: string;
  actor: string;
}
interface ExternalRefTable {
  source: string;
  external_id: string;
  entity: string;
  entity_id: string;
}
interface DiscardedPaperTable {
  paper_id: string;
  reference: string | null;
  original_reference: string | null;
  at: string;
  actor: string;
}
interface BlobTable {
  sha512: string;
  bytes: Uint8Array;
}
interface FileTable {
  id: string;
  paper_id: string;
  seq: number;
  kind: 'attachment';
  name: string;
  file_name: string;
  mime_type: string;
  size: number;
  sha512: string | null;
  publicity: string;
  added_at: string;
  added_by: string;
  removed_at: string | null;
}
interface FileTextTable {
  no: Generated<number>;
  sha512: string;
  status: 'text' | 'none' | 'refused';
  reason: string | null;
}
export interface ChangeLogTable {
  seq: number;
  at: string;
  actor: string;
  action: string;
  entity: string;
  entity_id: string;
  revision: number | null;
  prev_hash: string;
  hash: string;
  /** Of the rows the entry speaks of, as they were then; null where it speaks of none, and in entries of older versions. */
  row_digest: string | null;
  /** Sum of all seals once the transaction is done; null in its earlier entries, and in entries of older versions. */
  state_digest: string | null;
}

export interface Tables extends IssueTables {
  office: OfficeTable;
  organization: OrganizationTable;
  person: PersonTable;
  membership: MembershipTable;
  setting_version: SettingVersionTable;
  preference: PreferenceTable;
  unfinished: UnfinishedTable;
  unread_date: UnreadDateTable;
  rich_text: RichTextTable;
  paper: PaperTable;
  statement: StatementTable;
  paper_relation: PaperRelationTable;
  paper_originator: PaperOriginatorTable;
  consultation: ConsultationTable;
  meeting: MeetingTable;
  version: VersionTable;
  paper_version: PaperVersionTable;
  comment: CommentTable;
  review: ReviewTable;
  point_set: PointSetTable;
  point: PointTable;
  point_answer: PointAnswerTable;
  text_module: TextModuleTable;
  text_module_version: TextModuleVersionTable;
  number_entry: NumberEntryTable;
  discarded_paper: DiscardedPaperTable;
  external_ref: ExternalRefTable;
  blob: BlobTable;
  file: FileTable;
  file_text: FileTextTable;
  change_log: ChangeLogTable;
}
