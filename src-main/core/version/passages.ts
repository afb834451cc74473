/** A rich text or a field as passages: what is compared with each other, one after the other. Pure. */
import type { PassageChange } from '../../contract/version/shapes.ts';
import { versionTexts } from '../../contract/version/texts-de.ts';
import { assertNever } from '../../base/assert-never.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { inlineText } from '../../record/rich-text/plain-text.ts';
import type { Block, Inline, RichText } from '../../record/rich-text/rich-text.ts';

export interface Passage {
  readonly block: PassageChange['block'];
  readonly row?: number;
  readonly column?: number;
  /** The table that a cell belongs to; null for everything else. */
  readonly table: string | null;
  /** Of the block, where it has one: the same paragraph in both versions, whatever became of its words. */
  readonly id: string | null;
  readonly text: string;
  /** Everything else that is seen of it: level, marks, spans. */
  readonly look: string;
}

/** Marks by the words they stand on; neighbours with the same marks are one. */
function marksOf(inlines: readonly Inline[] = []): string {
  const runs: { text: string; marks: string }[] = [];
  for (const inline of inlines) {
    const marks = inline.type === 'text' ? canonicalJson((inline.marks ?? []).map(({ type }) => type).sort()) : '[]';
    const text = inlineText([inline]);
    const last = runs.at(-1);
    if (last?.marks === marks) last.text += text;
    else runs.push({ text, marks });
  }
  return canonicalJson(runs.filter(({ marks }) => marks !== '["paperReference"]' && marks !== '[]'));
}

type Where = Pick<Passage, 'block' | 'row' | 'column' | 'table'>;

function blockPassages(block: Block, where: Where, depth: string): Passage[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const kind = where.block === 'paragraph' && block.type === 'heading' ? ('heading' as const) : where.block;
      const level = block.type === 'heading' ? `h${block.attrs.level}` : 'p';
      return [
        {
          ...where,
          block: kind,
          id: block.attrs.id,
          text: inlineText(block.content),
          look: `${depth}${level}${marksOf(block.content)}`,
        },
      ];
    }
    case 'pageBreak':
      return [{ block: 'page-break', table: null, id: block.attrs.id, text: '', look: '' }];
    case 'blockquote':
      return block.content.flatMap((inner) => blockPassages(inner, { ...where, block: 'quote' }, `${depth}>`));
    case 'bulletList':
    case 'orderedList': {
      const sign = block.type === 'bulletList' ? '*' : `${block.attrs.start}.`;
      return block.content.flatMap(({ content }) =>
        content.flatMap((inner) =>
          blockPassages(inner, where.block === 'cell' ? where : { block: 'item', table: null }, depth + sign),
        ),
      );
    }
    case 'table': {
      const table = block.attrs.id ?? '';
      const columns = block.content[0]?.content.reduce((sum, { attrs }) => sum + attrs.colspan, 0) ?? 0;
      const cells = block.content.flatMap(({ content }, row) =>
        content.flatMap(({ type, attrs, content: inner }, column) =>
          inner.flatMap((one) =>
            blockPassages(
              one,
              { block: 'cell', row: row + 1, column: column + 1, table },
              `${depth}${type === 'tableHeader' ? 'H' : 'C'}${attrs.colspan}x${attrs.rowspan}${attrs.align ?? ''}`,
            ),
          ),
        ),
      );
      // The table itself: that it came, went or has another shape.
      const look = versionTexts.shape(block.content.length, columns);
      return [{ block: 'table', table: null, id: block.attrs.id, text: '', look }, ...cells];
    }
    default:
      return assertNever(block);
  }
}

export const textPassages = ({ content }: RichText): readonly Passage[] =>
  content.flatMap((block) => blockPassages(block, { block: 'paragraph', table: null }, ''));

/** Lines of a field; empty ones say nothing. */
export const linePassages = (lines: readonly string[]): readonly Passage[] =>
  lines.filter((line) => line !== '').map((text) => ({ block: 'line', table: null, id: null, text, look: '' }));
