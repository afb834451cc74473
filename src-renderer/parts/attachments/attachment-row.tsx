/** One attachment as a row of fields: what it is called, who may see it, and what can be done with it. */
import { useEffect, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { Attachment } from '../../../src-main/contract/attachment/shapes.ts';
import { attachmentNameTexts } from '../../../src-main/contract/attachment/texts-de.ts';
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PublicityField } from '../statement/publicity-field.tsx';
import { kindOf, sizeOf } from './file-kind.ts';

const texts = t.attachments;

export type RowAction = 'view' | 'save' | 'up' | 'down' | 'remove';

interface Props {
  readonly attachment: Attachment;
  /** Row from 1. */
  readonly row: number;
  readonly rows: number;
  /** As it prints; null when it stays in the house. */
  readonly number: number | null;
  readonly isReadOnly: boolean;
  readonly isViewed: boolean;
  /** `read` is what stood there when the typing began. */
  readonly onName: (name: string, read: Attachment) => void;
  readonly onPublicity: (publicity: DraftPublicity) => void;
  readonly onReplace: (file: File) => void;
  readonly onAction: (action: RowAction) => void;
}

/** Taken over when one leaves the field, with Enter, and when the page is left. */
function NameField({ attachment, row, onName }: Pick<Props, 'attachment' | 'row' | 'onName'>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [read, setRead] = useState(attachment);
  const commit = (): void => {
    if (typed !== null && typed.trim() !== read.name) onName(typed.trim(), read);
    setTyped(null);
  };
  const leave = useRef(commit);
  useEffect(() => {
    leave.current = commit;
  });
  useEffect(() => {
    const onLeave = (): void => leave.current();
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, []);
  return (
    <TextField
      hideLabel
      label={texts.nameOf(row)}
      value={typed ?? attachment.name}
      onChange={(text) => {
        if (typed === null) setRead(attachment);
        setTyped(text);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          commit();
        }
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}

/** What the file is; where it is missing, a button that brings it. */
function FileCell({ attachment, isReadOnly, onReplace }: Pick<Props, 'attachment' | 'isReadOnly' | 'onReplace'>) {
  if (attachment.hasFile) {
    return (
      <span className="soft small">
        {kindOf(attachment)}, {sizeOf(attachment.size)}
      </span>
    );
  }
  return (
    <span className="attachment-missing">
      <span className="tag warn">
        <Icon name="warning" small />
        {texts.missing}
      </span>
      {!isReadOnly && (
        <FileTrigger
          onSelect={(files) => {
            const file = files?.[0];
            if (file) onReplace(file);
          }}
        >
          <Button kind="link" icon="add" aria-label={texts.replaceOf(attachment.name)}>
            {texts.replace}
          </Button>
        </FileTrigger>
      )}
    </span>
  );
}

export function AttachmentRow(props: Props) {
  const { attachment, row, rows, number, isReadOnly, isViewed, onAction } = props;
  const { name, publicity, hasFile } = attachment;
  const file = <FileCell attachment={attachment} isReadOnly={isReadOnly} onReplace={props.onReplace} />;
  return (
    <tr data-attachment={attachment.id} data-field={`attachments.${attachment.id}`} data-viewed={isViewed || undefined}>
      <th scope="row" className="attachment-number">
        {number === null ? (
          <span className="tag">
            <Icon name="lock" small />
            {texts.stays}
          </span>
        ) : (
          texts.numbered(number)
        )}
      </th>
      <td className="attachment-name" data-own-undo={isReadOnly ? undefined : true}>
        {isReadOnly ? <span>{name}</span> : <NameField attachment={attachment} row={row} onName={props.onName} />}
        {attachment.endingContradicts && (
          <span className="small bad">{attachmentNameTexts.contradicts(attachment)}</span>
        )}
        <span className="attachment-file-narrow">{file}</span>
      </td>
      <td className="attachment-publicity">
        {isReadOnly ? (
          t.publicity[publicity]
        ) : (
          <PublicityField isCell label={texts.publicityOf(name)} value={publicity} onChange={props.onPublicity} />
        )}
      </td>
      <td className="attachment-file">{file}</td>
      <td className="attachment-actions">
        <IconButton
          icon="eye"
          size="row"
          data-action="view"
          label={texts.view(name)}
          isDisabled={!hasFile}
          onPress={() => onAction('view')}
        />
        <IconButton
          icon="arrowDownload"
          size="row"
          label={texts.save(name)}
          isDisabled={!hasFile}
          onPress={() => onAction('save')}
        />
        {!isReadOnly && (
          <>
            <IconButton
              icon="arrowUp"
              size="row"
              data-action="up"
              label={texts.up(name)}
              isDisabled={row === 1}
              onPress={() => onAction('up')}
            />
            <IconButton
              icon="arrowDown"
              size="row"
              data-action="down"
              label={texts.down(name)}
              isDisabled={row === rows}
              onPress={() => onAction('down')}
            />
            <IconButton icon="remove" size="row" label={texts.remove(name)} onPress={() => onAction('remove')} />
          </>
        )}
      </td>
    </tr>
  );
}
