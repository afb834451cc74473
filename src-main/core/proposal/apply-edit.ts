/** One proposed change carried out on a text whose words stand where the change says. Pure. */
import { assertNever } from '../../base/assert-never.ts';
import type { NewParagraph, TextEdit } from '../../contract/proposal/shapes.ts';
import type {
  Block,
  BulletList,
  Heading,
  Inline,
  ListItem,
  OrderedList,
  Paragraph,
  RichText,
} from '../../record/rich-text/rich-text.ts';
import { indexText, joinInlines, sliceInlines, type IndexedBlock } from './text-index.ts';

/** What becomes of one paragraph or heading. */
interface BlockChange {
  /** Null: it goes. Absent: its words stay. */
  readonly content?: readonly Inline[] | null;
  readonly before?: readonly NewParagraph[];
  readonly after?: readonly NewParagraph[];
}
type Plan = ReadonlyMap<string, BlockChange>;

function newBlock({ heading, content }: NewParagraph): Paragraph | Heading {
  const words = content.length === 0 ? {} : { content: [...content] };
  return heading === null
    ? { type: 'paragraph', attrs: { id: null }, ...words }
    : { type: 'heading', attrs: { id: null, level: heading }, ...words };
}

const itemOf = (paragraph: NewParagraph): ListItem => ({ type: 'listItem', content: [newBlock(paragraph)] });

function newList(kind: 'bullet' | 'number', items: ListItem[]): BulletList | OrderedList {
  return kind === 'bullet'
    ? { type: 'bulletList', attrs: { id: null }, content: items }
    : { type: 'orderedList', attrs: { id: null, start: 1 }, content: items };
}

/** New paragraphs as blocks; neighbours of one kind of list stand in one list. */
function newBlocks(paragraphs: readonly NewParagraph[]): Block[] {
  const blocks: Block[] = [];
  let kind: NewParagraph['list'] = null;
  let items: ListItem[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.list === null) blocks.push(newBlock(paragraph));
    else if (paragraph.list === kind) items.push(itemOf(paragraph));
    else {
      items = [itemOf(paragraph)];
      blocks.push(newList(paragraph.list, items));
    }
    kind = paragraph.list;
  }
  return blocks;
}

function changedBlock(block: Paragraph | Heading, change: BlockChange): Block[] {
  const { content: _former, ...bare } = block;
  const words = change.content;
  const own: Block[] =
    words === undefined
      ? [block]
      : words === null
        ? []
        : [words.length === 0 ? bare : { ...bare, content: [...words] }];
  return [...newBlocks(change.before ?? []), ...own, ...newBlocks(change.after ?? [])];
}

/** Beside the first paragraph of an item, new points of the list become items of their own. */
function changedItem(item: ListItem, plan: Plan): ListItem[] {
  const [first] = item.content;
  const change = first?.type === 'paragraph' || first?.type === 'heading' ? plan.get(first.attrs.id ?? '') : undefined;
  if (!first || !change) return [{ ...item, content: changedBlocks(item.content, plan) }];
  const points = (paragraphs: readonly NewParagraph[] = []): ListItem[] =>
    paragraphs.filter(({ list }) => list !== null).map(itemOf);
  const others = (paragraphs: readonly NewParagraph[] = []): NewParagraph[] =>
    paragraphs.filter(({ list }) => list === null);
  const inside = new Map(plan).set(first.attrs.id ?? '', {
    ...change,
    before: others(change.before),
    after: others(change.after),
  });
  return [...points(change.before), { ...item, content: changedBlocks(item.content, inside) }, ...points(change.after)];
}

const isFilled = ({ content }: { readonly content: readonly unknown[] }): boolean => content.length > 0;

/** What is left empty goes with its last paragraph, but a cell keeps its place. */
function changedBlocks(blocks: readonly Block[], plan: Plan): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading': {
        const change = plan.get(block.attrs.id ?? '');
        return change ? changedBlock(block, change) : [block];
      }
      case 'pageBreak':
        return [block];
      case 'bulletList':
        return [
          { ...block, content: block.content.flatMap((item) => changedItem(item, plan)).filter(isFilled) },
        ].filter(isFilled);
      case 'orderedList':
        return [
          { ...block, content: block.content.flatMap((item) => changedItem(item, plan)).filter(isFilled) },
        ].filter(isFilled);
      case 'blockquote':
        return [{ ...block, content: changedBlocks(block.content, plan) }].filter(isFilled);
      case 'table':
        return [
          {
            ...block,
            content: block.content.map((row) => ({
              ...row,
              content: row.content.map((cell) => {
                const content = changedBlocks(cell.content, plan);
                return { ...cell, content: content.length === 0 ? [newBlock(EMPTY)] : content };
              }),
            })),
          },
        ];
      default:
        return assertNever(block);
    }
  });
}
const EMPTY: NewParagraph = { heading: null, list: null, content: [] };

/** What becomes of the blocks between two places; null where no change can reach over them, such as from one cell into another. */
function planOf(blocks: readonly IndexedBlock[], { from, to, parts }: TextEdit): Plan | null {
  const [start, end] = [from, to].map(({ block }) => blocks.findIndex(({ id }) => id === block));
  if (start === undefined || end === undefined || start === -1 || end < start) return null;
  const touched = blocks.slice(start, end + 1);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last || touched.some(({ cell }) => cell !== first.cell)) return null;
  const left = sliceInlines(first.block.content, 0, from.offset);
  const right = sliceInlines(last.block.content, to.offset);
  const [head = EMPTY] = parts;
  const tail = parts.at(-1) ?? EMPTY;
  const plan = new Map<string, BlockChange>(touched.map(({ id }) => [id, { content: null }]));
  if (parts.length === 1) {
    // Of two paragraphs that become one, the one that has words left stays.
    const staysLast = first !== last && left.length === 0 && head.content.length === 0;
    plan.set(staysLast ? last.id : first.id, { content: joinInlines(left, head.content, right) });
    return plan;
  }
  const middle = parts.slice(1, -1);
  if (first !== last) {
    plan.set(first.id, { content: joinInlines(left, head.content), after: middle });
    plan.set(last.id, { content: joinInlines(tail.content, right) });
  } else if (left.length === 0) {
    // What comes before a paragraph leaves it the paragraph that it was.
    plan.set(first.id, { before: [head, ...middle], content: joinInlines(tail.content, right) });
  } else {
    const rest = { ...tail, content: joinInlines(tail.content, right) };
    plan.set(first.id, { content: joinInlines(left, head.content), after: [...middle, rest] });
  }
  return plan;
}

/** Null where a block that the change names is not there. New blocks have no id yet. */
export function applyEdit(text: RichText, edit: TextEdit): RichText | null {
  const blocks = indexText(text);
  if (edit.from.block === null) {
    if (blocks.length > 0) return null;
    return {
      ...text,
      content: [...text.content, ...newBlocks(edit.parts.filter(({ content }) => content.length > 0))],
    };
  }
  const plan = planOf(blocks, edit);
  return plan && { ...text, content: changedBlocks(text.content, plan) };
}
