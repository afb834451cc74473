/** The editor's toolbar with the editor's own steps back and forth: a letter has no history beyond its text. */
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { EditorToolbar } from '../editor/editor-toolbar.tsx';

export function LetterToolbar({ editor }: { readonly editor: Editor }) {
  const can = useEditorState({
    editor,
    selector: ({ editor: current }) => ({ undo: current.can().undo(), redo: current.can().redo() }),
  });
  return (
    <EditorToolbar
      editor={editor}
      canUndo={can.undo}
      canRedo={can.redo}
      onUndo={() => editor.chain().focus().undo().run()}
      onRedo={() => editor.chain().focus().redo().run()}
    />
  );
}
