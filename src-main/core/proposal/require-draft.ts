/** Only a draft is edited; what was released or issued does not change. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { LoadedStatement } from '../statement/statement-draft.ts';

/** Refuses with `not-editable`. */
export function requireDraft({ paper, statement }: Pick<LoadedStatement, 'paper' | 'statement'>): void {
  if (statement.state !== 'draft')
    throw new Refusal('not-editable', { reference: paper.reference ?? paper.id, state: statement.state });
}
