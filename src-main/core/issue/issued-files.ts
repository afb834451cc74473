/** The files of the newest issue, byte for byte as they were issued, renditions among them. */
import { storedFile } from '../attachment/stored-file.ts';
import type { IssueFileEntry } from '../ports/issue-ports.ts';
import type { FileContent, ReadStores } from '../ports/ports.ts';

import { wholeIssue, type IssueChecks } from './whole-issue.ts';

export interface IssuedFile extends FileContent {
  readonly entry: IssueFileEntry;
}

export async function fileOfIssue(stores: Pick<ReadStores, 'attachments'>, entry: IssueFileEntry): Promise<IssuedFile> {
  return { ...(await storedFile(stores, entry)), entry };
}

/** Undefined where nothing was issued yet. Refuses as `wholeIssue` does. */
export async function issuedFiles(
  checks: IssueChecks,
  stores: Pick<ReadStores, 'attachments' | 'issues'>,
  statementId: string,
  wanted: (entry: IssueFileEntry) => boolean = () => true,
): Promise<readonly IssuedFile[] | undefined> {
  const [newest] = await stores.issues.issues(statementId);
  if (!newest) return undefined;
  await wholeIssue(checks, stores, newest);
  const files: IssuedFile[] = [];
  for (const entry of await stores.issues.files(newest.id))
    if (wanted(entry)) files.push(await fileOfIssue(stores, entry));
  return files;
}
