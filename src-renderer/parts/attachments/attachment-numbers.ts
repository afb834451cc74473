/** Numbers of attachments as they print: those that stay in the house have none. Pure; the core prints by the same rule. */
import type { Attachment } from '../../../src-main/contract/attachment/shapes.ts';
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { attachments as texts } from '../../texts/attachments.ts';
import { sizeOf } from './file-kind.ts';

type Listed = Pick<Attachment, 'id' | 'publicity'>;

/** Number from 1 by id; null for one that a public paper keeps back, because it is non-public or nobody has decided. */
export function numbersOf(paper: DraftPublicity, attachments: readonly Listed[]): ReadonlyMap<string, number | null> {
  const numbers = new Map<string, number | null>();
  let last = 0;
  for (const { id, publicity } of attachments) {
    const stays = paper === 'public' && publicity !== 'public';
    if (!stays) last += 1;
    numbers.set(id, stays ? null : last);
  }
  return numbers;
}

/** "3 Anlagen · 1 nichtöffentlich · 4,2 MB": what stands beside the title while the section is folded. */
export function summaryOf(attachments: readonly Pick<Attachment, 'publicity' | 'size' | 'hasFile'>[]): string {
  if (attachments.length === 0) return texts.summary.none;
  const nonPublic = attachments.filter(({ publicity }) => publicity === 'non-public').length;
  const undecided = attachments.filter(({ publicity }) => publicity === 'unknown').length;
  const missing = attachments.filter(({ hasFile }) => !hasFile).length;
  return [
    texts.summary.count(attachments.length),
    nonPublic > 0 && texts.summary.nonPublic(nonPublic),
    undecided > 0 && texts.summary.undecided(undecided),
    missing > 0 && texts.summary.missing(missing),
    sizeOf(attachments.reduce((sum, { size }) => sum + size, 0)),
  ]
    .filter(Boolean)
    .join(' · ');
}
