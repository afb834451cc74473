/** From a copy that came back to proposals: what was tracked, and by comparison what was not. Pure. */
import type { ReturnedFile } from '../ports/returned-file.ts';
import type { Ground, NamedChange, NewParagraph, Proposal, TextEdit } from '../../contract/proposal/shapes.ts';
import { inlineText } from '../../record/rich-text/plain-text.ts';
import type { Inline } from '../../record/rich-text/rich-text.ts';
import { compareWords } from '../version/compare-words.ts';
import { Mapping } from './mapping.ts';
import { proposalsOf, type Found } from './found-changes.ts';
import {
  groundBlocks,
  groupsOf,
  matchParagraphs,
  plainSigns,
  squeezed,
  type GroundBlock,
  type Group,
  type Match,
} from './match-paragraphs.ts';
import { remarkProposals } from './remarks.ts';
import { joinInlines, sliceInlines } from './text-index.ts';
import { newParagraphs, trackedEdits, type RawEdit, type Signed } from './tracked-edits.ts';

export interface Collected {
  readonly proposals: readonly Proposal[];
  readonly named: readonly NamedChange[];
}

const NOBODY: Signed = { author: '', at: '', move: null };

const wordsOf = (parts: readonly { readonly content: readonly Inline[] }[]): string =>
  parts.map(({ content }) => inlineText(content)).join('\n');

/** The words of a group that were there before, with their looks. */
const baseInlines = ({ paragraphs }: Group): Inline[] =>
  joinInlines(
    paragraphs.flatMap(({ runs }) => runs.filter(({ change }) => change?.kind !== 'added').map(({ inline }) => inline)),
  );

export class Collector {
  readonly #found: Found[] = [];
  readonly #named: NamedChange[] = [];
  readonly #file: ReturnedFile;
  readonly matches: readonly Match[];
  readonly #blocks: readonly GroundBlock[];
  readonly #order: ReadonlyMap<string, number>;
  readonly #taken = new Set<Group>();

  constructor(file: ReturnedFile, ground: Ground, furniture: readonly string[]) {
    this.#file = file;
    this.matches = matchParagraphs(groupsOf(file.paragraphs), ground, furniture);
    this.#blocks = groundBlocks(ground);
    this.#order = new Map(this.#blocks.map((block, at) => [keyOf(block), at]));
    const lines = new Set(furniture.map(squeezed));
    this.#collect((group) => group.isLocked || lines.has(squeezed(group.text)));
    this.#dropped();
  }

