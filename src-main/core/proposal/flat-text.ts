/** A text as one line of signs, its paragraphs parted by one sign each: places in it are numbers that can be compared. Pure. */
import type { TextPoint } from '../../contract/proposal/shapes.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import { indexText, type IndexedBlock } from './text-index.ts';

/** Between two paragraphs; texts of the record hold none (they are normalised to other line ends). */
export const PARAGRAPH_END = '\u2029';

export class FlatText {
  readonly blocks: readonly IndexedBlock[];
  readonly text: string;
  readonly #starts: readonly number[];
  readonly #order: ReadonlyMap<string, number>;

  constructor(text: RichText) {
    this.blocks = indexText(text);
    this.text = this.blocks.map((block) => block.text).join(PARAGRAPH_END);
    const starts: number[] = [];
    let at = 0;
    for (const block of this.blocks) {
      starts.push(at);
      at += block.text.length + PARAGRAPH_END.length;
    }
    this.#starts = starts;
    this.#order = new Map(this.blocks.map(({ id }, index) => [id, index]));
  }

  block(id: string | null): IndexedBlock | undefined {
    return id === null ? undefined : this.blocks[this.#order.get(id) ?? -1];
  }

  /** Place of a block among the others; -1 for none. */
  orderOf(id: string | null): number {
    return id === null ? -1 : (this.#order.get(id) ?? -1);
  }

  /** Null where the block is not there. */
  at({ block, offset }: TextPoint): number | null {
    if (block === null) return this.blocks.length === 0 ? 0 : null;
    const start = this.#starts[this.#order.get(block) ?? -1];
    return start === undefined ? null : start + offset;
  }

  /** The block that a place lies in; the end of a paragraph belongs to it. */
  pointAt(place: number): TextPoint {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    const block = this.blocks[low];
    return block ? { block: block.id, offset: place - (this.#starts[low] ?? 0) } : { block: null, offset: 0 };
  }
}
