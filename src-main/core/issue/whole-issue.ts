/** Whether what an issue froze is still what it froze: asked before anything is made or handed out from it. */
import { canonicalJson } from '../../base/canonical-json.ts';
import { issueFileNames } from '../../contract/issue/texts-de.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { IssueEntry } from '../ports/issue-ports.ts';
import type { Ports, ReadStores } from '../ports/ports.ts';
import { readSnapshot, type IssueSnapshot } from './issue-snapshot.ts';

/** Every issue has these files since there are issues. */
export const ISSUE_KINDS = [
  'form-sheet-pdf',
  'form-sheet-docx',
  'distribution-pdf',
  'distribution-docx',
  'protocol-pdf',
  'record',
] as const;

export type IssueChecks = Pick<Ports, 'sha512' | 'utf8'>;

/**
 * What was frozen, where the issue has all its files and its record is the one of the record file. Refuses with `stored-file-missing`,
 * `stored-file-altered`, and as `readSnapshot` does.
 */
export async function wholeIssue(
  { sha512, utf8 }: IssueChecks,
  stores: Pick<ReadStores, 'issues'>,
  { id, snapshot }: IssueEntry,
): Promise<IssueSnapshot> {
  const read = readSnapshot(snapshot);
  const reference = read.record.reference ?? id;
  const files = await stores.issues.files(id);
  const missing = ISSUE_KINDS.find((kind) => !files.some((file) => file.kind === kind));
  if (missing !== undefined) throw new Refusal('stored-file-missing', { file: issueFileNames[missing](reference) });
  // As it is stored, not as it is read: what this program does not know counts, too.
  const { record } = JSON.parse(snapshot) as { readonly record: unknown };
  const digest = sha512(utf8(canonicalJson(record, 1)));
  if (files.find(({ kind }) => kind === 'record')?.sha512 !== digest)
    throw new Refusal('stored-file-altered', { file: issueFileNames.record(reference) });
  return read;
}
