/** What is pasted is a step of its own: taking it back leaves what was typed or deleted right before. */
import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

function beginStep(view: EditorView): false {
  view.dispatch(closeHistory(view.state.tr));
  return false;
}

export const OwnStep = Extension.create({
  name: 'ownStep',
  addProseMirrorPlugins: () => [
    new Plugin({ key: new PluginKey('ownStep'), props: { handlePaste: beginStep, handleDrop: beginStep } }),
  ],
});
