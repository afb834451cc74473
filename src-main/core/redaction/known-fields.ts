/** Copies of what is known, field by field: what a record holds beyond it never reaches a redacted version. Pure. */
import type { Block, Inline, Mark, RichText } from '../../record/rich-text/rich-text.ts';
import { assertNever } from '../../base/assert-never.ts';

/** A rule for every field of a shape; a field that is added to the shape has none, and the compiler says so. */
export type FieldRules<T> = { readonly [F in keyof T]-?: (value: T[F]) => T[F] };

/** Only the fields that have a rule, each by its rule. */
export function knownFields<T extends object>(value: T, rules: FieldRules<T>): T {
  const known = Object.keys(rules) as (keyof T)[];
  return Object.fromEntries(
    known.filter((field) => field in value).map((field) => [field, rules[field](value[field])]),
  ) as T;
}

const REDACTED: Inline = { type: 'redacted' };

function knownMark(mark: Mark): readonly Mark[] {
  switch (mark.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'superscript':
    case 'subscript':
      return [{ type: mark.type }];
    case 'paperReference':
      return [{ type: 'paperReference', attrs: { reference: mark.attrs.reference } }];
    default:
      return [];
  }
}

function knownInline(inline: Inline): Inline {
  switch (inline.type) {
    case 'text':
      return {
        type: 'text',
        text: inline.text,
        ...(inline.marks && { marks: inline.marks.flatMap(knownMark) }),
      };
    case 'placeholder':
      return { type: 'placeholder', attrs: { label: inline.attrs.label } };
    case 'hardBreak':
      return { type: 'hardBreak' };
    case 'redacted':
    default:
      return REDACTED;
  }
}

const inlines = (content: readonly Inline[] | undefined) => content && { content: content.map(knownInline) };

function knownBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', attrs: { id: block.attrs.id }, ...inlines(block.content) };
    case 'heading':
      return { type: 'heading', attrs: { id: block.attrs.id, level: block.attrs.level }, ...inlines(block.content) };
    case 'pageBreak':
      return { type: 'pageBreak', attrs: { id: block.attrs.id } };
    case 'blockquote':
      return { type: 'blockquote', attrs: { id: block.attrs.id }, content: block.content.map(knownBlock) };
    case 'bulletList':
      return {
        type: 'bulletList',
        attrs: { id: block.attrs.id },
        content: block.content.map((item) => ({ type: 'listItem', content: item.content.map(knownBlock) })),
      };
    case 'orderedList':
      return {
        type: 'orderedList',
        attrs: { id: block.attrs.id, start: block.attrs.start },
        content: block.content.map((item) => ({ type: 'listItem', content: item.content.map(knownBlock) })),
      };
    case 'table':
      return {
        type: 'table',
        attrs: { id: block.attrs.id },
        content: block.content.map((row) => ({
          type: 'tableRow',
          content: row.content.map(({ type, attrs, content }) => ({
            type,
            attrs: { colspan: attrs.colspan, rowspan: attrs.rowspan, ...(attrs.align && { align: attrs.align }) },
            content: content.map(knownBlock),
          })),
        })),
      };
    default:
      return assertNever(block);
  }
}

export const knownRichText = (text: RichText): RichText => ({ type: 'doc', content: text.content.map(knownBlock) });
