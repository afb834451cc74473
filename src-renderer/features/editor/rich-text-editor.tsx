/** The writing field: Tiptap over the record's schema. The parent keeps the toolbar and hears of every change. */
import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { richTextSchema, type RichText } from '../../../src-main/contract/rich-text.ts';
import { cleanOfficeHtml } from './clean-office-html.ts';
import { editorExtensions } from './extensions/extensions.ts';

interface Props {
  readonly label: string;
  readonly value: RichText;
  readonly onChange: (value: RichText) => void;
  readonly onEditor?: (editor: Editor | null) => void;
  readonly onFocus?: () => void;
  readonly onOpenReference?: (reference: string) => void;
  readonly isReadOnly?: boolean;
}

const forEditor = (text: RichText) =>
  text.content.length === 0 ? { type: 'doc', content: [{ type: 'paragraph' }] } : text;

export function RichTextEditor({
  label,
  value,
  onChange,
  onEditor,
  onFocus,
  onOpenReference,
  isReadOnly = false,
}: Props) {
  const shown = useRef(value);
  const handlers = useRef({ onChange, onFocus, onOpenReference });
  useEffect(() => {
    handlers.current = { onChange, onFocus, onOpenReference };
  });

  const editor = useEditor({
    extensions: editorExtensions(),
    content: forEditor(value),
    editable: !isReadOnly,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'writing',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang: 'de',
        spellcheck: 'true',
        ...(isReadOnly && { 'aria-readonly': 'true', tabindex: '0' }),
      },
      transformPastedHTML: cleanOfficeHtml,
      handleDoubleClickOn: (_view, _position, _node, _nodePosition, event) => {
        const target = event.target instanceof Element ? event.target.closest('[data-reference]') : null;
        const reference = target?.getAttribute('data-reference');
        if (!reference) return false;
        handlers.current.onOpenReference?.(reference);
        return true;
      },
    },
    onUpdate: ({ editor: current }) => {
      const parsed = richTextSchema.safeParse(current.getJSON());
      if (!parsed.success) throw new Error('the editor holds text that the record does not know');
      shown.current = parsed.data;
      handlers.current.onChange(parsed.data);
    },
    onFocus: () => handlers.current.onFocus?.(),
  });

  useEffect(() => {
    onEditor?.(editor);
    return () => onEditor?.(null);
  }, [editor, onEditor]);

  // A change from outside (another window, undo of the form) replaces the text; one's own change came from here.
  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    editor.commands.setContent(forEditor(value), { emitUpdate: false });
  }, [editor, value]);

  useEffect(() => {
    editor.setEditable(!isReadOnly, false);
  }, [editor, isReadOnly]);

  return <EditorContent editor={editor} className="editor" />;
}
