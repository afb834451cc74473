/** The writing field without a window: the real editor with all its rules and keys, fed as the view feeds it. */
import { Editor, type JSONContent } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
// The commands that the editor's own parts bring.
import type {} from '@tiptap/starter-kit';
import type {} from '../../src-renderer/parts/editor/extensions/page-break.ts';
import { editorExtensions } from '../../src-renderer/parts/editor/extensions/extensions.ts';

type TextHandler = (view: EditorView, from: number, to: number, text: string) => boolean;
type KeyHandler = (view: EditorView, event: KeyboardEvent) => boolean;

export interface TypingEditor {
  readonly editor: Editor;
  /** Every sign by its own key; a line break is the Enter key. */
  readonly type: (text: string) => void;
  readonly press: (key: string, modifiers?: { readonly ctrl?: boolean; readonly shift?: boolean }) => boolean;
  /** Everything a reader sees, a line for every block. */
  readonly text: () => string;
  readonly content: () => JSONContent;
}

export function typingEditor(content: JSONContent | null = null): TypingEditor {
  const editor = new Editor({
    element: null,
    extensions: editorExtensions(),
    content: content ?? { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'first' } }] },
  });
  editor.view.updateState(editor.state.reconfigure({ plugins: editor.extensionManager.plugins }));
  editor.view.dispatch(editor.state.tr.setSelection(Selection.atEnd(editor.state.doc)));

  const typeSign = (sign: string): void => {
    const { from, to } = editor.state.selection;
    for (const plugin of editor.state.plugins) {
      const handle = plugin.props.handleTextInput as unknown as TextHandler | undefined;
      if (handle?.call(plugin, editor.view, from, to, sign)) return;
    }
    editor.view.dispatch(editor.state.tr.insertText(sign));
  };
  const press: TypingEditor['press'] = (key, { ctrl = false, shift = false } = {}) => {
    const event = { key, keyCode: 0, ctrlKey: ctrl, shiftKey: shift, altKey: false, metaKey: false };
    return editor.state.plugins.some((plugin) => {
      const handle = plugin.props.handleKeyDown as unknown as KeyHandler | undefined;
      return handle?.call(plugin, editor.view, event as KeyboardEvent) === true;
    });
  };
  return {
    editor,
    type: (text) => {
      for (const sign of text)
        if (sign === '\n') press('Enter');
        else typeSign(sign);
    },
    press,
    text: () => editor.state.doc.textBetween(0, editor.state.doc.content.size, '\n', '\ufffc'),
    content: () => editor.getJSON(),
  };
}
