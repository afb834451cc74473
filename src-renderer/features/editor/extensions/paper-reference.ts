/** Numbers of other papers inside the text. Typing one and a blank marks it. */
import { Mark, markInputRule, mergeAttributes } from '@tiptap/core';

const TYPED = /(?:^|[\s(])(([A-ZÄÖÜ]{1,4}\d{3,6}\/\d{2,4}(?:\/\d{1,3}){0,4}))[\s.,;)]$/;

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
    return [markInputRule({ find: TYPED, type: this.type, getAttributes: (match) => ({ reference: match[1] ?? '' }) })];
  },
});
