/** Marks of proposals and comments on the words they concern: shown, never part of the text, and carried along while it is written. */
import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

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

const KEY = new PluginKey<DecorationSet>('passages');
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
  const { state, view } = editor;
  const end = state.doc.content.size;
  const inside = passages.filter(({ from, to }) => from >= 0 && from <= to && to <= end);
  const set = DecorationSet.create(state.doc, inside.map(decorationOf));
  view.dispatch(state.tr.setMeta(KEY, set).setMeta('addToHistory', false));
}

/** Where a passage stands now; null where nothing is left of it. */
export function markedRange(editor: Editor, key: string): { readonly from: number; readonly to: number } | null {
  const found = KEY.getState(editor.state)?.find(undefined, undefined, (spec: Spec) => spec.key === key) ?? [];
  const [first, ...others] = found;
  if (!first) return null;
  const ends = others.map(({ to }) => to);
  return { from: first.from, to: Math.max(first.to, ...ends) };
}

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
      new Plugin<DecorationSet>({
        key: KEY,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, before) => {
            const set: unknown = transaction.getMeta(KEY);
            return set instanceof DecorationSet ? set : before.map(transaction.mapping, transaction.doc);
          },
        },
        props: {
          decorations: (state) => KEY.getState(state),
          handleClick: (view, position) => {
            const [found] = KEY.getState(view.state)?.find(position, position) ?? [];
            if (found) listeners.get(editor)?.((found.spec as Spec).key);
            return false;
          },
        },
      }),
    ];
  },
});
