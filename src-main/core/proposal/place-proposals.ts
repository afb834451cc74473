/** Proposals beside the text as it is now: what is open, done, refused or no longer possible; and the text with some of them in it. Pure. */
import type { Ground, Passage, PlacedProposal, Proposal, TextEdit, TextField } from '../../contract/proposal/shapes.ts';
import { applyEdit } from './apply-edit.ts';
import { Grounds, placeEdit, placePassage, type PlacedEdit } from './place-edit.ts';

type WordsEdit = Extract<TextEdit, { kind: 'words' }>;

export interface PlacingInput {
  readonly proposals: readonly Proposal[];
  /** The texts that were given out. */
  readonly ground: Ground;
  readonly now: Ground;
  readonly refused: ReadonlySet<string>;
  /** Remarks that stand among the comments of the statement already. */
  readonly kept: ReadonlySet<string>;
  readonly isQuotationLocked: boolean;
}

/** Changes of words in one block that touch each other, in their order. */
function touchingEdits(proposals: readonly Proposal[]): ReadonlyMap<WordsEdit, readonly WordsEdit[]> {
  const byBlock = new Map<string, WordsEdit[]>();
  for (const { field, edits } of proposals)
    for (const edit of edits) {
      if (edit.kind !== 'words') continue;
      const key = `${field} ${edit.block}`;
      byBlock.set(key, [...(byBlock.get(key) ?? []), edit]);
    }
  const touching = new Map<WordsEdit, readonly WordsEdit[]>();
  for (const edits of byBlock.values()) {
    let group: WordsEdit[] = [];
    for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
      const before = group.at(-1);
      if (before && before.end < edit.start) group = [];
      group.push(edit);
      touching.set(edit, group);
    }
  }
  return touching;
}

export class Placing {
  readonly #input: PlacingInput;
  readonly #grounds: Readonly<Record<TextField, Grounds>>;
  readonly #touching: ReadonlyMap<WordsEdit, readonly WordsEdit[]>;

  constructor(input: PlacingInput) {
    this.#input = input;
    this.#touching = touchingEdits(input.proposals);
    this.#grounds = {
      quotation: new Grounds(input.ground.quotation, input.now.quotation),
      reply: new Grounds(input.ground.reply, input.now.reply),
    };
  }

  #edits({ field, edits }: Proposal): readonly PlacedEdit[] {
    return edits.map((edit) =>
      placeEdit(this.#grounds[field], edit, edit.kind === 'words' ? (this.#touching.get(edit) ?? [edit]) : []),
    );
  }

  #remark(proposal: Proposal, passage: Passage | null): PlacedProposal {
    const place = passage && placePassage(this.#grounds[proposal.field], passage);
    const { refused, kept } = this.#input;
    const state = kept.has(proposal.id) ? 'applied' : refused.has(proposal.id) ? 'refused' : 'open';
    return { ...proposal, state, place };
  }

  place(proposal: Proposal): PlacedProposal {
    if (proposal.remark) return this.#remark(proposal, proposal.remark.passage);
    const edits = this.#edits(proposal);
    const place = edits.find((edit) => edit.place !== null)?.place ?? null;
    // Of two halves the one that is done stays done; one that moved on holds the whole.
    if (edits.every(({ state }) => state === 'applied')) return { ...proposal, state: 'applied', place };
    if (this.#input.refused.has(proposal.id)) return { ...proposal, state: 'refused', place };
    if (edits.some(({ state }) => state === 'moved-on')) return { ...proposal, state: 'moved-on', place };
    const isLocked = proposal.field === 'quotation' && this.#input.isQuotationLocked;
    return { ...proposal, state: isLocked ? 'locked' : 'open', place };
  }

  all(): PlacedProposal[] {
    return this.#input.proposals.map((proposal) => this.place(proposal));
  }

  /** What is left to be done of a proposal, with the places it has now. */
  openEdits(proposal: Proposal): readonly TextEdit[] {
    return this.#edits(proposal).flatMap((edit) => (edit.state === 'open' ? [edit.edit] : []));
  }
}

export interface Applied {
  readonly now: Ground;
  /** Ids of those that were carried out. */
  readonly done: readonly string[];
}

/** From the last to the first, so that no change moves the place of one before it within its paragraph. */
const fromTheEnd = (edits: readonly TextEdit[]): TextEdit[] =>
  [...edits].sort((a, b) => ('start' in b ? b.start : 0) - ('start' in a ? a.start : 0));

/** Carries out the open ones among `ids`, one after the other; remarks are none of the text. */
export function applyProposals(input: PlacingInput, ids: ReadonlySet<string>): Applied {
  let { now } = input;
  const done: string[] = [];
  for (const proposal of input.proposals) {
    if (!ids.has(proposal.id) || proposal.remark) continue;
    // A refusal that is taken back.
    const refused = new Set([...input.refused].filter((id) => id !== proposal.id));
    const placing = new Placing({ ...input, now, refused });
    if (placing.place(proposal).state !== 'open') continue;
    const { field } = proposal;
    let text: Ground[TextField] | null = now[field];
    for (const edit of fromTheEnd(placing.openEdits(proposal))) text = text && applyEdit(text, edit);
    if (!text) continue;
    now = { ...now, [field]: text };
    done.push(proposal.id);
  }
  return { now, done };
}
