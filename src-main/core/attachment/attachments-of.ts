/** The attachments a paper has now, in order; removed ones left out. */
import type { AttachmentEntry, ReadStores } from '../ports/ports.ts';

export async function attachmentsOf(
  stores: Pick<ReadStores, 'attachments'>,
  paperId: string,
): Promise<readonly AttachmentEntry[]> {
  return (await stores.attachments.of(paperId)).filter((entry) => entry.removedAt === null);
}
