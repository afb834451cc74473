/** Every refusal a person can meet. The sentence for each code stands in `texts/de.ts`; nothing decides by message text. */
import * as z from 'zod';

export const ERROR_CODES = [
  'not-found',
  'ambiguous-reference',
  'not-a-statement',
  'conflict',
  'not-editable',
  'publicity-unknown',
  'superseded',
  'reference-taken',
  'reference-fixed',
  'reference-malformed',
  'number-given-elsewhere',
  'paper-discarded',
  'discard-forbidden',
  'field-unknown',
  'date-invalid',
  'input-invalid',
  'usage',
  'office-missing',
  'office-exists',
  'office-fixed',
  'name-taken',
  'setting-in-use',
  'setting-in-future',
  'setting-changed-since',
  'former-state-broken',
  'settings-file-invalid',
  'attachments-too-large',
  'attachments-too-many',
  'attachment-missing',
  'file-missing',
  'file-empty',
  'file-binary',
  'file-too-large',
  'file-encoding-unknown',
  'file-unreadable',
  'reading-too-slow',
  'reading-too-large',
  'reading-broke-off',
  'reading-stopped',
  'format-unsupported',
  'format-not-importable',
  'file-encrypted',
  'pdf-head-displaced',
  'record-incomplete',
  'record-missing',
  'record-foreign',
  'document-damaged',
  'document-not-signable',
  'document-certified',
  'characters-unprintable',
  'pdf-unfaithful',
  'target-missing',
  'target-not-writable',
  'target-locked',
  'target-is-folder',
  'target-name-unusable',
  'disk-full',
  'data-folder-not-writable',
  'data-folder-on-network',
  'folder-not-private',
  'database-damaged',
  'database-foreign-part',
  'database-newer',
  'database-busy',
  'backup-invalid',
  'backup-foreign-part',
  'stored-file-altered',
  'stored-file-missing',
  'profile-broken',
  'font-missing',
  'program-file-missing',
  'node-too-old',
  'render-failed',
  'offer-expired',
  'passphrase-wrong',
  'passphrase-pause',
  'key-closed',
  'key-damaged',
  'key-unsupported',
  'certificate-damaged',
  'certificate-expired',
  'timestamp-unavailable',
  'timestamp-service-missing',
  'step-forbidden',
  'release-blocked',
  'issue-missing',
  'issue-part-of',
  'issue-withdrawn',
  'nothing-to-send',
  'printer-missing',
  'print-failed',
  'signature-missing',
  'organization-unknown',
  'meeting-missing',
  'meeting-time-invalid',
  'meeting-taken',
  'meeting-in-use',
  'meeting-empty',
  'unexpected',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Named values for the sentence, plus what a window needs to act: all JSON. */
export const errorDetailsSchema = z.record(z.string(), z.json());
export type ErrorDetails = z.infer<typeof errorDetailsSchema>;

/** An expected refusal. Thrown by rules, services and adapters, translated once by the router, never by message text. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
