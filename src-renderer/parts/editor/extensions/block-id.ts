/** Every block carries a stable id, so that places in the text can be named. New and copied blocks get one at once. */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { newId } from '../../../data/new-id.ts';

const BLOCKS = ['paragraph', 'heading', 'pageBreak', 'bulletList', 'orderedList', 'blockquote', 'table'];

export const BlockId = Extension.create({
  name: 'blockId',
  addGlobalAttributes() {
    return [
      {
        types: BLOCKS,
        attributes: {
          id: { default: null, rendered: false, keepOnSplit: false, parseHTML: () => null },
        },
      },
    ];
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('blockId'),
        appendTransaction: (transactions, _before, state) => {
          if (!transactions.some((transaction) => transaction.docChanged)) return null;
          const seen = new Set<string>();
          const { tr } = state;
          state.doc.descendants((node, position) => {
            if (!BLOCKS.includes(node.type.name)) return;
            const id: unknown = node.attrs['id'];
            if (typeof id === 'string' && !seen.has(id)) seen.add(id);
            else tr.setNodeMarkup(position, undefined, { ...node.attrs, id: newId() });
          });
          return tr.docChanged ? tr.setMeta('addToHistory', false) : null;
        },
      }),
    ];
  },
});
