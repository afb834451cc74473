/** One stop for the tab key; arrows move inside. */
import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { memo } from 'react';
import { Separator } from 'react-aria-components/Separator';
import { Toolbar } from 'react-aria-components/Toolbar';
import { t } from '../../texts/de.ts';
import { IconButton, ToggleIconButton } from '../../ui/button.tsx';
import { inText } from './focus-text.ts';
import { TableMenu } from './table-menu.tsx';
import { KeepsCursor, type Style, StyleList } from './toolbar-menus.tsx';

function styleOf(editor: Editor): Style {
  if (editor.isActive('heading', { level: 1 })) return 'heading1';
  return editor.isActive('heading', { level: 2 }) ? 'heading2' : 'paragraph';
}

export interface EditorToolbarProps {
  readonly editor: Editor;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Only where comments are kept. */
  readonly onComment?: () => void;
  /** Only where text modules can be put in. */
  readonly onModules?: () => void;
  /** Only where earlier papers can be read beside the text. */
  readonly onEarlier?: () => void;
}

export const EditorToolbar = memo(function EditorToolbar({
  editor,
  canUndo,
  canRedo,
  onUndo,
  onRedo,
  onComment,
  onModules,
  onEarlier,
}: EditorToolbarProps) {
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      underline: current.isActive('underline'),
      superscript: current.isActive('superscript'),
      subscript: current.isActive('subscript'),
      bullets: current.isActive('bulletList'),
      numbers: current.isActive('orderedList'),
      quote: current.isActive('blockquote'),
      inTable: current.isActive('table'),
      canBreak: current.can().insertPageBreak(),
      style: styleOf(current),
    }),
  });
  const run = (act: (chain: ChainedCommands) => ChainedCommands) => () => inText(editor, act);
  return (
    <KeepsCursor>
      <Toolbar aria-label={t.editor.toolbar} className="toolbar">
        <StyleList editor={editor} style={state.style} />
        <Separator orientation="vertical" className="toolbar-gap" />
        <ToggleIconButton
          icon="bold"
          label={t.editor.bold}
          isSelected={state.bold}
          onChange={run((c) => c.toggleBold())}
        />
        <ToggleIconButton
          icon="italic"
          label={t.editor.italic}
          isSelected={state.italic}
          onChange={run((c) => c.toggleItalic())}
        />
        <ToggleIconButton
          icon="underline"
          label={t.editor.underline}
          isSelected={state.underline}
          onChange={run((c) => c.toggleUnderline())}
        />
        <ToggleIconButton
          icon="superscript"
          label={t.editor.superscript}
          isSelected={state.superscript}
          onChange={run((c) => c.toggleSuperscript())}
        />
        <ToggleIconButton
          icon="subscript"
          label={t.editor.subscript}
          isSelected={state.subscript}
          onChange={run((c) => c.toggleSubscript())}
        />
        <Separator orientation="vertical" className="toolbar-gap" />
        <ToggleIconButton
          icon="listBullets"
          label={t.editor.bullets}
          isSelected={state.bullets}
          onChange={run((c) => c.toggleBulletList())}
        />
        <ToggleIconButton
          icon="listNumbers"
          label={t.editor.numbers}
          isSelected={state.numbers}
          onChange={run((c) => c.toggleOrderedList())}
        />
        <ToggleIconButton
          icon="quote"
          label={t.editor.quote}
          isSelected={state.quote}
          onChange={run((c) => c.toggleBlockquote())}
        />
        <Separator orientation="vertical" className="toolbar-gap" />
        <TableMenu editor={editor} inTable={state.inTable} />
        <IconButton
          icon="documentPageBreak"
          label={state.canBreak ? t.editor.pageBreak : t.editor.noPageBreak}
          isDisabled={!state.canBreak}
          onPress={run((c) => c.insertPageBreak())}
        />
        <IconButton
          icon="placeholder"
          label={t.editor.placeholder}
          onPress={run((c) => {
            const { from, to } = editor.state.selection;
            const chosen = editor.state.doc.textBetween(from, to, ' ').trim().slice(0, 200);
            return c.insertContent({ type: 'placeholder', attrs: { label: chosen || t.editor.placeholderDefault } });
          })}
        />
        {onModules && <IconButton icon="notebook" label={t.modules.open} onPress={onModules} />}
        {onEarlier && <IconButton icon="history" label={t.earlier.open} onPress={onEarlier} />}
        {onComment && <IconButton icon="comment" label={t.review.addComment} onPress={onComment} />}
        <Separator orientation="vertical" className="toolbar-gap" />
        <IconButton icon="undo" label={t.statement.undo} isDisabled={!canUndo} onPress={onUndo} />
        <IconButton icon="redo" label={t.statement.redo} isDisabled={!canRedo} onPress={onRedo} />
      </Toolbar>
    </KeepsCursor>
  );
});
