/** What the search found, marked in the text: shown, never part of it. */
import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { FoundRange } from './find-in-text.ts';

const KEY = new PluginKey<DecorationSet>('searchMarks');

/** Marks these and no others; `current` is the one that is looked at, or null. */
export function markSearch(editor: Editor, found: readonly FoundRange[], current: FoundRange | null): void {
  if (editor.isDestroyed) return;
  const { state, view } = editor;
  if (found.length === 0 && (KEY.getState(state)?.find().length ?? 0) === 0) return;
  const marks = found.map((range) =>
    Decoration.inline(range.from, range.to, { class: range === current ? 'search-mark current' : 'search-mark' }),
  );
  view.dispatch(state.tr.setMeta(KEY, DecorationSet.create(state.doc, marks)).setMeta('addToHistory', false));
}

export const SearchMarks = Extension.create({
  name: 'searchMarks',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: KEY,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, shown) =>
          (transaction.getMeta(KEY) as DecorationSet | undefined) ?? shown.map(transaction.mapping, transaction.doc),
      },
      props: { decorations: (state) => KEY.getState(state) },
    }),
  ],
});
