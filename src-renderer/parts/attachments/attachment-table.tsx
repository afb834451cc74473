/** The attachments in their printed order. */
import { useLayoutEffect, useRef } from 'react';
import type { Attachment } from '../../../src-main/contract/attachment/shapes.ts';
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { t } from '../../texts/de.ts';
import { AttachmentRow, type RowAction } from './attachment-row.tsx';
import type { Attachments } from './use-attachments.ts';

const texts = t.attachments;

interface Props {
  readonly attachments: Attachments;
  readonly numbers: ReadonlyMap<string, number | null>;
  readonly isReadOnly: boolean;
  readonly viewedId: string | null;
  readonly onView: (id: string) => void;
}

/** The browser forgets the focus of a row that moves: it goes back to the same button, or to its counterpart at either end. */
function useMovedFocus(order: string) {
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef<{ id: string; action: 'up' | 'down' } | null>(null);
  useLayoutEffect(() => {
    const wanted = moved.current;
    moved.current = null;
    if (!wanted) return;
    const button = (action: 'up' | 'down'): HTMLButtonElement | null =>
      table.current?.querySelector(`[data-attachment="${wanted.id}"] [data-action="${action}"]:not([disabled])`) ??
      null;
    (button(wanted.action) ?? button(wanted.action === 'up' ? 'down' : 'up'))?.focus();
  }, [order]);
  const remember = (id: string, action: 'up' | 'down'): void => {
    moved.current = { id, action };
  };
  return { table, remember };
}

export function AttachmentTable({ attachments, numbers, isReadOnly, viewedId, onView }: Props) {
  const { list, actions } = attachments;
  const { table, remember } = useMovedFocus(list.map(({ id }) => id).join());
  const act = (id: string, index: number, action: RowAction): void => {
    switch (action) {
      case 'view':
        return onView(id);
      case 'save':
        return void actions.save(id);
      case 'remove':
        return void actions.remove(id);
      case 'up':
      case 'down':
        remember(id, action);
        return void actions.move(id, action === 'up' ? index - 1 : index + 1);
    }
  };
  const rename = (name: string, read: Attachment): void => {
    if (name === '') actions.say({ problem: texts.nameNeeded(read.name) });
    else void actions.change(read, { name });
  };
  return (
    <table ref={table} className="attachment-table" aria-label={texts.title}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{texts.columns.number}</span>
          </th>
          <th scope="col">{texts.columns.name}</th>
          <th scope="col">{texts.columns.publicity}</th>
          <th scope="col" className="attachment-file">
            {texts.columns.file}
          </th>
          <th scope="col">
            <span className="visually-hidden">{texts.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map((attachment, index) => (
          <AttachmentRow
            key={attachment.id}
            attachment={attachment}
            row={index + 1}
            rows={list.length}
            number={numbers.get(attachment.id) ?? null}
            isReadOnly={isReadOnly}
            isViewed={attachment.id === viewedId}
            onName={rename}
            onPublicity={(publicity: DraftPublicity) => void actions.change(attachment, { publicity })}
            onReplace={(file) => void actions.replace(attachment, file)}
            onAction={(action) => act(attachment.id, index, action)}
          />
        ))}
      </tbody>
    </table>
  );
}
