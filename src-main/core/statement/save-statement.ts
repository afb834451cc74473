/** One way to write a statement, used by saving, creating and importing: paper, statement, answers, version and log in one transaction. */
import { Refusal } from '../../contract/shared/errors.ts';
import { furtherOf } from '../../record/statement-fields.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import { statementContentSchema, type StatementContent, type StatementDraft } from '../../contract/statement/shapes.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import type { WriteStores } from '../ports/ports.ts';
import { unreadPart } from '../../base/normalise.ts';
import { schemaProblem } from '../../contract/shared/schema-problem-de.ts';
import { parseReference } from '../paper/paper-reference.ts';
import { takeOverPoints } from '../point/keep-points.ts';
import { linkAnswers } from './answered-papers.ts';
import { draftOf, loadStatement } from './statement-draft.ts';
import type { Statement } from './statement.ts';
import { problems } from '../../contract/shared/problems-de.ts';

/** Saves closer together than this become one version. */
const MERGE_VERSIONS_MS = 10 * 60 * 1000;

export interface StatementWrite {
  readonly id: string;
  readonly reference: string | null;
  readonly originalReference: string | null;
  readonly revision: number;
  readonly content: StatementContent;
  readonly state: Statement['state'];
  readonly edition: number;
  readonly quotationSource: string | null;
  readonly quotationLocked: boolean;
  readonly action:
    | 'statement-created'
    | 'statement-saved'
    | 'statement-imported'
    | 'number-given'
    | 'quotation-unlocked'
    | 'statement-taken-up'
    | 'statement-put-back'
    | 'statement-released'
    | 'statement-returned'
    | 'signatory-changed'
    | 'statement-issued'
    | 'statement-dispatched'
    | 'version-restored'
    | 'correction-begun';
  /** Text for papers that the register does not know yet. */
  readonly answeredText: RichText;
}

export interface WriteContext {
  readonly now: string;
  readonly newId: () => string;
  readonly patterns: readonly NumberPattern[];
}

export async function writeStatement(
  stores: WriteStores,
  write: StatementWrite,
  context: WriteContext,
): Promise<StatementDraft> {
  const { content } = write;
  // What cannot be read back must not get in: the contract's limits hold for every way of writing.
  const valid = statementContentSchema.safeParse(content);
  if (!valid.success)
    throw new Refusal('input-invalid', { problem: schemaProblem(valid.error, content, problems.statement) });
  const parsed = write.reference === null ? undefined : parseReference(write.reference, context.patterns);
  const paper = {
    id: write.id,
    paperType: 'statement' as const,
    class: parsed?.class ?? '',
    reference: write.reference,
    originalReference: write.originalReference,
    year: parsed?.year ?? (content.date === null ? null : Number(content.date.slice(0, 4))),
    name: content.name,
    date: content.date,
    ...unreadPart(content),
    publicity: content.publicity,
    leadUnit: content.leadUnit,
    originators: [],
    printedOriginators: '',
    consultations: content.consultations,
    text: null,
    revision: write.revision,
    updatedAt: context.now,
  };
  await stores.papers.save(paper);
  await stores.statements.save(write.id, {
    bodyName: content.bodyName,
    state: write.state,
    edition: write.edition,
    quotation: content.quotation,
    quotationSource: write.quotationSource,
    quotationLocked: write.quotationLocked,
    hinge: content.hinge,
    reply: content.reply,
    signatory: content.signatory,
    contact: content.contact,
    further: furtherOf(content),
  });
  const begun = await linkAnswers(stores, write.id, content.answers, {
    ...context,
    name: content.name,
    text: write.answeredText,
    publicity: content.publicity,
    printedWins: write.action === 'statement-imported',
    receivedOn: write.action === 'statement-imported' ? content.receivedOn : null,
  });
  // What is taken over finished was answered elsewhere.
  if (write.action !== 'statement-imported')
    for (const answered of begun) await takeOverPoints(stores, answered, context);
  const draft = draftOf(await loadStatement(stores, paper));
  await stores.versions.keep('statement', {
    paperId: write.id,
    revision: write.revision,
    snapshot: JSON.stringify(draft.content),
    at: context.now,
    mergeWithinMs: write.action === 'statement-saved' ? MERGE_VERSIONS_MS : 0,
  });
  await stores.log.append({ action: write.action, entity: 'statement', entityId: write.id, revision: write.revision });
  return draft;
}