  #collect(isFurniture: (group: Group) => boolean): void {
    let last: Match | null = null;
    for (const [at, match] of this.matches.entries()) {
      const { group, block, field } = match;
      if (block) {
        this.#changed(block, group, this.matches[at + 1]);
        last = match;
      } else if (field !== null) {
        const paragraphs = newParagraphs(group).filter(({ content }) => content.length > 0);
        if (paragraphs.length > 0) this.#inserted({ block: null, field }, 'after', paragraphs, signedOf(group));
        last = match;
      } else if (isFurniture(group)) last = null;
      else this.#appeared(group, last, at);
    }
  }

  /** Paragraphs that were not there: behind the one before, or before the one behind them. */
  #appeared(group: Group, last: Match | null, at: number): void {
    const paragraphs = newParagraphs(group).filter(({ content }) => content.length > 0);
    if (paragraphs.length === 0) return;
    const next = this.matches[at + 1];
    const beside = last?.field ? last : next?.field ? next : null;
    if (!beside?.field) return;
    if (group.cell !== null && beside.group.cell !== group.cell) {
      this.#named.push({ kind: 'table', author: signedOf(group).author, text: wordsOf(paragraphs) });
      return;
    }
    const side = beside === last ? 'after' : 'before';
    this.#inserted({ block: beside.block, field: beside.field }, side, paragraphs, signedOf(group));
  }

  #inserted(
    { block, field }: Pick<Found, 'block' | 'field'>,
    side: 'before' | 'after',
    paragraphs: readonly NewParagraph[],
    signed: Signed,
  ): void {
    const before = this.#found.at(-1);
    // What comes at one place is one proposal, so that its order stays.
    if (
      before?.edit.kind === 'insert' &&
      before.block === block &&
      before.edit.side === side &&
      before.field === field
    ) {
      const all = [...before.edit.paragraphs, ...paragraphs];
      const edit: TextEdit = { ...before.edit, paragraphs: all };
      const author = [...new Set([before.author, signed.author])].filter(Boolean).join(', ');
      this.#found[this.#found.length - 1] = { ...before, author, edit, added: wordsOf(all) };
      return;
    }
    const edit: TextEdit = { kind: 'insert', block: block?.id ?? null, side, paragraphs: [...paragraphs] };
    this.#found.push({ ...signed, block, field, edit, removed: '', added: wordsOf(paragraphs) });
  }

  #changed(block: GroundBlock, group: Group, next: Match | undefined): void {
    const all = trackedEdits(group);
    // Words at its beginning that went with the end of the paragraph before.
    const tracked = this.#taken.has(group) ? all.slice(1) : all;
    const toBlock = new Mapping(group.text, block.text);
    const isSame = plainSigns(group.text) === plainSigns(block.text);
    const placed = tracked.map((edit) => {
      const found = isSame ? { from: edit.start, to: edit.end } : toBlock.stretch(edit.start, edit.end);
      return found && { ...edit, start: found.from, end: found.to };
    });
    const edits = placed.filter((edit) => edit !== null);
    if (edits.length < placed.length) this.#compared(block, group);
    else {
      if (!isSame) this.#untracked(block, group);
      const joined = this.#joined(block, edits, group, next);
      for (const edit of edits) if (edit !== joined?.used) this.#placed(block, edit);
      if (joined) this.#found.push(joined.found);
      if (all.length === 0 && isSame) this.#looks(block, group);
    }
  }

  #placed(block: GroundBlock, { parts, start, end, ...signed }: RawEdit): void {
    const removed = block.text.slice(start, end);
    const first = parts[0]?.content ?? [];
    const found = { ...signed, block, field: block.field, removed, added: wordsOf(parts) };
    const push = (edit: TextEdit, more: Partial<Found> = {}): void =>
      void this.#found.push({ ...found, ...more, edit });
    if (parts.length === 1) {
      const isGone = removed !== '' && removed === block.text && first.length === 0;
      if (isGone) push({ kind: 'drop', block: block.id });
      else if (removed !== found.added) push({ kind: 'words', block: block.id, start, end, added: [...first] });
      return;
    }
    const last = parts.at(-1)?.content ?? [];
    if (removed === '' && end === block.text.length && first.length === 0) {
      this.#inserted(found, 'after', parts.slice(1), signed);
    } else if (removed === '' && start === 0 && last.length === 0) {
      this.#inserted(found, 'before', parts.slice(0, -1), signed);
    } else push({ kind: 'break', block: block.id, start, end, parts: [...parts] });
  }

  /** The end of the paragraph went: with the words left of it and those at the beginning of the next one. */
  #joined(
    block: GroundBlock,
    edits: readonly RawEdit[],
    group: Group,
    next: Match | undefined,
  ): { readonly found: Found; readonly used: RawEdit | undefined } | null {
    const mark = group.paragraphs.at(-1)?.end;
    const behind = next?.block;
    if (mark?.kind !== 'removed' || !next || behind?.field !== block.field) return null;
    const isWhole = edits.some(
      ({ start, end, parts }) =>
        start === 0 && end === block.text.length && parts.length === 1 && parts[0]?.content.length === 0,
    );
    if (isWhole && block.text !== '') return null;
    if (next.group.cell !== group.cell) return null;
    const last = edits.at(-1);
    const used =
      last?.end === block.text.length && last.author === mark.author && last.parts.length === 1 ? last : undefined;
    const start = used?.start ?? block.text.length;
    const [begin] = trackedEdits(next.group);
    const goesOn =
      begin?.start === 0 &&
      begin.author === mark.author &&
      begin.parts.length === 1 &&
      begin.end < next.group.text.length;
    const isPlain = plainSigns(next.group.text) === plainSigns(behind.text);
    const end = goesOn && isPlain ? begin.end : 0;
    if (goesOn && isPlain) this.#taken.add(next.group);
    const added = joinInlines(used?.parts[0]?.content ?? [], goesOn && isPlain ? (begin.parts[0]?.content ?? []) : []);
    const edit: TextEdit = { kind: 'join', block: block.id, start, next: behind.id, end, added };
    const removed = `${block.text.slice(start)}\n${behind.text.slice(0, end)}`;
    const { author, at } = mark;
    return {
      used,
      found: { author, at, move: null, block, field: block.field, edit, removed, added: inlineText(added) },
    };
  }
  /** Nobody tracked it: word by word. */
  #untracked(block: GroundBlock, group: Group): void {
    this.#differences(block, baseInlines(group), NOBODY);
  }

  /** Tracked and not tracked changes lie in each other: the paragraph is compared as it would be. */
  #compared(block: GroundBlock, group: Group): void {
    const [first, ...others] = newParagraphs(group);
    if (!first) return;
    this.#differences(block, first.content, signedOf(group));
    if (others.length > 0) this.#inserted({ block, field: block.field }, 'after', others, signedOf(group));
  }

  #differences(block: GroundBlock, content: readonly Inline[], signed: Signed): void {
    const after = inlineText(content);
    let [at, to] = [0, 0];
    const runs = compareWords(block.text, after);
    for (let index = 0; index < runs.length; index += 1) {
      const run = runs[index];
      if (!run) continue;
      if (run.kind === 'same') {
        at += run.text.length;
        to += run.text.length;
        continue;
      }
      const next = runs[index + 1];
      const removed = run.kind === 'removed' ? run.text : '';
      const came = run.kind === 'added' ? run.text : next?.kind === 'added' ? next.text : '';
      if (run.kind === 'removed' && came !== '') index += 1;
      if (plainSigns(removed) !== plainSigns(came)) {
        const part = { heading: null, list: null, content: sliceInlines(content, to, to + came.length) };
        this.#placed(block, { ...signed, start: at, end: at + removed.length, parts: [part] });
      }
      at += removed.length;
      to += came.length;
    }
  }

  /** The same words in another look. */
  #looks(block: GroundBlock, group: Group): void {
    const isHeading = group.paragraphs.some(({ outline }) => outline !== null);
    const before = block.block.type === 'heading' ? '' : looksOf(block.block.content ?? []);
    const now = isHeading ? '' : looksOf(baseInlines(group));
    const isOther = isHeading !== (block.block.type === 'heading') && block.text.trim() !== '';
    if (isOther || before !== now) this.#named.push({ kind: 'format', author: '', text: block.text.slice(0, 200) });
  }

  /** Blocks that no paragraph of the file is any more, where the file has others of their field. */
  #dropped(): void {
    const kept = new Set(this.matches.map(({ block }) => block && keyOf(block)));
    const fields = new Set(this.matches.flatMap(({ block }) => (block ? [block.field] : [])));
    const cells = new Set(this.matches.flatMap(({ block }) => (block ? [`${block.field}${block.around}`] : [])));
    for (const [at, block] of this.#blocks.entries()) {
      if (kept.has(keyOf(block)) || block.text.trim() === '' || !fields.has(block.field)) continue;
      if (block.isInTable && !cells.has(`${block.field}${block.around}`)) {
        this.#named.push({ kind: 'table', author: '', text: block.text.slice(0, 200) });
        continue;
      }
      const edit = { kind: 'drop', block: block.id } as const;
      const found = { ...NOBODY, block, field: block.field, edit, removed: block.text, added: '' };
      const behind = this.#found.findIndex(
        (one) => one.block !== null && (this.#order.get(keyOf(one.block)) ?? 0) > at,
      );
      this.#found.splice(behind === -1 ? this.#found.length : behind, 0, found);
    }
  }

  collected(): Collected {
    const unmerged = this.#file.unmerged.map((change): NamedChange => ({ ...change }));
    return {
      proposals: [...proposalsOf(this.#found), ...remarkProposals(this.#file.remarks, this.matches)],
      named: [...this.#named, ...unmerged],
    };
  }
}

const keyOf = ({ field, id }: GroundBlock): string => `${field} ${id}`;

const looksOf = (content: readonly Inline[]): string =>
  JSON.stringify(
    joinInlines(
      content.map((inline): Inline => {
        if (inline.type !== 'text') return inline;
        const marks = (inline.marks ?? []).filter(({ type }) => type !== 'paperReference');
        const sorted = [...marks].sort((a, b) => a.type.localeCompare(b.type));
        return { type: 'text', text: plainSigns(inline.text), ...(sorted.length > 0 && { marks: sorted }) };
      }),
    ).filter((inline) => inline.type === 'text' && inline.marks !== undefined),
  );

/** Who wrote the first tracked words of a group. */
function signedOf({ paragraphs }: Group): Signed {
  const changes = paragraphs.flatMap(({ runs, end }) => [...runs.map(({ change }) => change), end]);
  const [first] = changes.filter((change) => change !== null);
  return first ? { author: first.author, at: first.at, move: first.move } : NOBODY;
}
