/** What an undecided publicity forbids: it is never taken for public, and nothing leaves the office before a person decides. Pure. */
import type { DraftPublicity, Publicity } from '../../record/basics.ts';
import { Refusal } from '../../contract/shared/errors.ts';

/** Refuses with `publicity-unknown`. */
export function requireDecided({
  id,
  reference,
  publicity,
}: {
  readonly id?: string;
  readonly reference: string | null;
  readonly publicity: DraftPublicity;
}): Publicity {
  if (publicity === 'unknown')
    throw new Refusal('publicity-unknown', { reference: reference ?? id ?? '', field: 'publicity' });
  return publicity;
}

/** A row or an attachment goes with a non-public paper as it is; with a public one only what is public itself. */
const goesWith = (paper: Publicity, part: DraftPublicity): boolean => paper === 'non-public' || part === 'public';

/** Before the decision a person sees everything the paper holds. */
export const isShownIn = (paper: DraftPublicity, part: DraftPublicity): boolean =>
  paper === 'unknown' || goesWith(paper, part);

/** What went along with a paper is filed as non-public unless it is known to be public. */
export const filedAs = (publicity: DraftPublicity): Publicity => (publicity === 'public' ? 'public' : 'non-public');
