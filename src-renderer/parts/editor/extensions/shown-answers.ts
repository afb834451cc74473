/** Passages of the reply that answer what the pointer or the focus is at beside the text: shown, never part of it. */
import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const KEY = new PluginKey<DecorationSet>('shownAnswers');
const listeners = new WeakMap<Editor, (block: string | null) => void>();

/** Blocks by their ids; none takes the marks away. */
export function showAnswers(editor: Editor, blocks: ReadonlySet<string>): void {
  const { state, view } = editor;
  const shown: Decoration[] = [];
  if (blocks.size > 0)
    state.doc.descendants((node, position) => {
      if (node.isTextblock && blocks.has(String(node.attrs['id'])))
        shown.push(Decoration.node(position, position + node.nodeSize, { class: 'shown-answer' }));
    });
  if (shown.length === 0 && (KEY.getState(state)?.find().length ?? 0) === 0) return;
  view.dispatch(state.tr.setMeta(KEY, DecorationSet.create(state.doc, shown)).setMeta('addToHistory', false));
}

/** Who hears over which block the pointer is; null for nobody. */
export function onPointedBlock(editor: Editor, listener: ((block: string | null) => void) | null): void {
  if (listener) listeners.set(editor, listener);
  else listeners.delete(editor);
}

export const ShownAnswers = Extension.create({
  name: 'shownAnswers',
  addProseMirrorPlugins() {
    const { editor } = this;
    let last: string | null = null;
    const tell = (block: string | null): false => {
      if (block !== last) listeners.get(editor)?.(block);
      last = block;
      return false;
    };
    return [
      new Plugin({
        key: KEY,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, shown) =>
            (transaction.getMeta(KEY) as DecorationSet | undefined) ?? shown.map(transaction.mapping, transaction.doc),
        },
        props: {
          decorations: (state) => KEY.getState(state),
          handleDOMEvents: {
            mouseover: (view, event) => {
              const block = event.target instanceof Element ? event.target.closest('p, h1, h2') : null;
              if (!block || !view.dom.contains(block)) return tell(null);
              const id: unknown = view.state.doc.resolve(view.posAtDOM(block, 0)).parent.attrs['id'];
              return tell(typeof id === 'string' ? id : null);
            },
            mouseleave: () => tell(null),
          },
        },
      }),
    ];
  },
});
