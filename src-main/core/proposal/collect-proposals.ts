/** From a copy that came back to proposals: what was tracked, and by comparison what was not. Pure. */
import type { ReturnedFile } from '../ports/returned-file.ts';
import type { Ground, NamedChange, NewParagraph, Proposal, TextField } from '../../contract/proposal/shapes.ts';
import { inlineText } from '../../record/rich-text/plain-text.ts';
import type { Inline } from '../../record/rich-text/rich-text.ts';
import { baseInlines, blockEdits, NOBODY, signedOf } from './block-edits.ts';
import { FlatText, PARAGRAPH_END } from './flat-text.ts';
import { NO_WORDS, proposalsOf, type FoundChange } from './found-changes.ts';
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
import { joinInlines } from './text-index.ts';
import { newParagraphs, trackedEdits, type Signed } from './tracked-edits.ts';

export interface Collected {
  readonly proposals: readonly Proposal[];
  readonly named: readonly NamedChange[];
}

interface Unplaced {
  readonly group: Group;
  readonly paragraphs: readonly NewParagraph[];
  readonly signed: Signed;
}

const FIELDS = ['quotation', 'reply'] as const;
const LONGEST_NAMED = 200;

export class Collector {
  readonly matches: readonly Match[];
  readonly #found: Readonly<Record<TextField, FoundChange[]>> = { quotation: [], reply: [] };
  readonly #named: NamedChange[] = [];
  readonly #unplaced: Unplaced[] = [];
  /** Texts of which the copy holds nothing, but something else. */
  readonly #replaced = new Set<TextField>();
  readonly #flat: Readonly<Record<TextField, FlatText>>;
  readonly #file: ReturnedFile;
  readonly #blocks: readonly GroundBlock[];

  /** `furniture`: lines of the form that are no text of the statement. */
  constructor(file: ReturnedFile, ground: Ground, furniture: readonly string[]) {
    this.#file = file;
    this.#flat = { quotation: new FlatText(ground.quotation), reply: new FlatText(ground.reply) };
    this.matches = matchParagraphs(groupsOf(file.paragraphs), ground, furniture);
    this.#blocks = groundBlocks(ground);
    const lines = new Set(furniture.map(squeezed));
    this.#collect((group) => group.isLocked || lines.has(squeezed(group.text)));
    this.#placeRest();
    this.#dropped();
  }

