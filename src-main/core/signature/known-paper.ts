/** Our own paper that a file is, byte for byte: an issue of a statement, or a letter that went out. */
import type { Verification } from '../../contract/signature/shapes.ts';
import type { ReadStores } from '../ports/ports.ts';

/** `sha512`: lower-case hexadecimal. Null for every other file. */
export async function knownPaper(stores: ReadStores, sha512: string): Promise<Verification['known']> {
  const [file] = await stores.issues.filesBySha512(sha512);
  const issue = file && (await stores.issues.issue(file.issueId));
  const paper = issue && (await stores.papers.get(issue.statementId));
  // An attachment may come from anywhere; only what the program made is "ours".
  if (!file || !issue || !paper || file.kind === 'attachment') return knownLetter(stores, sha512);
  const events = await stores.issues.events(issue.statementId);
  return {
    source: 'issue',
    paperId: paper.id,
    reference: paper.reference ?? paper.id,
    edition: issue.edition,
    kind: file.kind,
    fileName: file.fileName,
    isRendition: file.derivedFrom !== null,
    withdrawn: events.some(({ kind, issueId }) => kind === 'withdrawn' && issueId === issue.id),
  };
}

async function knownLetter(stores: ReadStores, sha512: string): Promise<Verification['known']> {
  const letter = await stores.letters.letterOfFile(sha512);
  const paper = letter && (await stores.papers.get(letter.paperId));
  if (!letter || !paper) return null;
  return {
    source: 'letter',
    paperId: paper.id,
    reference: paper.reference ?? paper.name,
    edition: 1,
    kind: letter.kind,
    fileName: letter.fileName,
    isRendition: false,
    withdrawn: false,
  };
}
