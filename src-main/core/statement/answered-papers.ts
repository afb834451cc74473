/** The papers a statement answers: linked by number, entered when the register does not know them yet. */
import type { IsoDate } from '../../base/german-date.ts';
import type { DraftPublicity } from '../../record/basics.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import { EMPTY_RICH_TEXT, type RichText } from '../../record/rich-text/rich-text.ts';
import type { AnsweredPaper } from '../../contract/statement/shapes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { takeNumber } from '../number/give-number.ts';
import { normalReference, parseReference } from '../paper/paper-reference.ts';
import type { Paper } from '../paper/paper.ts';
import type { WriteStores } from '../ports/ports.ts';
import { withIds } from '../../record/rich-text/block-ids.ts';

export interface AnswersContext {
  readonly newId: () => string;
  readonly now: string;
  readonly patterns: readonly NumberPattern[];
  /** Name and text a newly entered paper starts with. */
  readonly name: string;
  readonly text: RichText;
  /** What is entered here was read from the statement and is as public as it. */
  readonly publicity: DraftPublicity;
  /** On import the printed originators win over those of the register, so that nothing printed is lost. */
  readonly printedWins: boolean;
  /** Read from the statement: noted where the register knows no day of receipt. */
  readonly receivedOn: IsoDate | null;
}

function sameOriginators(paper: Paper, answer: AnsweredPaper): boolean {
  return (
    canonicalJson(paper.originators) === canonicalJson(answer.originators) &&
    paper.printedOriginators === answer.printedOriginators
  );
}

function newPaper(answer: AnsweredPaper, reference: string | null, context: AnswersContext): Paper {
  const parsed = reference === null ? undefined : parseReference(reference, context.patterns);
  return {
    id: context.newId(),
    paperType: parsed?.paperType ?? (answer.paperType === 'statement' ? 'other' : answer.paperType),
    class: parsed?.class ?? '',
    reference,
    originalReference: reference === answer.reference.trim() ? null : answer.reference.trim() || null,
    year: parsed?.year ?? null,
    name: context.name,
    date: null,
    receivedOn: context.receivedOn,
    publicity: context.publicity,
    leadUnit: '',
    originators: answer.originators,
    printedOriginators: answer.printedOriginators,
    consultations: [],
    text: withIds(context.text.content.length === 0 ? EMPTY_RICH_TEXT : context.text, context.newId),
    revision: 1,
    updatedAt: context.now,
  };
}

/**
 * Links the statement to the papers it answers. Originators belong to the answered paper: editing them in a statement that was linked
 * before edits them for every statement on it; a paper linked for the first time brings its own. Answers those linked for the first time.
 */
export async function linkAnswers(
  stores: WriteStores,
  statementId: string,
  answers: readonly AnsweredPaper[],
  context: AnswersContext,
): Promise<readonly Paper[]> {
  const linkedBefore = await stores.statements.answers(statementId);
  const nameless: Paper[] = [];
  for (const id of linkedBefore) {
    const paper = await stores.papers.get(id);
    if (paper?.reference === null) nameless.push(paper);
  }
  const ids: string[] = [];
  const begun: Paper[] = [];
  for (const answer of answers) {
    const typed = answer.reference.trim();
    if (typed === '' && answer.originators.length === 0) continue;
    const reference = typed === '' ? null : (normalReference(typed, context.patterns) ?? typed);
    const existing = reference === null ? nameless.shift() : await stores.papers.findByReference(reference);
    if (!existing) {
      const paper = newPaper(answer, reference, context);
      await stores.papers.save(paper);
      const number = reference === null ? undefined : parseReference(reference, context.patterns);
      // The paper came with its number; a statement's number stays untouched here.
      if (number && number.paperType !== 'statement') await takeNumber(stores, number, paper.id, context.patterns);
      await stores.log.append({ action: 'paper-entered', entity: 'paper', entityId: paper.id, revision: 1 });
      ids.push(paper.id);
      begun.push(paper);
      continue;
    }
    const mayChange = context.printedWins || linkedBefore.includes(existing.id) || existing.originators.length === 0;
    const originators = mayChange && !sameOriginators(existing, answer) ? answer : existing;
    const receivedOn = existing.receivedOn ?? context.receivedOn;
    if (originators !== existing || receivedOn !== (existing.receivedOn ?? null)) {
      const revision = existing.revision + 1;
      await stores.papers.save({
        ...existing,
        originators: originators.originators,
        printedOriginators: originators.printedOriginators,
        receivedOn,
        revision,
        updatedAt: context.now,
      });
      const action = originators === existing ? 'receipt-noted' : 'originators-changed';
      await stores.log.append({ action, entity: 'paper', entityId: existing.id, revision });
    }
    if (!ids.includes(existing.id) && existing.id !== statementId) {
      ids.push(existing.id);
      if (!linkedBefore.includes(existing.id)) begun.push(existing);
    }
  }
  await stores.statements.setAnswers(statementId, ids);
  return begun;
}
