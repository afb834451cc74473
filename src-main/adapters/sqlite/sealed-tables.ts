/**
 * Tables whose rows carry a seal, with their keys and columns named one by one. A column that a later migration adds gets into the seals by
 * that migration's own sealing, never by itself. What is not sealed, and why, stands in `UNSEALED_TABLES`.
 */
export interface SealedTable {
  readonly key: readonly [string, ...string[]];
  /** Besides the key. */
  readonly columns: readonly string[];
  /** Columns that came later, with what rows from before hold: a row that holds it keeps the seal it has. */
  readonly later?: Readonly<Record<string, string>>;
  /** Column that leads to the paper the row belongs to. */
  readonly paper?: string;
}

const REACH = ['street', 'postal_code', 'city', 'room', 'telephone', 'email'];
const SPAN = ['start_date', 'end_date'];
const STAMP = ['at', 'actor'];

export const SEALED_TABLES: Readonly<Record<string, SealedTable>> = {
  office: { key: ['id'], columns: ['kind', 'profile_json'] },
  organization: {
    key: ['id'],
    columns: ['name', 'short_name', 'organization_type', ...REACH, ...SPAN],
    later: { country: '' },
  },
  person: {
    key: ['id'],
    columns: ['name', 'title', 'form_of_address', ...REACH, 'given_name', 'family_name'],
    later: { country: '' },
  },
  membership: { key: ['id'], columns: ['person_id', 'organization_id', 'role', ...SPAN] },
  setting_version: {
    key: ['seq'],
    columns: ['area', 'entity_id', 'revision', 'valid_from', 'json', ...STAMP, 'batch'],
  },
  paper: {
    key: ['id'],
    columns: [
      ...['no', 'paper_type', 'class', 'reference', 'original_reference', 'year', 'name', 'name_folded', 'date'],
      ...['publicity', 'lead_unit', 'printed_originators', 'text_id', 'sort_key', 'revision', 'updated_at'],
    ],
    later: { received_on: '' },
    paper: 'id',
  },
  rich_text: { key: ['id'], columns: ['schema_version', 'json'], paper: 'id' },
  statement: {
    key: ['paper_id'],
    columns: [
      ...['body_name', 'state', 'edition', 'quotation_id', 'quotation_source', 'quotation_locked', 'hinge', 'reply_id'],
      ...['signatory_name', 'signatory_role', 'signatory_prefix', 'our_sign', 'clerk', 'room', 'telephone', 'email'],
    ],
    later: { further: '{}' },
    paper: 'paper_id',
  },
  paper_relation: { key: ['from_id', 'kind', 'seq'], columns: ['to_id'], paper: 'from_id' },
  paper_originator: {
    key: ['paper_id', 'seq'],
    columns: ['organization_id', 'organization_text', 'person_id', 'person_text', 'function_text'],
    paper: 'paper_id',
  },
  consultation: {
    key: ['paper_id', 'seq'],
    columns: ['id', 'organization_id', 'organization_text', 'meeting_id', 'date', 'role', 'publicity', 'result'],
    paper: 'paper_id',
  },
  unread_date: { key: ['paper_id', 'place'], columns: ['text'], paper: 'paper_id' },
  version: {
    key: ['statement_id', 'revision'],
    columns: ['snapshot_json', 'name', ...STAMP],
    paper: 'statement_id',
  },
  paper_version: {
    key: ['paper_id', 'revision'],
    columns: ['snapshot_json', 'name', ...STAMP],
    paper: 'paper_id',
  },
  comment: {
    key: ['id'],
    columns: [
      ...['statement_id', 'field', 'block_id', 'start_sign', 'end_sign', 'words', 'text', 'author', 'written_at'],
      ...['source', 'resolved_at', 'resolved_by'],
      ...STAMP,
    ],
    paper: 'statement_id',
  },
  review: {
    key: ['id'],
    columns: ['statement_id', 'file_name', 'review_json', 'refused_json', 'closed_at', ...STAMP],
    paper: 'statement_id',
  },
  point_set: { key: ['paper_id'], columns: ['revision', ...STAMP], paper: 'paper_id' },
  point: {
    key: ['id'],
    columns: [
      ...['paper_id', 'seq', 'level', 'label', 'kind', 'is_group', 'text', 'places_json', 'change', 'former_text'],
    ],
    paper: 'paper_id',
  },
  point_answer: {
    key: ['statement_id', 'point_id'],
    columns: ['position', 'state', 'reason', 'same_as', 'passages_json', 'is_stale', ...STAMP],
    paper: 'statement_id',
  },
  text_module: { key: ['id'], columns: ['revision', 'owner', 'content_json', 'removed_at', ...STAMP] },
  text_module_version: { key: ['module_id', 'revision'], columns: ['content_json', ...STAMP] },
  number_entry: {
    key: ['class', 'year', 'n', 'suffix'],
    columns: ['state', 'given_by', 'paper_id', 'reason', ...STAMP],
    paper: 'paper_id',
  },
  discarded_paper: {
    key: ['paper_id'],
    columns: ['reference', 'original_reference', ...STAMP],
    paper: 'paper_id',
  },
  file: {
    key: ['id'],
    columns: [
      ...['paper_id', 'seq', 'kind', 'name', 'file_name', 'mime_type', 'size', 'sha512', 'publicity'],
      ...['added_at', 'added_by', 'removed_at'],
    ],
    paper: 'paper_id',
  },
  meeting: { key: ['id'], columns: ['organization_id', 'start', 'state', 'location'] },
  agenda_item: { key: ['meeting_id', 'paper_id'], columns: ['seq', 'number'], paper: 'paper_id' },
  release: {
    key: ['id'],
    columns: ['statement_id', 'edition', 'revision', 'protocol_json', ...STAMP],
    paper: 'statement_id',
  },
  issue: {
    key: ['id'],
    columns: [
      ...['statement_id', 'edition', 'release_id', 'snapshot_json', 'conformance_json', 'template_hash'],
      ...STAMP,
    ],
    paper: 'statement_id',
  },
  issue_file: {
    key: ['id'],
    columns: [
      ...['issue_id', 'seq', 'kind', 'name', 'file_name', 'mime_type', 'size', 'sha512', 'publicity'],
      ...['derived_from', 'note', ...STAMP],
    ],
  },
  statement_event: {
    key: ['seq'],
    columns: ['statement_id', 'issue_id', 'kind', 'reason', ...STAMP],
    paper: 'statement_id',
  },
  distribution: { key: ['paper_id'], columns: ['revision'], paper: 'paper_id' },
  distribution_entry: {
    key: ['id'],
    columns: ['paper_id', 'seq', 'recipient_json', 'copy_kind', 'copies', 'follow_up'],
    paper: 'paper_id',
  },
  letter_run: { key: ['id'], columns: ['paper_id', 'input_json', ...STAMP], paper: 'paper_id' },
  letter: {
    key: ['id'],
    columns: ['paper_id', 'kind', 'content_json', 'template_hash', 'run_id', 'recipient_key', ...STAMP],
    paper: 'paper_id',
  },
  letter_file: { key: ['letter_id', 'kind'], columns: ['file_name', 'size', 'sha512'] },
  dispatch: {
    key: ['id'],
    columns: [
      ...['paper_id', 'issue_id', 'letter_id', 'channel', 'copy_kind', 'follow_up', 'recipient_json', 'file_name'],
      ...['sha512', 'detail', ...STAMP],
    ],
    paper: 'paper_id',
  },
  dispatch_open: { key: ['paper_id'], columns: ['issue_id'], paper: 'paper_id' },
  trusted_certificate: { key: ['fingerprint'], columns: ['certificate', 'added_at', 'added_by', 'removed_at'] },
  external_ref: { key: ['source', 'external_id', 'entity'], columns: ['entity_id'] },
};

/** What carries no seal, by the reason. */
export const UNSEALED_TABLES: Readonly<Record<string, 'own-anchor' | 'derived' | 'personal'>> = {
  // The chain, where it ended, and the seals with their sum.
  change_log: 'own-anchor',
  log_end: 'own-anchor',
  row_seal: 'own-anchor',
  // Bytes stand under their own digest, which sealed rows name.
  blob: 'own-anchor',
  // Made anew from papers and bytes by a repair.
  file_text: 'derived',
  paper_search: 'derived',
  file_search: 'derived',
  pending_step: 'derived',
  // How somebody sets up the window, and what somebody is writing before it is a paper: nothing that was recorded.
  preference: 'personal',
  unfinished: 'personal',
};
