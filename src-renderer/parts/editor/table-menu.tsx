/** The toolbar's button for tables: outside of one it asks for the size of a new one, inside it changes the one the cursor is in. */
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { CountField } from '../../ui/count-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { alignColumns } from './align-columns.ts';
import { inText } from './focus-text.ts';
import { useList } from './toolbar-menus.tsx';

type TableAction = keyof typeof t.editor.tableMenu;

function tableAction(editor: Editor, action: TableAction): void {
  inText(editor, (chain) => {
    switch (action) {
      case 'rowBefore':
        return chain.addRowBefore();
      case 'rowAfter':
        return chain.addRowAfter();
      case 'rowDelete':
        return chain.deleteRow();
      case 'columnBefore':
        return chain.addColumnBefore();
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

const TableButton = () => (
  <AriaButton className="button quiet square" aria-label={t.editor.table} preventFocusOnPress>
    <Icon name="grid" />
  </AriaButton>
);

/** The first row is its head; more cells than these nobody reads on a page. */
const MOST_ROWS = 60;
const MOST_COLUMNS = 12;
const USUAL = 3;

function NewTable({ editor }: { readonly editor: Editor }) {
  const { list, close, remember } = useList(editor);
  const [rows, setRows] = useState(USUAL);
  const [cols, setCols] = useState(USUAL);
  const words = t.editor.tableSize;
  return (
    <div className="keeps-cursor" onPointerDownCapture={remember}>
      <DialogTrigger {...list}>
        <TableButton />
        <Popover className="popover">
          <Dialog className="table-size" aria-label={words.title}>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                close();
                inText(editor, (chain) => chain.insertTable({ rows, cols, withHeaderRow: true }));
              }}
            >
              <CountField label={words.rows} value={rows} most={MOST_ROWS} onChange={setRows} autoFocus />
              <CountField label={words.columns} value={cols} most={MOST_COLUMNS} onChange={setCols} />
              <Button kind="primary" type="submit">
                {words.insert}
              </Button>
            </form>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}

function ChangeTable({ editor }: { readonly editor: Editor }) {
  const { list, close, remember } = useList(editor);
  return (
    <div className="keeps-cursor" onPointerDownCapture={remember}>
      <MenuTrigger {...list}>
        <TableButton />
        <Popover className="popover">
          <Menu
            className="menu"
            aria-label={t.editor.table}
            onAction={(key) => {
              close();
              tableAction(editor, key as TableAction);
            }}
          >
            {(Object.keys(t.editor.tableMenu) as TableAction[]).map((action) => (
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

export function TableMenu({ editor, inTable }: { readonly editor: Editor; readonly inTable: boolean }) {
  return inTable ? <ChangeTable editor={editor} /> : <NewTable editor={editor} />;
}
