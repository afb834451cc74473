/**
 * What is typed, pasted or set stays as it is. The kit's nodes and marks bring rules that turn signs into something else ("**so**", "# ",
 * "> "); none of them is kept. What typing may replace is listed here and nowhere else, and one step back gives the typed signs again.
 */
import { type AnyExtension, Extension, InputRule } from '@tiptap/core';
import type { Node, NodeType } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { markNumberBefore } from './paper-reference.ts';
import { canJoin, findWrapping } from '@tiptap/pm/transform';

/** The same node or mark without any rule on typed or pasted text. */
export const withoutRules = <T extends AnyExtension>(extension: T): T =>
  extension.extend({ addInputRules: () => [], addPasteRules: () => [] }) as T;

/** A list mark and a blank at the beginning of a paragraph make a list; `mayBegin` sees the block before. */
function listRule(find: RegExp, type: NodeType, mayBegin: (match: RegExpMatchArray, before: Node | null) => boolean) {
  return new InputRule({
    find,
    handler: ({ state, range, match }) => {
      const $mark = state.doc.resolve(range.from);
      if ($mark.parent.type.name !== 'paragraph' || $mark.parentOffset !== 0) return null;
      const before = state.doc.resolve($mark.before()).nodeBefore;
      if (!mayBegin(match, before)) return null;
      const { tr } = state;
      tr.delete(range.from, range.to);
      const block = tr.doc.resolve(range.from).blockRange();
      const isNext = before?.type === type && mayFollow(match, before);
      const wrapping = block && findWrapping(block, type, isOrdered(type) ? { start: Number(match[1]) } : null);
      if (!wrapping) return null;
      tr.wrap(block, wrapping);
      if (isNext && canJoin(tr.doc, range.from - 1)) tr.join(range.from - 1);
      tr.scrollIntoView();
      return undefined;
    },
  });
}

const isOrdered = (type: NodeType): boolean => type.name === 'orderedList';
/** A point joins the points before it; a number only where it counts on. */
const mayFollow = (match: RegExpMatchArray, list: Node): boolean =>
  !isOrdered(list.type) || Number(list.attrs['start']) + list.childCount === Number(match[1]);

/** "3. Oktober" begins no list: only "1." does, or the number after the list before. */
const countsOn = (match: RegExpMatchArray, before: Node | null): boolean =>
  match[1] === '1' || (before !== null && isOrdered(before.type) && mayFollow(match, before));

/** Before these a quotation begins; behind anything else it ends. */
const OPENS = /[\s([{/–—„‚\u00a0]/u;

/** A straight quotation mark becomes the German one that fits its place; the number of a paper before it is marked as before any other sign. */
const quotationRule = (markNumber: (transaction: Transaction, end: number) => void) =>
  new InputRule({
    find: /"$/,
    handler: ({ state, range, match }) => {
      const before = (match.input ?? '').at(-2);
      const at = range.to - 1;
      if (!state.doc.resolve(at).parent.isTextblock) return null;
      markNumber(state.tr, at);
      state.tr.insertText(before === undefined || OPENS.test(before) ? '„' : '“', at, at + 1);
      return undefined;
    },
  });

/** A hyphen between blanks is a dash. */
const dashRule = new InputRule({
  find: /\S - $/,
  handler: ({ state, range }) => {
    const at = range.to - 2;
    if (!state.doc.resolve(at).parent.isTextblock || state.doc.textBetween(at, at + 1) !== '-') return null;
    state.tr.insertText('–', at, at + 1);
    return undefined;
  },
});

/** What a number is never torn from: written with capitals or not as here, and followed by a sign that ends the word. */
const UNIT = String.raw`(?:%|‰|€|EUR|Euro|Cent|Mio\.|Mrd\.|Tsd\.|Prozent|°C|mm|cm|m|km|m²|km²|m³|ha|g|kg|t|l|kW|kWh|MW|MWh|Uhr|dB|km\/h)`;
const BEHIND_NUMBER = new RegExp(String.raw`\d( )${UNIT}[ \u00a0.,;:!?)–/-]$`, 'u');
const BEFORE_NUMBER = /(?<![\p{L}\p{N}])(?:§{1,2}|Nr\.|Abs\.|Art\.|Ziff\.|Bd\.|Az\.)( )\d$/u;

/** The blank between a number and its unit, or between "§" and its number, does not break: the line ends before both or behind both. */
const heldTogether = (find: RegExp): InputRule =>
  new InputRule({
    find: (text) => {
      const match = find.exec(text);
      return match && { index: match.index, text: match[0] };
    },
    handler: ({ state, range, match }) => {
      const at = range.from + match[0].indexOf(' ');
      if (!state.doc.resolve(at).parent.isTextblock || state.doc.textBetween(at, at + 1) !== ' ') return null;
      state.tr.insertText(FIRM_BLANK, at, at + 1);
      return undefined;
    },
  });

/** The blank that does not break, by the key of other office programs. */
const FIRM_BLANK = '\u00a0';

/** The whole list of what typing replaces. */
export const TypedReplacements = Extension.create({
  name: 'typedReplacements',
  addInputRules() {
    const { bulletList, orderedList } = this.editor.schema.nodes;
    return [
      ...(bulletList ? [listRule(/^[-*] $/, bulletList, () => true)] : []),
      ...(orderedList ? [listRule(/^(\d{1,4})\. $/, orderedList, countsOn)] : []),
      quotationRule((transaction, end) => markNumberBefore(transaction, end)),
      dashRule,
      heldTogether(BEHIND_NUMBER),
      heldTogether(BEFORE_NUMBER),
    ];
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-Space': () => this.editor.commands.insertContent({ type: 'text', text: FIRM_BLANK }) };
  },
});
