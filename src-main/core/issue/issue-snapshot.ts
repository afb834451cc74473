/** What is frozen with an issue, beside its files: the record, the profile it was set with, who signed, which versions made it. */
import * as z from 'zod';
import { issueSignatureSchema } from '../../contract/issue/shapes.ts';
import { readKept } from '../../contract/shared/read-kept.ts';
import { keptThings } from '../../contract/shared/kept-de.ts';
import { officeProfileSchema, PROFILE_FORM } from '../../contract/settings/office-profile.ts';
import { keptForm } from '../../record/kept-form.ts';
import { STATEMENT_FORM, statementRecordSchema } from '../../record/statement-record.ts';

export const ISSUE_SCHEMA = 'stellwerk.issue/1';

const issueSnapshotSchema = z.object({
  schema: z.literal(ISSUE_SCHEMA),
  record: statementRecordSchema,
  profile: officeProfileSchema,
  /** Revision of the statement that was released. */
  revision: z.number().int(),
  signature: issueSignatureSchema.nullable(),
  versions: z.object({
    program: z.string(),
    /** SHA-256 of the template that set the pages. */
    template: z.string(),
    /** Revision of the office's texts and letterhead. */
    profile: z.number().int(),
  }),
});
export type IssueSnapshot = z.infer<typeof issueSnapshotSchema>;

const ISSUE_FORM = keptForm('stellwerk.issue', [{ schema: issueSnapshotSchema }], {
  record: STATEMENT_FORM,
  profile: PROFILE_FORM,
});

/** Refuses with `kept-newer`, `kept-broken`. */
export const readSnapshot = (json: string): IssueSnapshot => readKept(ISSUE_FORM, json, keptThings.issue);
