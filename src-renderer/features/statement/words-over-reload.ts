/**
 * Words that wait to be saved while nobody answers, over a reload of the window: kept in the tab's own memory, which ends with it, and offered
 * again to the same statement.
 */
import * as z from 'zod';
import { statementContentSchema, type StatementContent } from '../../../src-main/contract/statement/shapes.ts';

const keptSchema = z.object({ revision: z.number().int(), content: statementContentSchema });
const keyOf = (id: string): string => `words:${id}`;

export function keepOverReload(id: string, revision: number, content: StatementContent): void {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify({ revision, content }));
  } catch {
    // A tab without memory of its own, or a full one: the window has warned before.
  }
}

/** Once: what is taken is no longer kept. Null where nothing was, or nothing that can be read. */
export function takeAfterReload(id: string): { readonly revision: number; readonly content: StatementContent } | null {
  try {
    const text = sessionStorage.getItem(keyOf(id));
    sessionStorage.removeItem(keyOf(id));
    const found = keptSchema.safeParse(JSON.parse(text ?? 'null'));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}
