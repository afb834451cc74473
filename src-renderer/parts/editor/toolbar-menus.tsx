/** What opens a list below the toolbar. When something is chosen, the cursor is back in the text before the next key. */
import type { Editor } from '@tiptap/core';
import { type PointerEvent, type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';
import { alignColumns } from './align-columns.ts';
import { inText } from './focus-text.ts';

/** A list that was opened from the text gives the cursor back to it, chosen from or not. */
function useList(editor: Editor) {
  const [isOpen, setOpen] = useState(false);
  const fromText = useRef(false);
  // Taken away at once: the rest of the page takes no keys as long as the list is there.
  const close = (): void => flushSync(() => setOpen(false));
  const onOpenChange = (opens: boolean): void => {
    if (opens) {
      setOpen(true);
      return;
    }
    close();
    // In the next frame the list would give the cursor to its own button.
    if (fromText.current) requestAnimationFrame(() => editor.view.focus());
    fromText.current = false;
  };
  /** Before the button takes the focus, as it does when it opens its list. */
  const remember = (event: PointerEvent<HTMLElement>): void => {
    if (isInside(event)) fromText.current = editor.view.hasFocus();
  };
  return { list: { isOpen, onOpenChange }, close, remember };
}

/** Events of what floats above the page arrive here, too. */
const isInside = ({ target, currentTarget }: SyntheticEvent): boolean =>
  target instanceof Node && currentTarget.contains(target);

export type Style = keyof typeof t.editor.styles;
const STYLES = Object.keys(t.editor.styles) as Style[];

function setStyle(editor: Editor, style: Style): void {
  inText(editor, (chain) =>
    style === 'paragraph' ? chain.setParagraph() : chain.setHeading({ level: style === 'heading1' ? 1 : 2 }),
  );
}

export function StyleList({ editor, style }: { readonly editor: Editor; readonly style: Style }) {
  const { list, close, remember } = useList(editor);
  return (
    <div className="keeps-cursor" onPointerDownCapture={remember}>
      <Select
        className="field"
        aria-label={t.editor.style}
        value={style}
        {...list}
        onChange={(key) => {
          close();
          const chosen = STYLES.find((id) => id === key);
          if (chosen) setStyle(editor, chosen);
        }}
      >
        <AriaButton className="select-button tool" preventFocusOnPress>
          <SelectValue className="ellipsis" />
          <Icon name="chevronDown" small />
        </AriaButton>
        <Popover className="popover">
          <ListBox className="menu">
            {STYLES.map((id) => (
              <ListBoxItem key={id} id={id} className="menu-item">
                {t.editor.styles[id]}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
    </div>
  );
}

type TableAction = keyof typeof t.editor.tableMenu;

function tableAction(editor: Editor, action: TableAction): void {
  inText(editor, (chain) => {
    switch (action) {
      case 'insert':
        return chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true });
      case 'rowAfter':
        return chain.addRowAfter();
      case 'rowDelete':
        return chain.deleteRow();
      case 'columnAfter':
        return chain.addColumnAfter();
      case 'columnDelete':
        return chain.deleteColumn();
      case 'header':
        return chain.toggleHeaderRow();
      case 'alignLeft':
        return chain.command(alignColumns(null));
      case 'alignCenter':
        return chain.command(alignColumns('center'));
      case 'alignRight':
        return chain.command(alignColumns('right'));
      case 'merge':
        return chain.mergeOrSplit();
      case 'delete':
        return chain.deleteTable();
    }
  });
}

export function TableMenu({ editor, inTable }: { readonly editor: Editor; readonly inTable: boolean }) {
  const { list, close, remember } = useList(editor);
  const actions = (Object.keys(t.editor.tableMenu) as TableAction[]).filter(
    (action) => (action === 'insert') !== inTable,
  );
  return (
    <div className="keeps-cursor" onPointerDownCapture={remember}>
      <MenuTrigger {...list}>
        <AriaButton className="button quiet square" aria-label={t.editor.table} preventFocusOnPress>
          <Icon name="grid" />
        </AriaButton>
        <Popover className="popover">
          <Menu
            className="menu"
            aria-label={t.editor.table}
            onAction={(key) => {
              close();
              tableAction(editor, key as TableAction);
            }}
          >
            {actions.map((action) => (
              <MenuItem key={action} id={action} className="menu-item">
                {t.editor.tableMenu[action]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

/** A press with the mouse never moves the cursor out of the text; by keyboard the buttons are reached as ever. */
export function KeepsCursor({ children }: { readonly children: ReactNode }) {
  return (
    <div
      className="keeps-cursor"
      onMouseDownCapture={(event) => {
        if (isInside(event)) event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}
