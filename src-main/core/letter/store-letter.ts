/** A letter that went out: its bytes, its entry and its line in the log, in the transaction of whoever calls. */
import type { LetterContent } from '../../contract/letter/shapes.ts';
import type { LetterFileEntry } from '../ports/distribution-ports.ts';
import type { Ports, WriteStores } from '../ports/ports.ts';

export interface LetterToStore {
  readonly paperId: string;
  readonly content: LetterContent;
  /** Letters to many share a run, each with a key of its own in it; null for a single letter. */
  readonly run: { readonly id: string; readonly recipientKey: string } | null;
  readonly files: readonly (Pick<LetterFileEntry, 'kind' | 'fileName'> & { readonly bytes: Uint8Array })[];
}

export async function storeLetter(
  stores: Pick<WriteStores, 'attachments' | 'letters' | 'log'>,
  { newId, sha512, templateHash }: Pick<Ports, 'newId' | 'sha512' | 'templateHash'>,
  { paperId, content, run, files }: LetterToStore,
): Promise<void> {
  const entries: LetterFileEntry[] = [];
  for (const { kind, fileName, bytes } of files) {
    const digest = sha512(bytes);
    await stores.attachments.keepBytes(digest, bytes);
    entries.push({ kind, fileName, size: bytes.length, sha512: digest });
  }
  const id = newId();
  await stores.letters.add({
    id,
    paperId,
    kind: content.kind,
    content: JSON.stringify(content),
    templateHash: templateHash(),
    runId: run?.id ?? null,
    recipientKey: run?.recipientKey ?? null,
    files: entries,
  });
  await stores.log.append({ action: 'letter-written', entity: 'letter', entityId: id, revision: null });
}
