/** A gap that still has to be filled; it stands out on screen and on paper. */
import { mergeAttributes, Node } from '@tiptap/core';

export const Placeholder = Node.create({
  name: 'placeholder',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ label: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'span[data-placeholder]',
      getAttrs: (element) => ({ label: element.getAttribute('data-placeholder') ?? '' }),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => {
    const label = String(node.attrs['label']);
    return ['span', mergeAttributes(HTMLAttributes, { class: 'placeholder', 'data-placeholder': label }), label];
  },
  renderText: ({ node }) => `[${String(node.attrs['label'])}]`,
});
