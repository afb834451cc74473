/** One stop for the tab key; arrows move inside. */
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { Toolbar } from 'react-aria-components/Toolbar';
import { t } from '../../texts/de.ts';
import { IconButton, ToggleIconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select, type Choice } from '../../ui/select.tsx';

type Style = keyof typeof t.editor.styles;

const STYLES: readonly Choice<Style>[] = [
  { id: 'paragraph', text: t.editor.styles.paragraph },
  { id: 'heading1', text: t.editor.styles.heading1 },
  { id: 'heading2', text: t.editor.styles.heading2 },
];

function styleOf(editor: Editor): Style {
  if (editor.isActive('heading', { level: 1 })) return 'heading1';
  return editor.isActive('heading', { level: 2 }) ? 'heading2' : 'paragraph';
}

function setStyle(editor: Editor, style: Style): void {
  const chain = editor.chain().focus();
  if (style === 'paragraph') chain.setParagraph().run();
  else chain.setHeading({ level: style === 'heading1' ? 1 : 2 }).run();
}

type TableAction = keyof typeof t.editor.tableMenu;

function tableAction(editor: Editor, action: TableAction): void {
  const chain = editor.chain().focus();
  switch (action) {
    case 'insert':
      chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
      break;
    case 'rowAfter':
      chain.addRowAfter().run();
      break;
    case 'rowDelete':
      chain.deleteRow().run();
      break;
    case 'columnAfter':
      chain.addColumnAfter().run();
      break;
    case 'columnDelete':
      chain.deleteColumn().run();
      break;
    case 'header':
      chain.toggleHeaderRow().run();
      break;
    case 'merge':
      chain.mergeOrSplit().run();
      break;
    case 'delete':
      chain.deleteTable().run();
      break;
  }
}

function TableMenu({ editor, inTable }: { readonly editor: Editor; readonly inTable: boolean }) {
  const actions = (Object.keys(t.editor.tableMenu) as TableAction[]).filter(
    (action) => (action === 'insert') !== inTable,
  );
  return (
    <MenuTrigger>
      <AriaButton className="button quiet square" aria-label={t.editor.table}>
        <Icon name="grid" />
      </AriaButton>
      <Popover className="popover">
        <Menu className="menu" aria-label={t.editor.table} onAction={(key) => tableAction(editor, key as TableAction)}>
          {actions.map((action) => (
            <MenuItem key={action} id={action} className="menu-item">
              {t.editor.tableMenu[action]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export interface EditorToolbarProps {
  readonly editor: Editor;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

export function EditorToolbar({ editor, canUndo, canRedo, onUndo, onRedo }: EditorToolbarProps) {
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      underline: current.isActive('underline'),
      bullets: current.isActive('bulletList'),
      numbers: current.isActive('orderedList'),
      quote: current.isActive('blockquote'),
      inTable: current.isActive('table'),
      style: styleOf(current),
    }),
  });
  const run = (act: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => () => {
    act(editor.chain().focus()).run();
  };
  return (
    <Toolbar aria-label={t.editor.toolbar} className="toolbar">
      <Select
        label={t.editor.style}
        hideLabel
        compact
        value={state.style}
        choices={STYLES}
        onChange={(style) => setStyle(editor, style)}
      />
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
        label={t.editor.pageBreak}
        onPress={run((c) => c.insertContent({ type: 'pageBreak' }))}
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
      <Separator orientation="vertical" className="toolbar-gap" />
      <IconButton icon="undo" label={t.statement.undo} isDisabled={!canUndo} onPress={onUndo} />
      <IconButton icon="redo" label={t.statement.redo} isDisabled={!canRedo} onPress={onRedo} />
    </Toolbar>
  );
}
