/** A document with headings is a list of text modules: each heading is a title, what stands below it the text. Pure. */
import type { Block, Inline, RichText } from '../../record/rich-text/rich-text.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';

export interface ReadModule {
  readonly title: string;
  readonly text: RichText;
}

const blockText = (block: Block): string =>
  textBlocks([block])
    .map(({ text }) => text)
    .join('\n');

const LONGEST_TITLE = 250;
/** In a file without formats a heading is marked as in Markdown. */
const MARKED = /^#{1,6}\s+(.+)$/u;

function titleOf(block: Block): string | null {
  if (block.type !== 'heading' && block.type !== 'paragraph') return null;
  const text = blockText(block).trim();
  if (block.type === 'heading') return text;
  return MARKED.exec(text)?.[1] ?? null;
}

/** A line of its own for each "# …", also where only the next line begins the text. */
function apart(block: Block): readonly Block[] {
  if (block.type !== 'paragraph' || !block.content?.some(({ type }) => type === 'hardBreak')) return [block];
  const lines: Inline[][] = [[]];
  for (const inline of block.content)
    if (inline.type === 'hardBreak') lines.push([]);
    else lines.at(-1)?.push(inline);
  const paragraphs = lines.map((content): Block => ({ ...block, attrs: { id: null }, content }));
  return paragraphs.some((line) => titleOf(line) !== null) ? paragraphs : [block];
}

/** What stands before the first heading belongs to none and is left out, as is a heading with nothing below. */
export function splitModules(text: RichText): readonly ReadModule[] {
  const modules: { title: string; content: Block[] }[] = [];
  for (const block of text.content.flatMap(apart)) {
    const title = titleOf(block);
    if (title !== null && title !== '') modules.push({ title: title.slice(0, LONGEST_TITLE), content: [] });
    else modules.at(-1)?.content.push(block);
  }
  return modules
    .filter(({ content }) => content.some((block) => blockText(block).trim() !== ''))
    .map(({ title, content }) => ({ title, text: { type: 'doc', content } }));
}
