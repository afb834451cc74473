/** A paper being entered that is not in the register yet: kept on this machine, so that leaving the page loses nothing. */
import { paperContentSchema, type PaperContent } from '../../../src-main/contract/statement.ts';

const KEY = 'stellwerk-neuer-eingang';

export function readUnfinished(): PaperContent | null {
  try {
    return paperContentSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return null;
  }
}

export function keepUnfinished(content: PaperContent): void {
  localStorage.setItem(KEY, JSON.stringify(content));
}

export function forgetUnfinished(): void {
  localStorage.removeItem(KEY);
}
