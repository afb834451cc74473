/** A person decides about a paper. Pure; window and command line decide by the same rule. */
import type { DraftPublicity } from '../../record/basics.ts';
import type { DraftConsultation } from './shapes.ts';

interface Decided {
  readonly publicity: DraftPublicity;
  readonly consultations: DraftConsultation[];
}

/**
 * Rows of an undecided paper that say nothing about themselves, in a list where no row does, are as the paper. Where some rows speak for
 * themselves, the silent ones stay undecided: they are no longer silent by habit of the form.
 */
export function decidePublicity(
  { publicity: before, consultations }: Decided,
  publicity: DraftPublicity,
): Partial<Decided> {
  const isOpen = before === 'unknown' && consultations.length > 0;
  return isOpen && consultations.every((row) => row.publicity === 'unknown')
    ? { publicity, consultations: consultations.map((row) => ({ ...row, publicity })) }
    : { publicity };
}
