/** Draft → released → issued → dispatched, and back for a correction. A forbidden step says why. Pure. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { StatementState } from '../../contract/statement/shapes.ts';
import { stepTexts } from '../../contract/issue/texts-de.ts';
import type { LoadedStatement } from './statement-draft.ts';

export type Step =
  | 'edit'
  | 'release'
  | 'return'
  | 'take-up'
  | 'put-back'
  | 'protocol'
  | 'change-signatory'
  | 'issue'
  | 'correct'
  | 'withdraw'
  | 'dispatch'
  | 'redact';

const ALLOWED_IN: Record<Step, readonly StatementState[]> = {
  edit: ['draft'],
  release: ['draft'],
  return: ['released'],
  'take-up': ['imported'],
  'put-back': ['draft'],
  protocol: ['released', 'issued', 'dispatched'],
  'change-signatory': ['draft', 'released'],
  issue: ['released'],
  correct: ['issued', 'dispatched'],
  withdraw: ['issued', 'dispatched'],
  dispatch: ['issued', 'dispatched'],
  redact: ['issued', 'dispatched'],
};

/** Refuses with `step-forbidden`. */
export function requireStep(loaded: LoadedStatement, step: Step): void {
  if (!ALLOWED_IN[step].includes(loaded.statement.state)) refuseStep(loaded, step);
}

/** The state alone does not forbid it, what happened before does. */
export function refuseStep({ paper, statement }: LoadedStatement, step: Step): never {
  throw new Refusal('step-forbidden', {
    reference: paper.reference ?? paper.id,
    state: stepTexts.states[statement.state],
    why: stepTexts.why[step]?.[statement.state] ?? '',
    step,
  });
}
