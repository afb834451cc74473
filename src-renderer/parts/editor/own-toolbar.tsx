/** The editor's toolbar with the editor's own steps back and forth: a letter or a text module has no history beyond its text. */
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { EditorToolbar } from './editor-toolbar.tsx';
import { inText } from './focus-text.ts';

export function OwnToolbar({ editor }: { readonly editor: Editor }) {
  const can = useEditorState({
    editor,
    selector: ({ editor: current }) => ({ undo: current.can().undo(), redo: current.can().redo() }),
  });
  return (
    <EditorToolbar
      editor={editor}
      canUndo={can.undo}
      canRedo={can.redo}
      onUndo={() => inText(editor, (chain) => chain.undo())}
      onRedo={() => inText(editor, (chain) => chain.redo())}
    />
  );
}
