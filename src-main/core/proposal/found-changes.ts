/** Changes as they are found in a copy, and the proposals they make. Pure. */
import type { Proposal, TextEdit } from '../../contract/proposal/shapes.ts';
import type { GroundBlock } from './match-paragraphs.ts';
import type { Signed } from './tracked-edits.ts';

/** A change with the block it stands at, on its way to a proposal. */
export interface Found extends Signed {
  readonly block: GroundBlock | null;
  readonly field: GroundBlock['field'];
  readonly edit: TextEdit;
  readonly removed: string;
  readonly added: string;
}

const CONTEXT = 60;

type WordsEdit = Extract<TextEdit, { kind: 'words' }>;
const isTextEdit = (edit: TextEdit): edit is WordsEdit => edit.kind === 'words';

function kindOf({ edit, removed, added, move }: Found): Proposal['kind'] {
  if (move !== null) return 'moved';
  if (edit.kind === 'insert' || (removed === '' && isTextEdit(edit))) return 'added';
  return edit.kind === 'drop' || (added === '' && isTextEdit(edit)) ? 'removed' : 'changed';
}

/** What went in one place and came in another is one proposal; so are paragraphs in a row that one person took out. */
export function proposalsOf(found: readonly Found[]): Proposal[] {
  const proposals: Proposal[] = [];
  const moves = new Map<string, number>();
  for (const [index, one] of found.entries()) {
    const { block, edit, removed, added, author, at, move, field } = one;
    const previous = found[index - 1];
    const last = proposals.at(-1);
    const goesOn =
      edit.kind === 'drop' &&
      previous?.edit.kind === 'drop' &&
      previous.author === author &&
      previous.move === move &&
      previous.field === field;
    const known = move === null ? undefined : moves.get(move);
    const partner = known === undefined ? (goesOn ? last : undefined) : proposals[known];
    if (partner) {
      const merged: Proposal = {
        ...partner,
        removed: [partner.removed, removed].filter(Boolean).join('\n'),
        added: [partner.added, added].filter(Boolean).join('\n'),
        edits: [...partner.edits, edit],
      };
      proposals[known ?? proposals.length - 1] = merged;
      continue;
    }
    const [start, end] = isTextEdit(edit) || edit.kind === 'break' ? [edit.start, edit.end] : [0, 0];
    const isWords = isTextEdit(edit) || edit.kind === 'break';
    if (move !== null) moves.set(move, proposals.length);
    proposals.push({
      id: String(proposals.length + 1),
      kind: kindOf(one),
      field,
      author,
      at,
      before: isWords ? (block?.text.slice(Math.max(0, start - CONTEXT), start) ?? '') : '',
      removed,
      added,
      after: isWords ? (block?.text.slice(end, end + CONTEXT) ?? '') : '',
      edits: [edit],
    });
  }
  return proposals;
}
