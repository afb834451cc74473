/**
 * Where a proposed change stands in the text as it is now. Its ground is the text that was given out: where the words it concerns, and those
 * right beside them, are still the same, it can be carried out; where they already say what it proposes, it is done. Pure.
 */
import { assertNever } from '../../base/assert-never.ts';
import type { Passage, TextEdit } from '../../contract/proposal/shapes.ts';
import { inlineText } from '../../record/rich-text/plain-text.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import { applyEdit } from './apply-edit.ts';
import { Mapping, type Stretch } from './mapping.ts';
import { indexText, type IndexedBlock } from './text-index.ts';

export type PlacedEdit =
  /** `edit` with the offsets it has now. */
  | { readonly state: 'open'; readonly edit: TextEdit; readonly place: Passage | null }
  | { readonly state: 'applied'; readonly place: Passage | null }
  | { readonly state: 'moved-on'; readonly place: Passage | null };

type WordsEdit = Extract<TextEdit, { kind: 'words' }>;

/** Changes that touch each other are told apart by trying which of them the text holds; more of them are only shown. */
const MOST_TOUCHING = 6;

export interface TextState {
  readonly text: RichText;
  readonly blocks: readonly IndexedBlock[];
  readonly byId: ReadonlyMap<string, IndexedBlock>;
  readonly order: ReadonlyMap<string, number>;
}

export function textState(text: RichText): TextState {
  const blocks = indexText(text);
  return {
    text,
    blocks,
    byId: new Map(blocks.map((block) => [block.id, block])),
    order: new Map(blocks.map(({ id }, at) => [id, at])),
  };
}

/** Remembers the comparison of a block, which many changes ask for. */
export class Grounds {
  readonly before: TextState;
  readonly now: TextState;
  readonly #mappings = new Map<string, Mapping>();

  constructor(before: RichText, now: RichText) {
    this.before = textState(before);
    this.now = textState(now);
  }

  /** Null where one of the texts has no such block. */
  mapping(block: string): Mapping | null {
    const old = this.before.byId.get(block);
    const young = this.now.byId.get(block);
    if (!old || !young) return null;
    const known = this.#mappings.get(block) ?? new Mapping(old.text, young.text);
    this.#mappings.set(block, known);
    return known;
  }

  stretch(block: string, start: number, end: number): Stretch | null {
    return this.mapping(block)?.stretch(start, end) ?? null;
  }

  words(block: string, from: number, to?: number): string {
    return this.now.byId.get(block)?.text.slice(from, to) ?? '';
  }
}

const passage = (block: string, start: number, end: number): Passage => ({ block, start, end });

/** The block, if it is still there. */
const whole = (grounds: Grounds, block: string): Passage | null => {
  const found = grounds.now.byId.get(block);
  return found ? passage(block, 0, found.text.length) : null;
};

/** Of changes that touch each other, those the text holds already: by trying. */
function placeWords(grounds: Grounds, edit: WordsEdit, touching: readonly WordsEdit[]): PlacedEdit {
  const group = touching.length > MOST_TOUCHING ? [edit] : touching;
  const start = Math.min(...group.map((one) => one.start));
  const end = Math.max(...group.map((one) => one.end));
  const found = grounds.stretch(edit.block, start, end);
  const old = grounds.before.byId.get(edit.block)?.text ?? '';
  if (!found) return { state: 'moved-on', place: whole(grounds, edit.block) };
  const words = grounds.words(edit.block, found.from, found.to);
  for (let chosen = 0; chosen < 2 ** group.length; chosen += 1) {
    let text = '';
    let reached = start;
    let own = { from: 0, to: 0 };
    group.forEach((one, at) => {
      const isHeld = (chosen & (2 ** at)) !== 0;
      text += old.slice(reached, one.start);
      const from = text.length;
      text += isHeld ? inlineText(one.added) : old.slice(one.start, one.end);
      reached = one.end;
      if (one === edit) own = { from, to: text.length };
    });
    text += old.slice(reached, end);
    if (text !== words) continue;
    const place = passage(edit.block, found.from + own.from, found.from + own.to);
    const isHeld = (chosen & (2 ** group.indexOf(edit))) !== 0;
    if (isHeld) return { state: 'applied', place };
    return { state: 'open', edit: { ...edit, start: place.start, end: place.end }, place };
  }
  return { state: 'moved-on', place: passage(edit.block, found.from, found.to) };
}

const paragraphTexts = (edit: Extract<TextEdit, { kind: 'insert' }>): readonly string[] =>
  edit.paragraphs.map(({ content }) => inlineText(content));

const hasTexts = (now: TextState, from: number, texts: readonly string[]): boolean =>
  from >= 0 && texts.every((text, at) => now.blocks[from + at]?.text === text);

