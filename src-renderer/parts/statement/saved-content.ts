/** What is stored beside what was sent. */
import type { StatementContent, StatementDraft } from '../../../src-main/contract/statement/shapes.ts';
import { problemOf } from '../../data/core.ts';
import { sameContent } from './same-content.ts';

export function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** The program was killed between saving and answering, and the save was sent again: what is stored is what was sent. */
export function storedBefore(error: unknown, content: StatementContent): StatementDraft {
  const { code, details } = problemOf(error);
  const theirs = details['actual'] as StatementDraft | undefined;
  const isOurs =
    code === 'conflict' && theirs && sameContent(withRegisterOriginators(content, theirs.content), theirs.content);
  if (!isOurs) throw error;
  return theirs;
}

/** A number that was just linked brings its originators from the register. */
export function withRegisterOriginators(mine: StatementContent, stored: StatementContent): StatementContent {
  const answers = mine.answers.map((answer, index) => {
    const known = stored.answers[index];
    return answer.originators.length === 0 && known && known.originators.length > 0 ? known : answer;
  });
  return answers.some((answer, index) => answer !== mine.answers[index]) ? { ...mine, answers } : mine;
}
