/** Puts another state of the text into the editor as one step that can be taken back; blocks that are the same stay untouched. */
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node } from '@tiptap/pm/model';
import type { RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { forEditor } from './kept-editors.ts';

const sizeOf = (blocks: readonly Node[]): number => blocks.reduce((sum, { nodeSize }) => sum + nodeSize, 0);

export function replaceText(editor: Editor, text: RichText): void {
  const { state, view } = editor;
  const before = state.doc.children;
  const after = state.schema.nodeFromJSON(forEditor(text)).children;
  const most = Math.min(before.length, after.length);
  const isSame = (a: Node | undefined, b: Node | undefined): boolean => a !== undefined && b !== undefined && a.eq(b);
  let head = 0;
  while (head < most && isSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  if (head === before.length && head === after.length) return;
  const from = sizeOf(before.slice(0, head));
  const to = from + sizeOf(before.slice(head, before.length - tail));
  const fragment = Fragment.fromArray(after.slice(head, after.length - tail));
  view.dispatch(closeHistory(state.tr.replaceWith(from, to, fragment)));
}
