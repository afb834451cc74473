/**
 * Rich text of quotations and replies: the ProseMirror JSON of the editor, narrowed to what both document writers can print.
 * `attrs.id` names a block for places and passages; it is no part of the text (see `block-ids.ts`).
 */
import * as z from 'zod';
import { keptForm } from '../kept-form.ts';

/** Blackened words in plain text: always as long, whatever stood there. */
export const REDACTED_MARK = '█████';

const blockId = z.string().min(1).max(64).nullable().default(null);

const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('underline') }),
  z.object({ type: z.literal('superscript') }),
  z.object({ type: z.literal('subscript') }),
  z.object({ type: z.literal('paperReference'), attrs: z.object({ reference: z.string().min(1).max(64) }) }),
]);

const textSchema = z.object({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
});
const hardBreakSchema = z.object({ type: z.literal('hardBreak') });
/** What a word processor's words become. */
export const textOrBreakSchema = z.discriminatedUnion('type', [textSchema, hardBreakSchema]);
const placeholderSchema = z.object({
  type: z.literal('placeholder'),
  attrs: z.object({ label: z.string().min(1).max(200) }),
});
/** Words that were blackened for good; nothing of them is left, not even their number. */
const redactedSchema = z.object({ type: z.literal('redacted') });
const inlineSchema = z.discriminatedUnion('type', [textSchema, hardBreakSchema, placeholderSchema, redactedSchema]);

const paragraphSchema = z.object({
  type: z.literal('paragraph'),
  attrs: z.object({ id: blockId }).default({ id: null }),
  content: z.array(inlineSchema).optional(),
});
const headingSchema = z.object({
  type: z.literal('heading'),
  attrs: z.object({ id: blockId, level: z.union([z.literal(1), z.literal(2)]) }),
  content: z.array(inlineSchema).optional(),
});
const pageBreakSchema = z.object({
  type: z.literal('pageBreak'),
  attrs: z.object({ id: blockId }).default({ id: null }),
});

export type Mark = z.infer<typeof markSchema>;
export type Inline = z.infer<typeof inlineSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Heading = z.infer<typeof headingSchema>;
export type PageBreak = z.infer<typeof pageBreakSchema>;

export interface ListItem {
  type: 'listItem';
  content: Block[];
}
export interface BulletList {
  type: 'bulletList';
  attrs: { id: string | null };
  content: ListItem[];
}
export interface OrderedList {
  type: 'orderedList';
  attrs: { id: string | null; start: number };
  content: ListItem[];
}
export interface Blockquote {
  type: 'blockquote';
  attrs: { id: string | null };
  content: Block[];
}
/** How the words of a cell stand; at the left where nothing is said. */
export type CellAlign = 'center' | 'right';
export interface TableCell {
  type: 'tableCell' | 'tableHeader';
  attrs: { colspan: number; rowspan: number; align?: CellAlign | undefined };
  content: Block[];
}
export interface TableRow {
  type: 'tableRow';
  content: TableCell[];
}
export interface Table {
  type: 'table';
  attrs: { id: string | null };
  content: TableRow[];
}
export type Block = Paragraph | Heading | PageBreak | BulletList | OrderedList | Blockquote | Table;
export interface RichText {
  type: 'doc';
  content: Block[];
}

const withId = z.object({ id: blockId }).default({ id: null });

const listItemSchema: z.ZodType<ListItem> = z.lazy(() =>
  z.object({ type: z.literal('listItem'), content: z.array(blockSchema).min(1) }),
);
const bulletListSchema = z.object({
  type: z.literal('bulletList'),
  attrs: withId,
  content: z.array(listItemSchema).min(1),
});
const orderedListSchema = z.object({
  type: z.literal('orderedList'),
  attrs: z.object({ id: blockId, start: z.number().int().min(1).max(9999).default(1) }).default({ id: null, start: 1 }),
  content: z.array(listItemSchema).min(1),
});
const blockquoteSchema = z.object({
  type: z.literal('blockquote'),
  attrs: withId,
  content: z.array(z.lazy(() => blockSchema)).min(1),
});
/** The editor says `null` and `left` where a record says nothing. */
const cellAlignSchema = z
  .enum(['left', 'center', 'right'])
  .nullish()
  .transform((align): CellAlign | undefined => (align === 'center' || align === 'right' ? align : undefined));
const span = z.number().int().min(1).max(100).default(1);
const tableCellSchema = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z
    .object({ colspan: span, rowspan: span, align: cellAlignSchema })
    .default({ colspan: 1, rowspan: 1, align: undefined }),
  content: z.array(z.lazy(() => blockSchema)).min(1),
});
const tableSchema = z.object({
  type: z.literal('table'),
  attrs: withId,
  content: z.array(z.object({ type: z.literal('tableRow'), content: z.array(tableCellSchema) })).min(1),
});

const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    paragraphSchema,
    headingSchema,
    pageBreakSchema,
    bulletListSchema,
    orderedListSchema,
    blockquoteSchema,
    tableSchema,
  ]),
);

export const richTextSchema: z.ZodType<RichText> = z.object({
  type: z.literal('doc'),
  content: z.array(blockSchema),
});

export const RICH_TEXT_FORM = keptForm(null, [{ schema: richTextSchema }]);
export const RICH_TEXT_VERSION = RICH_TEXT_FORM.versions.length;

export const EMPTY_RICH_TEXT: RichText = { type: 'doc', content: [] };
