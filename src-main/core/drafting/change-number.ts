/** The number of a statement before it is released: given, typed, changed, taken away. Once issued, a paper keeps its number. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import { numberReasons } from '../../contract/number/texts-de.ts';
import { formatReference } from '../paper/paper-reference.ts';
import type { WriteStores } from '../ports/ports.ts';
import type { LoadedStatement } from '../statement/statement-draft.ts';
import { normaliseLine } from '../../base/normalise.ts';
import { nextReference, releaseNumber, requireStatementNumber, takeNumber, typedBy } from '../number/give-number.ts';

/**
 * `wanted` is a number as a person types it, "" for none, null for the next one. Answers the number the statement bears then. Refuses
 * with `reference-fixed`, `reference-taken`, `reference-malformed`, `number-given-elsewhere`.
 */
export async function changeNumber(
  stores: WriteStores,
  { paper, statement }: LoadedStatement,
  wanted: string | null,
  patterns: readonly NumberPattern[],
  today: string,
): Promise<string | null> {
  const former = paper.reference;
  if (wanted === null && former !== null) return former;
  const typed = wanted === null ? null : normaliseLine(wanted);
  const year = Number((paper.date ?? today).slice(0, 4));
  const number =
    typed === ''
      ? null
      : typed === null
        ? await nextReference(stores, 'statement', year, patterns)
        : requireStatementNumber(typed, patterns);
  const reference = number && formatReference(number, patterns);
  if (reference === former) return former;
  if (former !== null && (statement.edition > 1 || (await stores.issues.issues(paper.id)).length > 0))
    throw new Refusal('reference-fixed', { reference: former });
  const giver = number && typed !== null ? typedBy(number.class, patterns) : undefined;
  if (number) await takeNumber(stores, number, paper.id, patterns, giver);
  if (former !== null)
    await releaseNumber(
      stores,
      former,
      reference === null ? numberReasons.removed : numberReasons.replaced(reference),
      patterns,
      // Its protocol names the number.
      (await stores.issues.releases(paper.id)).length > 0,
    );
  return reference;
}