  #collect(isFurniture: (group: Group) => boolean): void {
    let last: Match | null = null;
    const stands = ({ block, field }: Match): boolean => block !== null || field !== null;
    const isForm = ({ group, movedFrom }: Match): boolean => isFurniture(group) && movedFrom === null;
    /** What stands behind each, past all that came with it. */
    const behind: (Match | undefined)[] = [];
    for (let at = this.matches.length - 1; at >= 0; at -= 1) {
      const next = this.matches[at + 1];
      behind[at] = next === undefined || stands(next) || isForm(next) ? next : behind[at + 1];
    }
    for (const [at, match] of this.matches.entries()) {
      const { group, block, field } = match;
      if (block) {
        this.#changed(block, group, this.matches[at + 1]);
        last = match;
      } else if (field !== null) {
        this.#began(field, group);
        last = match;
      } else if (isForm(match)) last = null;
      else this.#appeared(match, last, behind[at]);
    }
  }

  #start({ field, id }: GroundBlock): number {
    return this.#flat[field].at({ block: id, offset: 0 }) ?? 0;
  }

  /** In a text that was empty. */
  #began(field: TextField, group: Group): void {
    const parts = newParagraphs(group).filter(({ content }) => content.length > 0);
    if (parts.length > 0) this.#found[field].push({ ...signedOf(group), from: 0, to: 0, parts });
  }

  /** Paragraphs that were not there: behind the one before, or before the one behind them. */
  #appeared({ group, movedFrom }: Match, last: Match | null, next: Match | undefined): void {
    const paragraphs = newParagraphs(group).filter(({ content }) => content.length > 0);
    if (paragraphs.length === 0) return;
    // Beside a table, what stands in its cells is no neighbour.
    const fits = (match: Match | null | undefined): boolean =>
      match?.field !== undefined &&
      match.field !== null &&
      ((match.block?.cell ?? null) === null) === (group.cell === null);
    const isSameCell = (match: Match): boolean => group.cell === null || match.group.cell === group.cell;
    const beside = [last, next ?? null].find((match) => match !== null && fits(match) && isSameCell(match)) ?? null;
    const signed = movedFrom ? { ...NOBODY, move: `moved ${keyOf(movedFrom)}` } : signedOf(group);
    if (!beside?.field) {
      this.#unplaced.push({ group, paragraphs, signed });
      return;
    }
    const { block, field } = beside;
    const isBehind = beside === last;
    const at = block ? this.#start(block) + (isBehind ? block.text.length : 0) : 0;
    const parts: NewParagraph[] = !block
      ? paragraphs
      : isBehind
        ? [NO_WORDS, ...paragraphs]
        : [...paragraphs, NO_WORDS];
    this.#found[field].push({ ...signed, from: at, to: at, parts });
  }

  /**
   * Paragraphs that stand beside none of the text. Where nothing of the answer is left in a copy of ours, they are what came in its place; else
   * they are named.
   */
  #placeRest(): void {
    const isReplaced = this.#file.copyOf !== null && !this.matches.some(({ field }) => field === 'reply');
    const { text } = this.#flat.reply;
    for (const { group, paragraphs, signed } of this.#unplaced) {
      const words = paragraphs.map(({ content }) => inlineText(content)).join(' ');
      if (isReplaced && group.cell === null && text !== '') {
        this.#found.reply.push({ ...signed, from: text.length, to: text.length, parts: [NO_WORDS, ...paragraphs] });
        this.#replaced.add('reply');
      } else
        this.#named.push({
          kind: group.cell === null ? 'unplaced' : 'table',
          author: signed.author,
          text: words.slice(0, LONGEST_NAMED),
        });
    }
  }

  #changed(block: GroundBlock, group: Group, next: Match | undefined): void {
    const start = this.#start(block);
    const found = this.#found[block.field];
    for (const { start: from, end: to, ...edit } of blockEdits(block, group))
      found.push({ ...edit, from: start + from, to: start + to });
    const mark = group.paragraphs.at(-1)?.end;
    // The end went: where the next paragraph of the file is the next of the text, both become one.
    if (mark?.kind === 'removed' && next?.block && this.#isNext(block, next.block)) {
      const from = start + block.text.length;
      const { author, at, move } = mark;
      found.push({ author, at, move, from, to: from + PARAGRAPH_END.length, parts: [NO_WORDS] });
    }
    if (trackedEdits(group).length === 0 && plainSigns(group.text) === plainSigns(block.text))
      this.#looks(block, group);
  }

  #isNext(block: GroundBlock, behind: GroundBlock): boolean {
    const { field, cell } = block;
    const flat = this.#flat[field];
    return behind.field === field && behind.cell === cell && flat.orderOf(behind.id) === flat.orderOf(block.id) + 1;
  }

  /** The same words in another look. */
  #looks(block: GroundBlock, group: Group): void {
    // Said already, by whoever did it.
    if (this.#file.unmerged.some(({ kind, text }) => kind === 'format' && block.text.includes(text))) return;
    const isHeading = group.paragraphs.some(({ outline }) => outline !== null);
    const before = block.block.type === 'heading' ? '' : looksOf(block.block.content ?? [], block.isHead);
    const now = isHeading ? '' : looksOf(baseInlines(group), block.isHead);
    const isOther = isHeading !== (block.block.type === 'heading') || (!isHeading && listOf(group) !== block.list);
    if ((isOther && block.text.trim() !== '') || before !== now)
      this.#named.push({ kind: 'format', author: '', text: block.text.slice(0, LONGEST_NAMED) });
  }

  /** Blocks that no paragraph of the file is any more, where the file has others of their field. */
  #dropped(): void {
    const kept = new Set(this.matches.map(({ block }) => block && keyOf(block)));
    const fields = new Set([...this.#replaced, ...this.matches.flatMap(({ block }) => (block ? [block.field] : []))]);
    // In a copy of ours in which nothing of the answer is left, and nothing in its place, all of it was taken out.
    if (this.#file.copyOf !== null && !this.matches.some(({ field }) => field === 'reply')) fields.add('reply');
    const moved = new Set(this.matches.flatMap(({ movedFrom }) => (movedFrom ? [keyOf(movedFrom)] : [])));
    const cells = new Set(this.matches.flatMap(({ block }) => (block ? [`${block.field} ${block.cell ?? ''}`] : [])));
    for (const block of this.#blocks) {
      if (kept.has(keyOf(block)) || block.text.trim() === '' || !fields.has(block.field)) continue;
      if (block.cell !== null && !cells.has(`${block.field} ${block.cell}`)) {
        this.#named.push({ kind: 'table', author: '', text: block.text.slice(0, LONGEST_NAMED) });
        continue;
      }
      const from = this.#start(block);
      const move = moved.has(keyOf(block)) ? `moved ${keyOf(block)}` : null;
      this.#found[block.field].push({ ...NOBODY, move, from, to: from + block.text.length, parts: [NO_WORDS] });
    }
  }

  collected(): Collected {
    const unmerged = this.#file.unmerged.map((change): NamedChange => ({ ...change }));
    const count = { next: 1 };
    const proposals = FIELDS.flatMap((field) => {
      // Found in the order of the file; those of one place stay in it.
      const changes = [...this.#found[field]].sort((a, b) => a.from - b.from || a.to - b.to);
      return proposalsOf(field, this.#flat[field], changes, count);
    });
    return {
      proposals: [...proposals, ...remarkProposals(this.#file.remarks, this.matches)],
      named: [...this.#named, ...unmerged],
    };
  }
}

const keyOf = ({ field, id }: GroundBlock): string => `${field} ${id}`;

const listOf = ({ paragraphs }: Group): GroundBlock['list'] => paragraphs[0]?.list ?? null;

/** `isHead`: bold says nothing there. */
const looksOf = (content: readonly Inline[], isHead: boolean): string =>
  JSON.stringify(
    joinInlines(
      content.map((inline): Inline => {
        if (inline.type !== 'text') return inline;
        const marks = (inline.marks ?? []).filter(
          ({ type }) => type !== 'paperReference' && !(isHead && type === 'bold'),
        );
        const sorted = [...marks].sort((a, b) => a.type.localeCompare(b.type));
        return { type: 'text', text: plainSigns(inline.text), ...(sorted.length > 0 && { marks: sorted }) };
      }),
    ).filter((inline) => inline.type === 'text' && inline.marks !== undefined),
  );
