/** List paragraphs, one after the other, as lists of the record – where those show the same numbers; else the printed number stays as text. */
import type {
  Block,
  BulletList,
  Heading,
  Inline,
  OrderedList,
  Paragraph,
} from '../../../record/rich-text/rich-text.ts';
import type { ListMark } from './list-numbers.ts';

const LARGEST_START = 9999;

interface OpenList {
  readonly level: number;
  readonly list: BulletList | OrderedList;
  /** Number of the next item; null in lists without numbers. */
  next: number | null;
}

/** The number as text before the words of a block. */
export function withLabel<T extends Paragraph | Heading>(block: T, label: string): T {
  const [first, ...rest] = block.content ?? [];
  const isPlain = first?.type === 'text' && (first.marks ?? []).length === 0;
  const content: Inline[] = isPlain
    ? [{ ...first, text: `${label} ${first.text}` }, ...rest]
    : [{ type: 'text', text: `${label} ` }, ...(block.content ?? [])];
  return { ...block, content };
}

/** Lists of the record count "1.", "2.", on every level. */
const isOurs = (mark: ListMark): boolean =>
  mark.kind === 'bullet' || (mark.label === `${mark.value}.` && mark.value >= 1 && mark.value <= LARGEST_START);

export class ListFlow {
  readonly #blocks: Block[] = [];
  #open: OpenList[] = [];

  get blocks(): Block[] {
    return this.#blocks;
  }

  /** Anything that is no list ends all lists. */
  add(block: Block): void {
    this.#open = [];
    this.#blocks.push(block);
  }

  addAll(blocks: readonly Block[]): void {
    for (const block of blocks) this.add(block);
  }

  /** True where the number became text. */
  addItem(level: number, mark: ListMark, paragraph: Paragraph): boolean {
    this.#closeAbove(isOurs(mark) ? level : level - 1);
    if (!isOurs(mark)) {
      const label = mark.kind === 'number' ? mark.label : '';
      this.#place(withLabel(paragraph, label));
      return true;
    }
    const top = this.#open.at(-1);
    const item = { type: 'listItem' as const, content: [paragraph] };
    if (top?.level === level && this.#goesOn(top, mark)) {
      top.list.content.push(item);
    } else {
      if (top?.level === level) this.#open.pop();
      const list: OpenList['list'] =
        mark.kind === 'bullet'
          ? { type: 'bulletList', attrs: { id: null }, content: [item] }
          : { type: 'orderedList', attrs: { id: null, start: mark.value }, content: [item] };
      this.#place(list);
      this.#open.push({ level, list, next: null });
    }
    const last = this.#open.at(-1);
    if (last) last.next = mark.kind === 'number' ? mark.value + 1 : null;
    return false;
  }

  #goesOn({ list, next }: OpenList, mark: ListMark): boolean {
    return mark.kind === 'bullet' ? list.type === 'bulletList' : list.type === 'orderedList' && mark.value === next;
  }

  #closeAbove(level: number): void {
    while ((this.#open.at(-1)?.level ?? -1) > level) this.#open.pop();
  }

  /** Into the item that is open, or behind everything. */
  #place(block: Block): void {
    const parent = this.#open.at(-1)?.list.content.at(-1);
    if (parent) parent.content.push(block);
    else this.#blocks.push(block);
  }
}
