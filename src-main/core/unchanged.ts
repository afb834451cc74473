/** Whoever saves says what they read: what somebody else saved in between is never overwritten unseen. */
import { Refusal } from '../contract/shared/errors.ts';
import { canonicalJson } from '../base/canonical-json.ts';

/**
 * Refuses with `conflict` when the stored state is neither what was read nor what is wanted (the same request again, because its answer
 * got lost). `read` is undefined where nothing was read: the command line names the thing and changes it at once.
 */
export function requireUnchanged<T>(states: {
  readonly read: T | undefined;
  readonly stored: T;
  readonly wanted: T;
}): void {
  if (states.read === undefined) return;
  const stored = canonicalJson(states.stored);
  if (stored !== canonicalJson(states.read) && stored !== canonicalJson(states.wanted)) throw new Refusal('conflict');
}

/**
 * The part to store, field by field: a field the person left as it was read keeps what is stored now. Refuses with `conflict` for a field
 * that both changed.
 */
export function mergedOver<T extends object>(read: T | undefined, stored: T, wanted: T): T {
  if (read === undefined) return wanted;
  const fields = Object.keys(wanted) as (keyof T)[];
  return Object.fromEntries(
    fields.map((field) => {
      if (wanted[field] === read[field]) return [field, stored[field]];
      requireUnchanged({ read: read[field], stored: stored[field], wanted: wanted[field] });
      return [field, wanted[field]];
    }),
  ) as T;
}

/** The same for a paper, by the revision that was read. */
export function requireRevision({ revision }: { readonly revision: number }, expected: number | undefined): void {
  if (expected !== undefined && expected !== revision)
    throw new Refusal('conflict', { expectedRevision: expected, actualRevision: revision });
}
