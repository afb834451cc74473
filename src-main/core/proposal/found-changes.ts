/** Changes as they are found in a copy, in the flat text that was given out, and the proposals they make. Pure. */
import type { NewParagraph, Proposal, TextEdit, TextField } from '../../contract/proposal/shapes.ts';
import { inlineText } from '../../record/rich-text/plain-text.ts';
import { PARAGRAPH_END, type FlatText } from './flat-text.ts';
import { joinInlines, type IndexedBlock } from './text-index.ts';
import type { Signed } from './tracked-edits.ts';

export interface FoundChange extends Signed {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly NewParagraph[];
}

export const NO_WORDS: NewParagraph = { heading: null, list: null, content: [] };

const isBare = (parts: readonly NewParagraph[]): boolean => parts.length === 1 && parts[0]?.content.length === 0;

/** Neighbouring changes of one person are one; `changes` in the order of the text. */
function joinedChanges(changes: readonly FoundChange[]): FoundChange[] {
  const joined: FoundChange[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last?.to !== change.from || last.author !== change.author || last.move !== change.move) {
      joined.push(change);
      continue;
    }
    const [first = NO_WORDS, ...rest] = change.parts;
    const end = last.parts.at(-1) ?? NO_WORDS;
    const between = { ...(last.parts.length > 1 ? end : first), content: joinInlines(end.content, first.content) };
    joined[joined.length - 1] = { ...last, to: change.to, parts: [...last.parts.slice(0, -1), between, ...rest] };
  }
  return joined;
}

/** Places of a paragraph in the flat text. */
interface Room {
  readonly start: number;
  readonly end: number;
  readonly cell: string | null;
}
const roomsOf = (flat: FlatText): readonly Room[] =>
  flat.blocks.map(({ id, text, cell }) => {
    const start = flat.at({ block: id, offset: 0 }) ?? 0;
    return { start, end: start + text.length, cell };
  });

/** Whether somebody put words where all of a paragraph's own went: they keep it. */
function isFilled(changes: readonly FoundChange[], index: number, { start }: Room): boolean {
  const [before, change, behind] = [changes[index - 1], changes[index], changes[index + 1]];
  if (!change) return false;
  const comesBehind = behind?.from === change.to && (behind.parts[0]?.content.length ?? 0) > 0;
  const stoodBefore = before?.to === change.from && before.from >= start;
  return comesBehind || (stoodBefore && (before.parts.at(-1)?.content.length ?? 0) > 0);
}

/**
 * A paragraph whose words all went goes with its end: with the one behind it, or before it where it is the last. Where several of the last
 * ones went, each takes the end before it, so that no end is taken twice.
 */
function withEnds(changes: readonly FoundChange[], flat: FlatText): FoundChange[] {
  const rooms = roomsOf(flat);
  const at = new Map(rooms.map((room, index) => [room.start, index]));
  const ended = [...changes];
  /** The paragraph whose end before it is taken already. */
  let takenBefore = -1;
  for (let index = changes.length - 1; index >= 0; index -= 1) {
    const change = changes[index];
    const place = change ? (at.get(change.from) ?? -1) : -1;
    const room = rooms[place];
    if (!change || room?.end !== change.to || room.start === room.end || !isBare(change.parts)) continue;
    if (isFilled(changes, index, room)) continue;
    const [previous, next] = [rooms[place - 1], rooms[place + 1]];
    const mayTakeBehind = next?.cell === room.cell && takenBefore !== place + 1;
    if (mayTakeBehind) {
      const isFree = (changes[index + 1]?.from ?? Infinity) > change.to;
      if (isFree) ended[index] = { ...change, to: change.to + PARAGRAPH_END.length };
      continue;
    }
    const isFreeBefore = (changes[index - 1]?.to ?? -1) < change.from;
    if (previous?.cell !== room.cell || !isFreeBefore) continue;
    ended[index] = { ...change, from: change.from - PARAGRAPH_END.length };
    takenBefore = place;
  }
  return ended;
}

/** The blank that parted two sentences parts two paragraphs no more. */
function withoutBlanks(changes: readonly FoundChange[], { text }: FlatText): FoundChange[] {
  return changes.map((change, index): FoundChange => {
    if (change.parts.length === 1 || (change.parts.at(-1)?.content.length ?? 0) > 0) return change;
    const limit = changes[index + 1]?.from ?? text.length;
    let { to } = change;
    while (to < limit && text[to] === ' ') to += 1;
    return { ...change, to };
  });
}

const CONTEXT = 60;

/** Words around a place, cut between words. */
const wordsBefore = (text: string, at: number): string =>
  at <= CONTEXT ? text.slice(0, at) : `…${text.slice(at - CONTEXT, at).replace(/^\S*/, '')}`;
const wordsBehind = (text: string, at: number): string =>
  text.length - at <= CONTEXT ? text.slice(at) : `${text.slice(at, at + CONTEXT).replace(/\S*$/, '')}…`;

function kindOf({ move }: Signed, removed: string, added: string): Proposal['kind'] {
  if (move !== null) return 'moved';
  if (removed === '') return 'added';
  return added === '' ? 'removed' : 'changed';
}

/** Whole paragraphs are shown by themselves, words with what stands around them. */
function contextOf(flat: FlatText, { from, to }: TextEdit, edit: FoundChange): Pick<Proposal, 'before' | 'after'> {
  const [first, last]: (IndexedBlock | undefined)[] = [flat.block(from.block), flat.block(to.block)];
  const [left, right] = [first?.text.slice(0, from.offset) ?? '', last?.text.slice(to.offset) ?? ''];
  const [head, tail] = [edit.parts[0]?.content.length ?? 0, edit.parts.at(-1)?.content.length ?? 0];
  const isWhole =
    edit.from === edit.to
      ? edit.parts.length > 1 && ((right === '' && head === 0) || (left === '' && tail === 0))
      : isBare(edit.parts) && (left === '' || right === '') && first !== last;
  if (isWhole || !first || !last) return { before: '', after: '' };
  return { before: wordsBefore(first.text, from.offset), after: wordsBehind(last.text, to.offset) };
}

interface Counted {
  next: number;
}

/** What went in one place and came in another is one proposal. */
export function proposalsOf(
  field: TextField,
  flat: FlatText,
  found: readonly FoundChange[],
  count: Counted,
): Proposal[] {
  const proposals: Proposal[] = [];
  const moves = new Map<string, number>();
  for (const change of withoutBlanks(withEnds(joinedChanges(found), flat), flat)) {
    const { author, at, move } = change;
    const edit: TextEdit = {
      from: flat.pointAt(change.from),
      to: flat.pointAt(change.to),
      parts: [...change.parts],
    };
    const shown = (text: string): string =>
      text.replaceAll(PARAGRAPH_END, '\n').replace(/^\n|\n$/g, (end) => (text.length > 1 ? '' : end));
    const removed = shown(flat.text.slice(change.from, change.to));
    const added = shown(change.parts.map(({ content }) => inlineText(content)).join(PARAGRAPH_END));
    const known = move === null ? undefined : moves.get(move);
    const partner = known === undefined ? undefined : proposals[known];
    if (known !== undefined && partner) {
      proposals[known] = {
        ...partner,
        removed: partner.removed || removed,
        added: partner.added || added,
        edits: [...partner.edits, edit],
      };
      continue;
    }
    if (move !== null) moves.set(move, proposals.length);
    proposals.push({
      id: String(count.next),
      kind: kindOf(change, removed, added),
      field,
      author,
      at,
      removed,
      added,
      ...contextOf(flat, edit, change),
      edits: [edit],
    });
    count.next += 1;
  }
  return proposals;
}
