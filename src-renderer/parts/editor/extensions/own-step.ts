/**
 * What is pasted is a step of its own: taking it back leaves what was typed or deleted right before. It arrives as the record keeps it –
 * composed letters, no signs that nobody sees –, so that a place in the text is the same here and there.
 */
import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { normaliseText } from '../../../../src-main/base/normalise.ts';

function beginStep(view: EditorView): false {
  view.dispatch(closeHistory(view.state.tr));
  return false;
}

/** As `normaliseRichText` does it. */
const kept = (text: string): string => normaliseText(text).replace(/[\n\t]/g, ' ');

function asKept(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (!node.isText) nodes.push(node.copy(asKept(node.content)));
    else {
      const text = kept(node.text ?? '');
      if (text !== '') nodes.push(text === node.text ? node : node.type.schema.text(text, node.marks));
    }
  });
  return Fragment.fromArray(nodes);
}

export const OwnStep = Extension.create({
  name: 'ownStep',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('ownStep'),
      props: {
        handlePaste: beginStep,
        handleDrop: beginStep,
        transformPasted: (slice) => new Slice(asKept(slice.content), slice.openStart, slice.openEnd),
      },
    }),
  ],
});
