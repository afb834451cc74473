/** Numbers of other papers inside the text. Typing one and what follows a word marks it – and does nothing else. */
import { type Editor, InputRule, type InputRuleMatch, Mark, mergeAttributes } from '@tiptap/core';

const NUMBER = String.raw`(^|%leaf%|[\s(\[„‚"'/–-])([A-ZÄÖÜ]{1,4}\d{3,6}\/\d{2,4}(?:\/\d{1,3}){0,4})`;
const BEFORE_SIGN = new RegExp(`${NUMBER}([ \u00a0.,;:!?)\\]“”"'–])$`);
const BEFORE_END = new RegExp(`${NUMBER}$`);

/** The number with the sign behind it; what stands before it is none of the rule's business. */
function typedNumber(text: string): InputRuleMatch | null {
  const match = BEFORE_SIGN.exec(text);
  const [, before = '', reference = '', sign = ''] = match ?? [];
  return match && { index: match.index + before.length, text: reference + sign, data: { reference } };
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
  addKeyboardShortcuts() {
    const mark = (): false => markBeforeCursor(this.editor, this.name);
    return { Enter: mark, 'Shift-Enter': mark };
  },
});
