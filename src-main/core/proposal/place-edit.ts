/**
 * Where a proposed change stands in the text as it is now. Its ground is the text that was given out: where the words it concerns, and those
 * right beside them, are still the same, it can be carried out; where they already say what it proposes, it is done. Pure.
 */
import type { TextEdit } from '../../contract/proposal/shapes.ts';
import { inlineText } from '../../record/rich-text/plain-text.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import { compareWords } from '../version/compare-words.ts';
import { FlatText, PARAGRAPH_END } from './flat-text.ts';
import { heldEdits, type HeldEdit } from './held-edits.ts';
import { Mapping, type Stretch } from './mapping.ts';
import { pairBlocks } from './pair-blocks.ts';

export interface PlacedEdit {
  readonly state: 'open' | 'applied' | 'moved-on';
  /** In the flat text of now; null where nothing of it is left. */
  readonly place: Stretch | null;
}

const addedText = ({ parts }: TextEdit): string => parts.map(({ content }) => inlineText(content)).join(PARAGRAPH_END);

/** Longer paragraphs are not weighed for each change of them. */
const LONGEST_WEIGHED = 20_000;

/** Blanks at its edges belong to one or the other. */
const BLANKS = 2;

/** Signs that came and went between two texts. */
const distance = (before: string, after: string): number =>
  compareWords(before, after).reduce((sum, { kind, text }) => sum + (kind === 'same' ? 0 : text.length), 0);

const MOVED_ON: PlacedEdit = { state: 'moved-on', place: null };

/** The text that was given out beside the one of now. */
export class Grounds {
  readonly before: FlatText;
  readonly now: FlatText;
  /** Ids of now by those of before. */
  readonly #pairs: ReadonlyMap<string, string>;
  readonly #mappings = new Map<string, Mapping | null>();

  constructor(before: RichText, now: RichText) {
    this.before = new FlatText(before);
    this.now = new FlatText(now);
    this.#pairs = pairBlocks(this.before.blocks, this.now.blocks);
  }

