/** Words that a rule stands at: underlined while one writes, never part of the text, and gone with the words. */
import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export interface MarkedFinding {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly severity: string;
  readonly sentence: string;
}

const KEY = new PluginKey<DecorationSet>('markedFindings');

/** Shows these and no others. */
export function markFindings(editor: Editor, findings: readonly MarkedFinding[]): void {
  const { state, view } = editor;
  if (findings.length === 0 && (KEY.getState(state)?.find().length ?? 0) === 0) return;
  const marks = findings.map(({ from, to, key, severity, sentence }) =>
    Decoration.inline(from, to, { class: `found-words ${severity}`, title: sentence, 'data-finding': key }, { key }),
  );
  view.dispatch(state.tr.setMeta(KEY, DecorationSet.create(state.doc, marks)).setMeta('addToHistory', false));
}

/** Where the words of a finding stand by now; null where they are gone. */
export function markedPlace(editor: Editor, key: string): { readonly from: number; readonly to: number } | null {
  const [mark] =
    KEY.getState(editor.state)?.find(undefined, undefined, (spec: { readonly key?: unknown }) => spec.key === key) ??
    [];
  return mark && mark.from < mark.to ? { from: mark.from, to: mark.to } : null;
}

export const MarkedFindings = Extension.create({
  name: 'markedFindings',
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
