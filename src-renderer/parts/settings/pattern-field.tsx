/** A text with placeholders as it reads: names in frames, bold words bold. Its stored form stays as it was. */
import { Extension } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import Paragraph from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useId, useRef } from 'react';
import { t } from '../../texts/de.ts';
import type { PlaceholderNames } from '../../texts/placeholders.ts';
import { ToggleIconButton } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { CHIP, fromPatternDocument, toPatternDocument } from './pattern-document.ts';
import { PlaceholderChip } from './placeholder-chip.ts';

const words = t.settings.placeholders;

/** A single paragraph: Enter leaves the line as it is. */
const Line = Document.extend({ content: 'paragraph' });
const OneLine = Paragraph.extend({ addKeyboardShortcuts: () => ({ Enter: () => true }) });
/** The field's own way back, as every field has one. */
const WayBack = Extension.create({
  name: 'wayBack',
  addProseMirrorPlugins: () => [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo })],
});

interface Props {
  readonly label: string;
  /** The label is spoken only; for cells whose column head shows it. */
  readonly hideLabel?: boolean;
  readonly names: PlaceholderNames;
  readonly canBeBold?: boolean;
  /** One for each line of the field. */
  readonly value: readonly string[];
  /** Height in lines; from 2 on, Enter begins a further one. */
  readonly lines?: number;
  readonly error?: string | null;
  readonly onChange: (value: readonly string[]) => void;
  readonly onBlur: () => void;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

export function PatternField(props: Props) {
  const { label, hideLabel = false, names, canBeBold = false, value, lines = 1, error = null } = props;
  const id = useId();
  const shown = useRef(value);
  const report = useRef(props);
  useEffect(() => {
    report.current = props;
  });
  const isLong = lines > 1;
  const editor = useEditor({
    extensions: [
      isLong ? Document : Line,
      isLong ? Paragraph : OneLine,
      Text,
      WayBack,
      PlaceholderChip.configure({ names }),
      ...(canBeBold ? [Bold] : []),
    ],
    content: toPatternDocument(value, names, canBeBold),
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'input pattern-input',
        role: 'textbox',
        'aria-multiline': String(isLong),
        lang: 'de',
        spellcheck: 'true',
        ...(hideLabel ? { 'aria-label': label } : { 'aria-labelledby': `${id}-label` }),
        'aria-describedby': `${id}-error`,
      },
      // Text only: what is pasted takes the look of the field.
      handlePaste: (view, event) => {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        view.pasteText(isLong ? text : text.replace(/\s*[\r\n]+\s*/g, ' ').trim(), event);
        return true;
      },
    },
    onUpdate: ({ editor: current }) => {
      shown.current = fromPatternDocument(current.getJSON(), canBeBold);
      report.current.onChange(shown.current);
    },
    onBlur: () => report.current.onBlur(),
  });
  useEffect(() => {
    if (isSame(value, shown.current)) return;
    shown.current = value;
    editor.commands.setContent(toPatternDocument(value, names, canBeBold), { emitUpdate: false });
  }, [canBeBold, editor, names, value]);
  useEffect(() => {
    editor.view.dom.toggleAttribute('data-invalid', error !== null);
    editor.view.dom.setAttribute('aria-invalid', String(error !== null));
  }, [editor, error]);
  const isBold = useEditorState({ editor, selector: ({ editor: current }) => current.isActive('bold') });
  const insert = (name: string): void => {
    editor
      .chain()
      .focus()
      .command(({ tr, state }) => {
        const type = state.schema.nodes[CHIP];
        if (type) tr.replaceSelectionWith(type.create({ name }));
        return type !== undefined;
      })
      .run();
  };
  const menu = (
    <MenuButton
      label={hideLabel ? words.insertInto(label) : words.insert}
      kind="link"
      {...(hideLabel && { icon: 'add' as const })}
      entries={Object.keys(names).map((name) => ({ id: name, text: names[name] ?? name, icon: 'add' }))}
      onChoose={insert}
    />
  );
  return (
    <div className={hideLabel ? 'field pattern-cell' : 'field'} data-lines={lines}>
      {!hideLabel && (
        <div className="pattern-head">
          <span className="label" id={`${id}-label`}>
            {label}
          </span>
          {canBeBold && (
            <ToggleIconButton
              icon="bold"
              label={words.bold(label)}
              isSelected={isBold}
              preventFocusOnPress
              onChange={() => editor.chain().focus().toggleBold().run()}
            />
          )}
          {menu}
        </div>
      )}
      <EditorContent editor={editor} className="pattern-content" />
      {hideLabel && menu}
      <span className="field-error" id={`${id}-error`}>
        {error}
      </span>
    </div>
  );
}