  /** All changes at once, in any order; exact where nobody else wrote in the text. */
  placeAll(edits: readonly TextEdit[]): ReadonlyMap<TextEdit, PlacedEdit> {
    const flat = edits.map((edit) => ({ edit, from: this.before.at(edit.from), to: this.before.at(edit.to) }));
    const known = flat
      .flatMap(({ edit, from, to }) =>
        from === null || to === null ? [] : [{ edit, from, to, added: addedText(edit) }],
      )
      .sort((a, b) => a.from - b.from || a.to - b.to);
    const held = heldEdits(this.before.text, this.now.text, known);
    const exact = held
      ? new Map(known.map(({ edit }, at) => [edit, placedAs(held[at])]))
      : this.#exactInBlocks(known.map(({ edit }) => edit));
    return new Map(edits.map((edit) => [edit, exact.get(edit) ?? this.#alone(edit)]));
  }

  /** Paragraphs in which nobody else wrote, though somebody did in others. `edits` in their order. */
  #exactInBlocks(edits: readonly TextEdit[]): ReadonlyMap<TextEdit, PlacedEdit | null> {
    const within = edits.filter(({ from, to, parts }) => from.block === to.block && parts.length === 1);
    const found = new Map<TextEdit, PlacedEdit | null>();
    for (const [block, all] of Map.groupBy(within, ({ from }) => from.block)) {
      const [old, young] = [this.before.block(block), this.now.block(this.#nowOf(block))];
      const start = this.now.at({ block: young?.id ?? null, offset: 0 });
      if (!old || !young || start === null) continue;
      const flat = all.map((edit) => ({ from: edit.from.offset, to: edit.to.offset, added: addedText(edit) }));
      const held = heldEdits(old.text, young.text, flat);
      all.forEach((edit, at) => {
        const one = held?.[at];
        if (one) found.set(edit, placedAs({ ...one, from: one.from + start, to: one.to + start }));
      });
    }
    return found;
  }

  /** The paragraph of now that was this one. */
  #nowOf(block: string | null): string | null {
    return block === null ? null : (this.#pairs.get(block) ?? null);
  }

  #mapping(block: string): Mapping | null {
    const known = this.#mappings.get(block);
    if (known !== undefined) return known;
    const old = this.before.block(block);
    const young = this.now.block(this.#nowOf(block));
    const made = old && young ? new Mapping(old.text, young.text) : null;
    this.#mappings.set(block, made);
    return made;
  }

  /** In a text that was written on elsewhere, too. */
  #alone(edit: TextEdit): PlacedEdit {
    const { from, to } = edit;
    if (from.block === null || to.block === null) return MOVED_ON;
    if (this.#isOutcome(edit))
      return { ...this.#nearest(this.#nowOf(from.block) === null ? to.block : from.block), state: 'applied' };
    const place = from.block === to.block ? this.#within(edit, from.block) : this.#over(edit, from.block, to.block);
    if (place === null)
      return this.#isHeldInside(edit) ? { ...this.#nearest(from.block), state: 'applied' } : this.#gone(edit);
    if (this.#isHeldInside(edit)) return { state: 'applied', place };
    const found = this.now.text.slice(place.from, place.to);
    const old = this.before.text.slice(this.before.at(from) ?? 0, this.before.at(to) ?? 0);
    if (found === old) {
      const added = addedText(edit);
      // New paragraphs leave their neighbours as they are: whether they stand there already is told by themselves.
      const isThere = old === '' && edit.parts.length > 1 && this.#standsAt(added, place.from);
      return { state: isThere ? 'applied' : 'open', place };
    }
    return { state: found === addedText(edit) ? 'applied' : 'moved-on', place };
  }

  /** Words that stand there, up to the end of a paragraph. */
  #endsAt(words: string, place: number): boolean {
    const { text } = this.now;
    const end = place + words.length;
    return text.startsWith(words, place) && (end === text.length || text[end] === PARAGRAPH_END);
  }

  /** Paragraphs that were broken, joined or taken out as proposed, while somebody wrote in others. */
  #isOutcome({ from, to, parts }: TextEdit): boolean {
    const [first, last] = [this.before.block(from.block), this.before.block(to.block)];
    if (!first || !last || (first === last && parts.length === 1)) return false;
    const [begin, end] = [
      this.before.at({ block: first.id, offset: 0 }),
      this.before.at({ block: last.id, offset: 0 }),
    ];
    const former = this.before.text.slice(begin ?? 0, (end ?? 0) + last.text.length);
    const wanted = first.text.slice(0, from.offset) + addedText({ from, to, parts }) + last.text.slice(to.offset);
    const starts = [first.id, last.id].flatMap((id) => this.now.at({ block: this.#nowOf(id), offset: 0 }) ?? []);
    return starts.some((at) => this.#endsAt(wanted, at)) && !starts.some((at) => this.#endsAt(former, at));
  }

  /** Whole paragraphs right behind or right before a place. */
  #standsAt(added: string, place: number): boolean {
    const { text } = this.now;
    const start = place - added.length;
    const isBefore = start >= 0 && text.startsWith(added, start) && (start === 0 || text[start - 1] === PARAGRAPH_END);
    return isBefore || this.#endsAt(added, place);
  }

  /** In a paragraph where somebody else wrote, too: with the change it is more like the one of now than without. */
  #isHeldInside(edit: TextEdit): boolean {
    const { from, to, parts } = edit;
    const old = this.before.block(from.block);
    const young = this.now.block(this.#nowOf(from.block));
    if (from.block !== to.block || parts.length > 1 || !old || !young || old.text.length > LONGEST_WEIGHED)
      return false;
    const changed = old.text.slice(0, from.offset) + addedText(edit) + old.text.slice(to.offset);
    // Only what it proposes accounts for it: other words in the same place are no part of it.
    const gain = distance(old.text, young.text) - distance(changed, young.text);
    const size = to.offset - from.offset + addedText(edit).length;
    return gain >= Math.max(1, size - BLANKS);
  }

  #within({ from, to, parts }: TextEdit, block: string): Stretch | null {
    const start = this.now.at({ block: this.#nowOf(block), offset: 0 });
    const mapping = this.#mapping(block);
    if (start === null || !mapping) return null;
    const old = this.before.block(block)?.text.length ?? 0;
    const young = this.now.block(this.#nowOf(block))?.text.length ?? 0;
    const isPoint = from.offset === to.offset && parts.length > 1;
    // Whole paragraphs before or behind this one, whatever became of its words.
    if (isPoint && from.offset === old && parts[0]?.content.length === 0)
      return { from: start + young, to: start + young };
    if (isPoint && from.offset === 0 && parts.at(-1)?.content.length === 0) return { from: start, to: start };
    const found = mapping.stretch(from.offset, to.offset);
    return found && { from: start + found.from, to: start + found.to };
  }

  #over({ from, to }: TextEdit, first: string, last: string): Stretch | null {
    const [begin, end] = [this.#mapping(first), this.#mapping(last)];
    const start = this.now.at({ block: this.#nowOf(first), offset: 0 });
    const behind = this.now.at({ block: this.#nowOf(last), offset: 0 });
    const length = this.before.block(first)?.text.length ?? 0;
    const left = begin?.stretch(from.offset, length);
    const right = end?.stretch(0, to.offset);
    if (start === null || behind === null || !left || !right) return null;
    return { from: start + left.from, to: behind + right.to };
  }

  /** One of its paragraphs is not there any more: done, if that is what it proposed. */
  #gone({ from, to, parts }: TextEdit): PlacedEdit {
    const [begin, end] = [this.before.orderOf(from.block), this.before.orderOf(to.block)];
    const isRemoval = parts.length === 1 && parts[0]?.content.length === 0;
    const whole = this.before.blocks.slice(
      from.offset === 0 ? begin : begin + 1,
      to.offset === 0 && end > begin ? end : end + 1,
    );
    const isWhole = from.offset === 0 || from.offset === this.before.block(from.block)?.text.length;
    const isGone = whole.length > 0 && whole.every(({ id }) => this.#nowOf(id) === null);
    return isRemoval && isWhole && isGone ? { state: 'applied', place: null } : this.#nearest(from.block);
  }

  #nearest(block: string | null): PlacedEdit {
    const now = this.#nowOf(block);
    const start = now === null ? null : this.now.at({ block: now, offset: 0 });
    if (start === null) return MOVED_ON;
    return { state: 'moved-on', place: { from: start, to: start + (this.now.block(now)?.text.length ?? 0) } };
  }

  /** A passage of the text that was given out, as it stands now; null where nothing of it is left. */
  placePassage(block: string, start: number, end: number): Stretch | null {
    const begin = this.now.at({ block: this.#nowOf(block), offset: 0 });
    const found = this.#mapping(block)?.left(start, end);
    return found && begin !== null ? { from: begin + found.from, to: begin + found.to } : null;
  }
}

const placedAs = (held: HeldEdit | undefined): PlacedEdit | null =>
  held ? { state: held.isHeld ? 'applied' : 'open', place: { from: held.from, to: held.to } } : null;
