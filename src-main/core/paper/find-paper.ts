/** Finds a paper by what people type: its number in any spelling, its id, or the unambiguous beginning of its id. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import type { PaperReader } from '../ports/ports.ts';
import type { Paper } from './paper.ts';
import { normalTyped } from './paper-reference.ts';

const SHORTEST_PREFIX = 4;

export async function findPaper(papers: PaperReader, ref: string, patterns: readonly NumberPattern[]): Promise<Paper> {
  const wanted = ref.trim();
  const byReference = await papers.findByReference(normalTyped(wanted, patterns) ?? wanted);
  if (byReference) return byReference;
  if (wanted.length >= SHORTEST_PREFIX && /^[0-9a-f-]+$/i.test(wanted)) {
    const ids = await papers.idsByPrefix(wanted.toLowerCase(), 3);
    if (ids.length > 1) throw new Refusal('ambiguous-reference', { reference: wanted, matches: [...ids] });
    const paper = ids[0] === undefined ? undefined : await papers.get(ids[0]);
    if (paper) return paper;
  }
  const discarded = await papers.findDiscarded(normalTyped(wanted, patterns) ?? wanted);
  if (discarded)
    throw new Refusal('paper-discarded', {
      reference: wanted === discarded.id ? discarded.name : wanted,
      id: discarded.id,
    });
  throw new Refusal('not-found', { reference: wanted });
}
