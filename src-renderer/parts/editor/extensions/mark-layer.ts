/** Marks that are shown at words or blocks and are never part of the text: carried along while it is written, gone with what they stand at. */
import type { Editor } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type PluginSpec } from '@tiptap/pm/state';
import { type Decoration, DecorationSet } from '@tiptap/pm/view';

type Props = NonNullable<PluginSpec<DecorationSet>['props']>;

export interface MarkLayer {
  /** Draws the marks; `props` are what else the layer hears of. */
  readonly plugin: (props?: Omit<Props, 'decorations'>) => Plugin<DecorationSet>;
  /** Shows these and no others. */
  readonly put: (editor: Editor, marks: readonly Decoration[]) => void;
  readonly at: (state: EditorState, from?: number, to?: number) => readonly Decoration[];
  /** Where the marks whose spec has this key stand by now, from the first to the last; null where they are gone. */
  readonly rangeOf: (editor: Editor, key: string) => { readonly from: number; readonly to: number } | null;
}

/** `name` is that of the plugin, one of a kind in an editor. */
export function markLayer(name: string): MarkLayer {
  const own = new PluginKey<DecorationSet>(name);
  const at: MarkLayer['at'] = (state, from, to) => own.getState(state)?.find(from, to) ?? [];
  return {
    plugin: (props = {}) =>
      new Plugin<DecorationSet>({
        key: own,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, shown) => {
            const set: unknown = transaction.getMeta(own);
            return set instanceof DecorationSet ? set : shown.map(transaction.mapping, transaction.doc);
          },
        },
        props: { ...props, decorations: (state) => own.getState(state) },
      }),
    put: (editor, marks) => {
      if (editor.isDestroyed) return;
      const { state, view } = editor;
      if (marks.length === 0 && at(state).length === 0) return;
      const set = DecorationSet.create(state.doc, [...marks]);
      view.dispatch(state.tr.setMeta(own, set).setMeta('addToHistory', false));
    },
    at,
    rangeOf: (editor, key) => {
      const found = at(editor.state).filter(({ spec }) => (spec as { readonly key?: unknown }).key === key);
      const [first] = found;
      return first ? { from: first.from, to: Math.max(...found.map(({ to }) => to)) } : null;
    },
  };
}