function placeInsert(grounds: Grounds, edit: Extract<TextEdit, { kind: 'insert' }>): PlacedEdit {
  const { now } = grounds;
  const texts = paragraphTexts(edit);
  const at = edit.block === null ? now.blocks.length : now.order.get(edit.block);
  if (at === undefined) {
    const held = now.blocks.findIndex((_, index) => hasTexts(now, index, texts));
    const place = held === -1 ? null : whole(grounds, now.blocks[held]?.id ?? '');
    return { state: held === -1 ? 'moved-on' : 'applied', place };
  }
  const isBefore = edit.block === null || edit.side === 'before';
  const from = isBefore ? at - texts.length : at + 1;
  if (hasTexts(now, from, texts)) return { state: 'applied', place: whole(grounds, now.blocks[from]?.id ?? '') };
  const beside = edit.block ?? now.blocks.at(-1)?.id ?? '';
  const edge = isBefore && edit.block !== null ? 0 : (now.byId.get(beside)?.text.length ?? 0);
  return { state: 'open', edit, place: now.byId.has(beside) ? passage(beside, edge, edge) : null };
}

function placeDrop(grounds: Grounds, edit: Extract<TextEdit, { kind: 'drop' }>): PlacedEdit {
  const place = whole(grounds, edit.block);
  if (!place) return { state: 'applied', place };
  const isSame = grounds.before.byId.get(edit.block)?.text === grounds.words(edit.block, 0);
  return isSame ? { state: 'open', edit, place } : { state: 'moved-on', place };
}

/** What the blocks of a change say once it is carried out on the text that was given out. */
function outcome(grounds: Grounds, edit: TextEdit, first: string, count: number): readonly string[] {
  const done = applyEdit(grounds.before.text, edit);
  const blocks = done ? indexText(done) : [];
  const at = blocks.findIndex(({ id }) => id === first);
  return at === -1 ? [] : blocks.slice(at, at + count).map(({ text }) => text);
}

function placeBreak(grounds: Grounds, edit: Extract<TextEdit, { kind: 'break' }>): PlacedEdit {
  const { now, before } = grounds;
  const at = now.order.get(edit.block);
  const place = whole(grounds, edit.block);
  if (at === undefined) return { state: 'moved-on', place };
  const texts = outcome(grounds, edit, edit.block, edit.parts.length);
  if (texts.length > 0 && hasTexts(now, at, texts)) return { state: 'applied', place };
  const found = grounds.stretch(edit.block, edit.start, edit.end);
  const old = before.byId.get(edit.block)?.text.slice(edit.start, edit.end);
  if (!found || grounds.words(edit.block, found.from, found.to) !== old) return { state: 'moved-on', place };
  return {
    state: 'open',
    edit: { ...edit, start: found.from, end: found.to },
    place: passage(edit.block, found.from, found.to),
  };
}

function placeJoin(grounds: Grounds, edit: Extract<TextEdit, { kind: 'join' }>): PlacedEdit {
  const { now, before } = grounds;
  const at = now.order.get(edit.block);
  const next = now.order.get(edit.next);
  const place = whole(grounds, edit.block);
  if (at === undefined) return { state: 'moved-on', place };
  if (next === undefined) {
    const texts = outcome(grounds, edit, edit.block, 1);
    return { state: texts.length > 0 && hasTexts(now, at, texts) ? 'applied' : 'moved-on', place };
  }
  const [first, second] = [before.byId.get(edit.block), before.byId.get(edit.next)];
  const end = grounds.stretch(edit.block, edit.start, first?.text.length ?? 0);
  const begin = grounds.stretch(edit.next, 0, edit.end);
  const isSame =
    next === at + 1 &&
    end !== null &&
    begin !== null &&
    grounds.words(edit.block, end.from) === first?.text.slice(edit.start) &&
    grounds.words(edit.next, 0, begin.to) === second?.text.slice(0, edit.end);
  if (!isSame) return { state: 'moved-on', place };
  const length = now.byId.get(edit.block)?.text.length ?? 0;
  return {
    state: 'open',
    edit: { ...edit, start: end.from, end: begin.to },
    place: passage(edit.block, end.from, length),
  };
}

/** `touching`: all changes of words that touch this one, itself among them, in their order. */
export function placeEdit(grounds: Grounds, edit: TextEdit, touching: readonly WordsEdit[]): PlacedEdit {
  switch (edit.kind) {
    case 'words':
      return placeWords(grounds, edit, touching);
    case 'insert':
      return placeInsert(grounds, edit);
    case 'drop':
      return placeDrop(grounds, edit);
    case 'break':
      return placeBreak(grounds, edit);
    case 'join':
      return placeJoin(grounds, edit);
    default:
      return assertNever(edit);
  }
}

/** A passage of the text that was given out, as it stands now; null where nothing of it is left. */
export function placePassage(grounds: Grounds, { block, start, end }: Passage): Passage | null {
  const found = grounds.mapping(block)?.left(start, end);
  return found ? passage(block, found.from, found.to) : null;
}
