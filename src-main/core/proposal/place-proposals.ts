/** Proposals beside the text as it is now: what is open, done, refused or no longer possible; and the text with some of them in it. Pure. */
import type { Ground, Passage, PlacedProposal, Proposal, TextEdit, TextField } from '../../contract/proposal/shapes.ts';
import type { Block, RichText } from '../../record/rich-text/rich-text.ts';
import { withIds } from '../../record/rich-text/block-ids.ts';
import { applyEdit } from './apply-edit.ts';
import { FlatText } from './flat-text.ts';
import type { Stretch } from './mapping.ts';
import { Grounds, type PlacedEdit } from './place-edit.ts';

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

const FIELDS = ['quotation', 'reply'] as const;

export class Placing {
  readonly #input: PlacingInput;
  readonly #grounds: Readonly<Record<TextField, Grounds>>;
  readonly #placed: ReadonlyMap<TextEdit, PlacedEdit>;

  constructor(input: PlacingInput) {
    this.#input = input;
    this.#grounds = {
      quotation: new Grounds(input.ground.quotation, input.now.quotation),
      reply: new Grounds(input.ground.reply, input.now.reply),
    };
    const editsOf = (field: TextField): TextEdit[] =>
      input.proposals.flatMap((proposal) => (proposal.field === field ? proposal.edits : []));
    this.#placed = new Map(FIELDS.flatMap((field) => [...this.#grounds[field].placeAll(editsOf(field))]));
  }

  /** Within one paragraph: what reaches over several is shown where it begins. */
  #passage(field: TextField, place: Stretch | null): Passage | null {
    if (place === null) return null;
    const { now } = this.#grounds[field];
    const { block, offset } = now.pointAt(place.from);
    if (block === null) return null;
    const length = now.block(block)?.text.length ?? 0;
    return { block, start: offset, end: Math.min(offset + place.to - place.from, length) };
  }

  #remark(proposal: Proposal, passage: Passage | null): PlacedProposal {
    const { field, id } = proposal;
    const found = passage && this.#grounds[field].placePassage(passage.block, passage.start, passage.end);
    const { refused, kept } = this.#input;
    const state = kept.has(id) ? 'applied' : refused.has(id) ? 'refused' : 'open';
    return { ...proposal, state, place: this.#passage(field, found) };
  }

  #place(proposal: Proposal): PlacedProposal {
    if (proposal.remark) return this.#remark(proposal, proposal.remark.passage);
    const edits = proposal.edits.map((edit) => this.#placed.get(edit));
    const place = this.#passage(proposal.field, edits.find((edit) => edit?.place)?.place ?? null);
    // Of two halves the one that is done stays done; one that moved on holds the whole.
    if (edits.every((edit) => edit?.state === 'applied')) return { ...proposal, state: 'applied', place };
    if (this.#input.refused.has(proposal.id)) return { ...proposal, state: 'refused', place };
    if (edits.some((edit) => edit?.state === 'moved-on')) return { ...proposal, state: 'moved-on', place };
    const isLocked = proposal.field === 'quotation' && this.#input.isQuotationLocked;
    return { ...proposal, state: isLocked ? 'locked' : 'open', place };
  }

  all(): PlacedProposal[] {
    return this.#input.proposals.map((proposal) => this.#place(proposal));
  }

  /** What is left to be done of the open ones among `ids`, with the places of now. */
  openEdits(ids: ReadonlySet<string>): readonly OpenEdit[] {
    return this.all().flatMap(({ id, field, state, remark, edits }) =>
      ids.has(id) && state === 'open' && !remark
        ? edits.flatMap((edit): OpenEdit[] => {
            const placed = this.#placed.get(edit);
            return placed?.state === 'open' && placed.place ? [{ id, field, edit, place: placed.place }] : [];
          })
        : [],
    );
  }
}

interface OpenEdit {
  readonly id: string;
  readonly field: TextField;
  readonly edit: TextEdit;
  readonly place: Stretch;
}

export interface Applied {
  readonly now: Ground;
  /** Ids of those that were carried out. */
  readonly done: readonly string[];
}

/** Without those that lie over one before them: both cannot be. */
function apart(edits: readonly OpenEdit[]): OpenEdit[] {
  const kept: OpenEdit[] = [];
  const skipped = new Set<string>();
  for (const open of [...edits].sort((a, b) => a.place.from - b.place.from || a.place.to - b.place.to)) {
    if (open.place.from < (kept.at(-1)?.place.to ?? 0)) skipped.add(open.id);
    else kept.push(open);
  }
  return kept.filter(({ id }) => !skipped.has(id));
}

/**
 * Changes from the end to the beginning, so that none moves the place of one before it. Each is carried out on the blocks it touches alone, so
 * that many changes of a long text take no longer than reading it; new blocks are named at once, because the next change may stand in them.
 */
function carriedOut(
  text: RichText,
  edits: readonly OpenEdit[],
  newId: () => string,
): { readonly text: RichText; readonly done: readonly string[] } {
  const flat = new FlatText(text);
  const slots: Block[][] = text.content.map((block) => [block]);
  const startOf = new Map<number, number>();
  for (const { id, top } of flat.blocks)
    if (!startOf.has(top)) startOf.set(top, flat.at({ block: id, offset: 0 }) ?? 0);
  const topAt = (place: number): number => flat.block(flat.pointAt(place).block)?.top ?? 0;
  const done: string[] = [];
  for (const { id, edit, place } of [...edits].reverse()) {
    const [first, last] = [topAt(place.from), topAt(place.to)];
    const part: RichText = { type: 'doc', content: slots.slice(first, last + 1).flat() };
    const local = new FlatText(part);
    const start = startOf.get(first) ?? 0;
    const [from, to] = [local.pointAt(place.from - start), local.pointAt(place.to - start)];
    const changed = applyEdit(part, { ...edit, from, to });
    if (!changed) continue;
    slots.splice(
      first,
      last + 1 - first,
      withIds(changed, newId).content,
      ...slots.slice(first + 1, last + 1).map(() => []),
    );
    done.push(id);
  }
  return { text: { ...text, content: slots.flat() }, done };
}

/** Carries out the open ones among `ids`; remarks are none of the text. */
export function applyProposals(input: PlacingInput, ids: ReadonlySet<string>, newId: () => string): Applied {
  // Accepting takes a refusal back.
  const refused = new Set([...input.refused].filter((id) => !ids.has(id)));
  const open = new Placing({ ...input, refused }).openEdits(ids);
  const done = new Set<string>();
  let { now } = input;
  for (const field of FIELDS) {
    const edits = apart(open.filter((one) => one.field === field));
    if (edits.length === 0) continue;
    const carried = carriedOut(now[field], edits, newId);
    now = { ...now, [field]: carried.text };
    for (const id of carried.done) done.add(id);
  }
  return { now, done: input.proposals.flatMap(({ id }) => (done.has(id) ? [id] : [])) };
}
