/** Attachments of a paper as a part of its form: drop, paste or choose files anywhere in it, also while it is folded. */
import { type ClipboardEvent, type KeyboardEvent, memo, type ReactNode, useEffect, useMemo, useState } from 'react';
import { DropZone, type DropZoneProps } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { AddProgress } from './add-progress.tsx';
import { numbersOf, summaryOf } from './attachment-numbers.ts';
import { AttachmentStatus, RemovedMenu } from './attachment-status.tsx';
import { AttachmentTable } from './attachment-table.tsx';
import { pastedFiles } from './pasted-files.ts';
import type { Attachments } from './use-attachments.ts';
import { useFileDrag } from './use-file-drag.ts';

const texts = t.attachments;

interface Props {
  readonly attachments: Attachments;
  readonly publicity: DraftPublicity;
  readonly isReadOnly?: boolean;
  readonly startsOpen?: boolean;
  /** What belongs here; said while there is nothing. */
  readonly empty: string;
  readonly viewedId: string | null;
  readonly onView: (id: string) => void;
  /** Called before the first file; false when the paper cannot take any yet. */
  readonly onBeforeAdd?: () => Promise<boolean>;
}

type Drop = Parameters<NonNullable<DropZoneProps['onDrop']>>[0];

export const AttachmentSection = memo(function AttachmentSection(props: Props) {
  const { attachments, publicity, isReadOnly = false, startsOpen = false, empty, onBeforeAdd } = props;
  const { list, actions, notice } = attachments;
  // Files still on their way, or refused while one was elsewhere, are not hidden.
  const { running, refused } = attachments.adding;
  const [isOpen, setOpen] = useState(startsOpen || running !== null || refused.length > 0);
  useEffect(() => () => actions.queue.forgetOutcome(), [actions]);
  const isDragging = useFileDrag() && !isReadOnly;
  const numbers = useMemo(() => numbersOf(publicity, list), [list, publicity]);
  const someStay = [...numbers.values()].includes(null);

  const add = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setOpen(true);
    if (onBeforeAdd && !(await onBeforeAdd())) actions.say({ problem: texts.paperFirst });
    else actions.add(files, publicity);
  };
  const drop = async ({ items }: Drop): Promise<void> => {
    const files = await Promise.all(items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])));
    await add(files);
    for (const item of items) if (item.kind === 'directory') actions.queue.refuse(texts.folder(item.name));
    setOpen(true);
  };
  const paste = (event: ClipboardEvent): void => {
    const files = isReadOnly ? [] : pastedFiles(event.clipboardData, event.target);
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void add(files);
  };
  /** Strg+Z right after a removal means the removal, as long as one is in this section and not in a name. */
  const undone = attachments.removed.find(({ id }) => id === notice.undo);
  const undo = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!isUndo || !undone || (event.target as Element).closest('input')) return;
    event.preventDefault();
    void actions.bringBack(undone.id, undone.name);
  };

  const section = (
    <Section
      title={texts.title}
      help="anlagen"
      summary={summaryOf(list)}
      isOpen={isOpen}
      onOpenChange={setOpen}
      aside={isDragging && <DropHint />}
    >
      {list.length === 0 && <p className="soft">{isReadOnly ? texts.emptyReadOnly : empty}</p>}
      {list.length > 0 && (
        <AttachmentTable
          attachments={attachments}
          numbers={numbers}
          isReadOnly={isReadOnly}
          viewedId={props.viewedId}
          onView={props.onView}
        />
      )}
      {someStay && <p className="soft small">{texts.staysExplained}</p>}
      <AttachmentStatus attachments={attachments} />
      {!isReadOnly && (
        <div className="attachment-foot">
          <FileTrigger allowsMultiple onSelect={(files) => void add(Array.from(files ?? []))}>
            <Button kind="link" icon="attach">
              {texts.add}
            </Button>
          </FileTrigger>
          <span className="soft small attachment-hint">{texts.addHint}</span>
          <RemovedMenu attachments={attachments} />
        </div>
      )}
    </Section>
  );
  return (
    <div className="attachments" onPaste={paste} onKeyDown={undo} data-own-undo={undone ? true : undefined}>
      <DropPlace isReadOnly={isReadOnly} isDragging={isDragging} onDrop={(event) => void drop(event)}>
        {section}
      </DropPlace>
      <AddProgress attachments={attachments} />
    </div>
  );
});

function DropHint() {
  return (
    <span className="tag attachment-drop-hint">
      <Icon name="attach" small />
      {texts.dropHere}
    </span>
  );
}

/** A place for files only where files may come. */
function DropPlace({
  isReadOnly,
  isDragging,
  onDrop,
  children,
}: {
  readonly isReadOnly: boolean;
  readonly isDragging: boolean;
  readonly onDrop: (event: Drop) => void;
  readonly children: ReactNode;
}) {
  if (isReadOnly) return children;
  return (
    <DropZone
      className="drop-place"
      aria-label={texts.dropTarget}
      onDrop={onDrop}
      data-dragging={isDragging || undefined}
    >
      {children}
    </DropZone>
  );
}
