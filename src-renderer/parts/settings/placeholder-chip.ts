/** A placeholder as a word in a frame. Whoever types its stored form in braces gets the same. */
import { Node } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { Mark } from '@tiptap/pm/model';
import type { PlaceholderNames } from '../../texts/placeholders.ts';
import { CHIP, splitPlaceholders } from './pattern-document.ts';

interface Found {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly marks: readonly Mark[];
}

export const PlaceholderChip = Node.create<{ names: PlaceholderNames }>({
  name: CHIP,
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ names: {} }),
  addAttributes: () => ({ name: { default: '' } }),
  parseHTML: () => [{ tag: 'span[data-placeholder]' }],
  renderHTML({ node }) {
    const name = String(node.attrs['name']);
    return ['span', { class: 'chip', 'data-placeholder': name }, this.options.names[name] ?? name];
  },
  // What is copied goes into other fields and other programs as it is stored.
  renderText: ({ node }) => `{${String(node.attrs['name'])}}`,
  addProseMirrorPlugins() {
    const { names } = this.options;
    return [
      new Plugin({
        appendTransaction: (transactions, _, state) => {
          if (!transactions.some(({ docChanged }) => docChanged)) return null;
          const found: Found[] = [];
          state.doc.descendants((node, position) => {
            let from = position;
            for (const { text, name } of splitPlaceholders(node.text ?? '', names)) {
              if (name !== null) found.push({ from, to: from + text.length, name, marks: node.marks });
              from += text.length;
            }
          });
          const type = state.schema.nodes[CHIP];
          if (found.length === 0 || !type) return null;
          const change = state.tr;
          // From the end, so that the places before stay right.
          for (const { from, to, name, marks } of found.reverse())
            change.replaceWith(from, to, type.create({ name }, null, marks));
          return change;
        },
      }),
    ];
  },
});
