/** Numbers of other papers inside the text. Typing one and what follows a word marks it – and does nothing else. */
import type { MarkType } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { type Editor, InputRule, type InputRuleMatch, Mark, mergeAttributes } from '@tiptap/core';

const NUMBER = String.raw`(^|%leaf%|[\s(\[„‚"'/–-])([A-ZÄÖÜ]{1,4}\d{3,6}\/\d{2,4}(?:\/\d{1,3}){0,4})`;
/** A straight quotation mark is replaced and marks the number itself (`typed-text.ts`). */
const BEFORE_SIGN = new RegExp(`${NUMBER}([ \u00a0.,;:!?)\\]“”'–])$`);
const BEFORE_END = new RegExp(`${NUMBER}$`);

/** The number with the sign behind it; what stands before it is none of the rule's business. */
function typedNumber(text: string): InputRuleMatch | null {
  const match = BEFORE_SIGN.exec(text);
  const [, before = '', reference = '', sign = ''] = match ?? [];
  return match && { index: match.index + before.length, text: reference + sign, data: { reference } };
}

/** Marks the number that ends right before a place, if one does. */
export function markNumberBefore(transaction: Transaction, end: number): void {
  const $end = transaction.doc.resolve(end);
  const type = transaction.doc.type.schema.marks['paperReference'];
  const text = $end.parent.textBetween(0, $end.parentOffset, undefined, '%leaf%');
  const reference = BEFORE_END.exec(text)?.[2];
  if (type && reference !== undefined) transaction.addMark(end - reference.length, end, type.create({ reference }));
}

/** Enter ends a word as well; the key itself goes on to whoever makes the paragraph. */
function markBeforeCursor(editor: Editor, name: string): false {
  const { $from, empty } = editor.state.selection;
  if (!empty || !$from.parent.isTextblock) return false;
  const text = $from.parent.textBetween(0, $from.parentOffset, undefined, '%leaf%');
  const reference = BEFORE_END.exec(text)?.[2];
  const type = editor.schema.marks[name];
  if (reference === undefined || !type) return false;
  const { tr } = editor.state;
  tr.addMark($from.pos - reference.length, $from.pos, type.create({ reference }));
  editor.view.dispatch(tr.setMeta('addToHistory', false));
  return false;
}

const INSIDE = /(?<![\p{L}\p{N}/])[A-ZÄÖÜ]{1,4}\d{3,6}\/\d{2,4}(?:\/\d{1,3}){0,4}(?![\p{L}\p{N}/])/gu;

/** Marks every number that stands in a part of the text as a whole word. */
export function markNumbersIn(transaction: Transaction, from: number, to: number): void {
  const type = transaction.doc.type.schema.marks['paperReference'];
  if (!type) return;
  transaction.doc.nodesBetween(from, Math.min(to, transaction.doc.content.size), (block, start) => {
    if (!block.isTextblock) return true;
    const text = block.textBetween(0, block.content.size, null, '\u{FFFC}');
    for (const { 0: reference, index } of text.matchAll(INSIDE)) {
      const begin = start + 1 + index;
      const end = begin + reference.length;
      if (end <= from || begin >= to || transaction.doc.rangeHasMark(begin, end, type)) continue;
      transaction.addMark(begin, end, type.create({ reference }));
    }
    return false;
  });
}

/** What was pasted or dropped names papers as what was typed does. */
function markPasted(tr: Transaction, transactions: readonly Transaction[]): void {
  if (!transactions.some((one) => PASTED.has(String(one.getMeta('uiEvent'))))) return;
  for (const { from, to } of written(transactions, tr.doc.content.size)) markNumbersIn(tr, from, to);
}
const PASTED: ReadonlySet<string> = new Set(['paste', 'drop']);

const foldNumber = (text: string): string => text.replace(/\s/gu, '').toUpperCase();
const WHOLE = /^[A-ZÄÖÜ]{1,4}\d{3,6}\/\d{2,4}(?:\/\d{1,3}){0,4}$/u;

/** The parts of the text that the transactions wrote, as they stand now. */
/** More steps than these are not followed one by one. */
const MOST_FOLLOWED = 60;

function written(transactions: readonly Transaction[], whole: number): { from: number; to: number }[] {
  const steps = transactions.reduce((sum, { mapping }) => sum + mapping.maps.length, 0);
  if (steps > MOST_FOLLOWED) return [{ from: 0, to: whole }];
  const ranges: { from: number; to: number }[] = [];
  transactions.forEach((transaction, at) => {
    transaction.mapping.maps.forEach((map, step) => {
      map.forEach((_from, _to, from, to) => {
        const after = [
          ...transaction.mapping.maps.slice(step + 1),
          ...transactions.slice(at + 1).flatMap((later) => later.mapping.maps),
        ];
        const now = (place: number, side: 1 | -1): number => after.reduce((found, one) => one.map(found, side), place);
        ranges.push({ from: now(from, -1), to: now(to, 1) });
      });
    });
  });
  return ranges;
}

/** A number that was written over names another paper, or none: the mark follows its words. */
function followWords(tr: Transaction, type: MarkType, transactions: readonly Transaction[]): void {
  const { doc } = tr;
  for (const { from, to } of written(transactions, doc.content.size))
    doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), (block, start) => {
      if (!block.isTextblock) return true;
      // A run of marked words, whichever numbers they are marked with: a step taken back may leave two in one.
      const runs: { from: number; to: number; text: string; references: string[] }[] = [];
      block.forEach((inline, offset) => {
        const mark = type.isInSet(inline.marks);
        if (!mark || inline.text === undefined) return;
        const place = start + 1 + offset;
        const reference = String(mark.attrs['reference']);
        const last = runs.at(-1);
        if (last?.to === place) {
          last.to += inline.nodeSize;
          last.text += inline.text;
          last.references.push(reference);
        } else runs.push({ from: place, to: place + inline.nodeSize, text: inline.text, references: [reference] });
      });
      for (const run of runs) {
        const isRight = run.references.every((reference) => foldNumber(reference) === foldNumber(run.text));
        if (run.to < from || run.from > to || isRight) continue;
        tr.removeMark(run.from, run.to, type);
        if (WHOLE.test(run.text)) tr.addMark(run.from, run.to, type.create({ reference: run.text }));
      }
      return false;
    });
}

export const PaperReference = Mark.create({
  name: 'paperReference',
  inclusive: false,
  addAttributes: () => ({
    reference: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-reference') ?? '',
      renderHTML: (attributes) => ({ 'data-reference': String(attributes['reference']) }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-reference]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { class: 'paper-reference' }), 0],
  addInputRules() {
    return [
      new InputRule({
        find: typedNumber,
        // A mark changes no sign: neither the step back nor the backspace key has anything to give back.
        undoable: false,
        handler: ({ state, range, match }) => {
          const reference = String(match.data?.['reference']);
          if (!state.doc.resolve(range.from).parent.isTextblock) return null;
          state.tr
            .addMark(range.from, range.from + reference.length, this.type.create({ reference }))
            .setMeta('addToHistory', false)
            .scrollIntoView();
          return undefined;
        },
      }),
    ];
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('numberFollowsWords'),
        appendTransaction: (transactions, _before, state) => {
          if (!transactions.some(({ docChanged }) => docChanged)) return null;
          const { tr } = state;
          followWords(tr, this.type, transactions);
          markPasted(tr, transactions);
          return tr.docChanged ? tr.setMeta('addToHistory', false) : null;
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    const mark = (): false => markBeforeCursor(this.editor, this.name);
    return { Enter: mark, 'Shift-Enter': mark };
  },
});
