/** What is frozen with an issue, beside its files: the record, the profile it was set with, who signed, which versions made it. */
import * as z from 'zod';
import { issueSignatureSchema } from '../../contract/issue.ts';
import { officeProfileSchema } from '../../contract/office-profile.ts';
import { statementRecordSchema } from '../../record/statement-record.ts';

export const ISSUE_SCHEMA = 'stellwerk.issue/1';

export const issueSnapshotSchema = z.object({
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
