/** The hinge sentence: one line in which words can be bold. Stored as text with `**…**`, shown as it prints. */
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import Paragraph from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';
import type { JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { memo, useEffect, useId, useRef } from 'react';
import { t } from '../../texts/de.ts';
import { joinEmphasis, parseEmphasis } from '../../../src-main/base/emphasis.ts';
import { withoutRules } from '../../parts/editor/extensions/typed-text.ts';

/** A single paragraph: Enter leaves the line as it is. */
const Line = Document.extend({ content: 'paragraph' });
/** Bold by its key alone: asterisks that are typed stay asterisks. */
const PlainBold = withoutRules(Bold);
const OneLine = Paragraph.extend({ addKeyboardShortcuts: () => ({ Enter: () => true, 'Shift-Enter': () => true }) });

const toDocument = (hinge: string): JSONContent => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: parseEmphasis(hinge).map(({ text, bold }) => ({
        type: 'text',
        text,
        ...(bold && { marks: [{ type: 'bold' }] }),
      })),
    },
  ],
});

const toHinge = (document: JSONContent): string =>
  joinEmphasis(
    (document.content?.[0]?.content ?? []).map((node) => ({
      text: node.text ?? '',
      bold: (node.marks ?? []).some((mark) => mark.type === 'bold'),
    })),
  );

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isReadOnly: boolean;
}

export const HingeField = memo(function HingeField({ value, onChange, isReadOnly }: Props) {
  const labelId = useId();
  const shown = useRef(value);
  const report = useRef(onChange);
  useEffect(() => {
    report.current = onChange;
  });
  const editor = useEditor({
    extensions: [Line, OneLine, Text, PlainBold],
    content: toDocument(value),
    editable: !isReadOnly,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: 'input hinge', role: 'textbox', 'aria-labelledby': labelId, lang: 'de', spellcheck: 'true' },
      // Several lines become one: the paragraphs of a clipboard would not fit, and all but the first be lost.
      handlePaste: (view, event) => {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (text === '') return false;
        view.dispatch(view.state.tr.insertText(text.trim().replace(/\s*[\r\n]+\s*/g, ' ')).scrollIntoView());
        return true;
      },
    },
    onUpdate: ({ editor: current }) => {
      shown.current = toHinge(current.getJSON());
      report.current(shown.current);
    },
  });
  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    editor.commands.setContent(toDocument(value), { emitUpdate: false });
  }, [editor, value]);
  return (
    <div className="field" data-field="hinge">
      <span className="label" id={labelId}>
        {t.statement.hinge}
      </span>
      <EditorContent editor={editor} />
    </div>
  );
});
