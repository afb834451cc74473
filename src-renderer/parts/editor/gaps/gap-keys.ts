/** Gaps (placeholders) in a text: F8 goes from one to the next, the Enter key and a click ask what belongs there. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { markNumbersIn } from '../extensions/paper-reference.ts';

export interface Gap {
  readonly position: number;
  readonly label: string;
}

export function gapsOf(document: Node): readonly Gap[] {
  const gaps: Gap[] = [];
  document.descendants((node, position) => {
    if (node.type.name === 'placeholder') gaps.push({ position, label: String(node.attrs['label']) });
  });
  return gaps;
}

/** The next one behind the cursor, or before it; from the end on at the begin again. */
export function nextGap(editor: Editor, step: 1 | -1): Gap | undefined {
  const gaps = gapsOf(editor.state.doc);
  const { from, to } = editor.state.selection;
  const [first] = gaps;
  return step === 1
    ? (gaps.find(({ position }) => position >= to) ?? first)
    : (gaps.findLast(({ position }) => position < from) ?? gaps.at(-1));
}

/** The gap that is selected as a whole. */
export function selectedGap(editor: Editor): Gap | null {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'placeholder') return null;
  return { position: selection.from, label: String(selection.node.attrs['label']) };
}

export function selectGap(editor: Editor, { position }: Gap): void {
  const { tr, doc } = editor.state;
  editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, position)).scrollIntoView());
  editor.view.focus();
}

/** Puts the words in its place, as one step, and the cursor behind them. */
export function fillGap(editor: Editor, { position }: Gap, words: string): void {
  const { tr } = editor.state;
  if (tr.doc.nodeAt(position)?.type.name !== 'placeholder') return;
  tr.insertText(words, position, position + 1);
  markNumbersIn(tr, position, position + words.length);
  tr.setSelection(TextSelection.create(tr.doc, position + words.length));
  editor.view.dispatch(closeHistory(tr).scrollIntoView());
  editor.view.focus();
}
