/**
 * What a colleague would change: read from a copy that came back from Word or LibreOffice, to be accepted or refused one by one. Places are
 * those of the state that was given out (its ground); where the text has changed since, they are found again, or the proposal is only shown.
 */
import * as z from 'zod';
import { idSchema, lineSchema } from '../../record/basics.ts';
import { richTextSchema, type Inline } from '../../record/rich-text/rich-text.ts';

export const textFieldSchema = z.enum(['quotation', 'reply']);
export type TextField = z.infer<typeof textFieldSchema>;

/** Inline content as a text of one paragraph holds it; checked with it. */
const inlinesSchema: z.ZodType<readonly Inline[]> = z.custom<readonly Inline[]>(
  (value) =>
    Array.isArray(value) &&
    richTextSchema.safeParse({ type: 'doc', content: [{ type: 'paragraph', content: value }] }).success,
);

export const newParagraphSchema = z.object({
  /** 1 and 2 for headings of the text; null for a paragraph. */
  heading: z.union([z.literal(1), z.literal(2)]).nullable(),
  list: z.enum(['bullet', 'number']).nullable(),
  content: inlinesSchema,
});
export type NewParagraph = z.infer<typeof newParagraphSchema>;

const blockId = z.string().max(64);
const offset = z.number().int().min(0);

/** A place in a text: UTF-16 units into the plain text of a paragraph or heading. Null: where the text would begin that is empty. */
const pointSchema = z.object({ block: blockId.nullable(), offset });
export type TextPoint = z.infer<typeof pointSchema>;

/**
 * One change of the text: what stands between two places goes, and what comes is put there. Between two of its `parts` a paragraph ends, so
 * that one kind of change takes in words, breaks, joins, new paragraphs and paragraphs that go.
 */
export const textEditSchema = z.object({
  from: pointSchema,
  to: pointSchema,
  parts: z.array(newParagraphSchema).min(1),
});
export type TextEdit = z.infer<typeof textEditSchema>;

/** A passage of the text; offsets as in edits. */
export const passageSchema = z.object({ block: blockId, start: offset, end: offset });
export type Passage = z.infer<typeof passageSchema>;

export const proposalSchema = z.object({
  /** "3"; remarks "K1". The same file gives the same ids. */
  id: z.string().max(20),
  kind: z.enum(['changed', 'added', 'removed', 'moved', 'remark']),
  field: textFieldSchema,
  /** "" where nobody tracked the change. */
  author: z.string(),
  /** In the writer's local time, as the file says it; "" where it says nothing. */
  at: z.string(),
  /** Words around, words that went and words that came, for reading; paragraphs end in "\n". */
  before: z.string(),
  removed: z.string(),
  added: z.string(),
  after: z.string(),
  /** None for a remark. */
  edits: z.array(textEditSchema),
  /** Of a remark: what it says and the words it stands at. */
  remark: z.object({ text: z.string(), passage: passageSchema.nullable() }).optional(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What came back and is no proposal: named, never merged. */
export const namedChangeSchema = z.object({
  kind: z.enum(['head', 'table', 'format', 'note', 'other-copy', 'unknown-ground', 'unplaced', 'lost']),
  author: z.string(),
  text: z.string(),
});
export type NamedChange = z.infer<typeof namedChangeSchema>;

export const groundSchema = z.object({ quotation: richTextSchema, reply: richTextSchema });
/** Both texts of a statement. */
export type Ground = z.infer<typeof groundSchema>;

/**
 * `applied`: the text says already what is proposed. `moved-on`: the words it stands on have changed since; it is shown, not applied.
 * `locked`: in the quotation while that is protected.
 */
export const proposalStateSchema = z.enum(['open', 'applied', 'refused', 'moved-on', 'locked']);
export type ProposalState = z.infer<typeof proposalStateSchema>;

export const placedProposalSchema = proposalSchema.extend({
  state: proposalStateSchema,
  /** Where it stands in the text as it is now; null where it has no place any more. */
  place: passageSchema.nullable(),
});
export type PlacedProposal = z.infer<typeof placedProposalSchema>;

export const reviewSchema = z.object({
  /** Null for a file that was only looked at. */
  id: idSchema.nullable(),
  fileName: lineSchema,
  /** When it was read in, and by whom. */
  at: z.string(),
  actor: z.string(),
  /** State that was given out; null where the file does not say, or it is of another statement. */
  revision: z.number().int().nullable(),
  proposals: z.array(placedProposalSchema),
  named: z.array(namedChangeSchema),
});
export type Review = z.infer<typeof reviewSchema>;
