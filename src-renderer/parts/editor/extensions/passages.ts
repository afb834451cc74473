/** Marks of proposals and comments on the words they concern: shown, never part of the text, and carried along while it is written. */
import { type Editor, Extension } from '@tiptap/core';
import { Decoration } from '@tiptap/pm/view';
import { markLayer } from './mark-layer.ts';

export interface MarkedPassage {
  readonly key: string;
  readonly kind: 'comment' | 'proposal';
  readonly from: number;
  readonly to: number;
  readonly isChosen: boolean;
}

/** What a decoration remembers of its passage. */
interface Spec {
  readonly key: string;
}

const LAYER = markLayer('passages');
const listeners = new WeakMap<Editor, (key: string) => void>();

function decorationOf({ key, kind, from, to, isChosen }: MarkedPassage): Decoration {
  const className = `marked-passage ${kind}${isChosen ? ' chosen' : ''}`;
  if (from < to) return Decoration.inline(from, to, { class: className }, { key, inclusiveEnd: false });
  return Decoration.widget(
    from,
    () => {
      const point = document.createElement('span');
      point.className = `${className} point`;
      return point;
    },
    { key, side: -1 },
  );
}

/** Shows these and no others. */
export function markPassages(editor: Editor, passages: readonly MarkedPassage[]): void {
  const end = editor.state.doc.content.size;
  const inside = passages.filter(({ from, to }) => from >= 0 && from <= to && to <= end);
  LAYER.put(editor, inside.map(decorationOf));
}

/** Where a passage stands now; null where nothing is left of it. */
export const markedRange = (editor: Editor, key: string): { readonly from: number; readonly to: number } | null =>
  LAYER.rangeOf(editor, key);

/** Who hears of a click on a passage; null for nobody. */
export function onPassage(editor: Editor, listener: ((key: string) => void) | null): void {
  if (listener) listeners.set(editor, listener);
  else listeners.delete(editor);
}

export const Passages = Extension.create({
  name: 'passages',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      LAYER.plugin({
        handleClick: (view, position) => {
          const [found] = LAYER.at(view.state, position, position);
          if (found) listeners.get(editor)?.((found.spec as Spec).key);
          return false;
        },
      }),
    ];
  },
});
