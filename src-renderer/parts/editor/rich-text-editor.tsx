/** The writing field: Tiptap over the record's schema. The parent keeps the toolbar and hears of every change. */
import type { Editor, EditorOptions } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { cleanOfficeHtml } from './paste/clean-office-html.ts';
import { type KeptEditors, pageEditors } from './kept-editors.ts';

interface Props {
  readonly label: string;
  readonly value: RichText;
  readonly onChange: (value: RichText) => void;
  /** Where the field stays when its page is left, and under which name. */
  readonly keptIn?: KeptEditors;
  readonly place: string;
  readonly onEditor?: (editor: Editor | null) => void;
  readonly onFocus?: () => void;
  readonly onOpenReference?: (reference: string) => void;
  readonly isReadOnly?: boolean;
  /** Spelling is checked by the office's own dictionary; the browser's stays out of it. */
  readonly isSpelled?: boolean;
}

type OpenReference = { readonly current: ((reference: string) => void) | undefined };

const propsOfView = (
  label: string,
  isReadOnly: boolean,
  isSpelled: boolean,
  open: OpenReference,
): EditorOptions['editorProps'] => ({
  attributes: {
    class: 'writing',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    lang: 'de',
    spellcheck: isSpelled ? 'false' : 'true',
    ...(isReadOnly && { 'aria-readonly': 'true', tabindex: '0' }),
  },
  transformPastedHTML: cleanOfficeHtml,
  handleDoubleClickOn: (_view, _position, _node, _nodePosition, event) => {
    const target = event.target instanceof Element ? event.target.closest('[data-reference]') : null;
    const reference = target?.getAttribute('data-reference');
    if (!reference) return false;
    open.current?.(reference);
    return true;
  },
});

export function RichTextEditor({
  label,
  value,
  onChange,
  keptIn = pageEditors,
  place,
  onEditor,
  onFocus,
  onOpenReference,
  isReadOnly = false,
  isSpelled = false,
}: Props) {
  const open = useRef(onOpenReference);
  const [kept] = useState(() => keptIn.at(place, value, () => ({ editable: !isReadOnly })));
  const { editor } = kept;
  useEffect(() => {
    kept.listen({ onChange, onFocus });
    open.current = onOpenReference;
  });

  useLayoutEffect(() => {
    editor.setOptions({ editable: !isReadOnly, editorProps: propsOfView(label, isReadOnly, isSpelled, open) });
  }, [editor, isReadOnly, isSpelled, label]);

  useEffect(() => {
    onEditor?.(editor);
    return () => onEditor?.(null);
  }, [editor, onEditor]);

  useEffect(() => kept.show(value), [kept, value]);

  return <EditorContent editor={editor} className="editor" />;
}
