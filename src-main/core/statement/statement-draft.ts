/** Reading a statement as the window edits it: paper, statement and answered papers put together. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { AnsweredPaper, StatementContent, StatementDraft } from '../../contract/statement/shapes.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import { findPaper } from '../paper/find-paper.ts';
import type { Paper } from '../paper/paper.ts';
import type { PaperReader, StatementReader } from '../ports/ports.ts';
import { unreadPart } from '../../base/normalise.ts';
import type { Statement } from './statement.ts';

interface Readers {
  readonly papers: PaperReader;
  readonly statements: StatementReader;
}

export interface LoadedStatement {
  readonly paper: Paper;
  readonly statement: Statement;
  readonly answered: readonly Paper[];
}

function answeredPaper(paper: Paper): AnsweredPaper {
  return {
    reference: paper.reference ?? '',
    paperType: paper.paperType,
    originators: [...paper.originators],
    printedOriginators: paper.printedOriginators,
  };
}

const earliest = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;

function contentOf({ paper, statement, answered }: LoadedStatement): StatementContent {
  return {
    name: paper.name,
    date: paper.date,
    ...unreadPart(paper),
    publicity: paper.publicity,
    bodyName: statement.bodyName,
    leadUnit: paper.leadUnit,
    answers: answered.map(answeredPaper),
    consultations: [...paper.consultations],
    quotation: statement.quotation,
    hinge: statement.hinge,
    reply: statement.reply,
    signatory: statement.signatory,
    contact: statement.contact,
    ...statement.further,
    receivedOn: earliest(answered.map(({ receivedOn }) => receivedOn ?? null)),
  };
}

export function draftOf(loaded: LoadedStatement): StatementDraft {
  const { paper, statement } = loaded;
  return {
    id: paper.id,
    reference: paper.reference,
    state: statement.state,
    edition: statement.edition,
    revision: paper.revision,
    quotationSource: statement.quotationSource,
    quotationLocked: statement.quotationLocked,
    updatedAt: paper.updatedAt,
    content: contentOf(loaded),
  };
}

export async function loadStatement(stores: Readers, paper: Paper): Promise<LoadedStatement> {
  const statement = await stores.statements.get(paper.id);
  if (!statement) throw new Refusal('not-a-statement', { reference: paper.reference ?? paper.id });
  const answered: Paper[] = [];
  for (const id of await stores.statements.answers(paper.id)) {
    const found = await stores.papers.get(id);
    if (found) answered.push(found);
  }
  return { paper, statement, answered };
}

/** By number, id or beginning of the id; refuses with `not-found`, and with `not-a-statement` for other papers. */
export async function findStatement(
  stores: Readers,
  ref: string,
  patterns: readonly NumberPattern[],
): Promise<LoadedStatement> {
  return loadStatement(stores, await findPaper(stores.papers, ref, patterns));
}
