/** Words that a rule stands at: underlined while one writes. */
import { type Editor, Extension } from '@tiptap/core';
import { Decoration } from '@tiptap/pm/view';
import { markLayer } from './mark-layer.ts';

export interface MarkedFinding {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly severity: string;
  readonly sentence: string;
}

const LAYER = markLayer('markedFindings');

/** Shows these and no others. */
export const markFindings = (editor: Editor, findings: readonly MarkedFinding[]): void =>
  LAYER.put(
    editor,
    findings.map(({ from, to, key, severity, sentence }) =>
      Decoration.inline(from, to, { class: `found-words ${severity}`, title: sentence, 'data-finding': key }, { key }),
    ),
  );

/** Where the words of a finding stand by now; null where they are gone. */
export function markedPlace(editor: Editor, key: string): { readonly from: number; readonly to: number } | null {
  const range = LAYER.rangeOf(editor, key);
  return range && range.from < range.to ? range : null;
}

export const MarkedFindings = Extension.create({
  name: 'markedFindings',
  addProseMirrorPlugins: () => [LAYER.plugin()],
});
