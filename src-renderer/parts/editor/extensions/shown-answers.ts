/** Passages of the reply that answer what the pointer or the focus is at beside the text: shown, never part of it. */
import { type Editor, Extension } from '@tiptap/core';
import { Decoration } from '@tiptap/pm/view';
import { markLayer } from './mark-layer.ts';

const LAYER = markLayer('shownAnswers');
const listeners = new WeakMap<Editor, (block: string | null) => void>();

/** Blocks by their ids; none takes the marks away. */
export function showAnswers(editor: Editor, blocks: ReadonlySet<string>): void {
  const shown: Decoration[] = [];
  if (blocks.size > 0)
    editor.state.doc.descendants((node, position) => {
      if (node.isTextblock && blocks.has(String(node.attrs['id'])))
        shown.push(Decoration.node(position, position + node.nodeSize, { class: 'shown-answer' }));
    });
  LAYER.put(editor, shown);
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
      LAYER.plugin({
        handleDOMEvents: {
          mouseover: (view, event) => {
            const block = event.target instanceof Element ? event.target.closest('p, h1, h2') : null;
            if (!block || !view.dom.contains(block)) return tell(null);
            const id: unknown = view.state.doc.resolve(view.posAtDOM(block, 0)).parent.attrs['id'];
            return tell(typeof id === 'string' ? id : null);
          },
          mouseleave: () => tell(null),
        },
      }),
    ];
  },
});
