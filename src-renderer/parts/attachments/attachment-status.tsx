/** The section's own line: what was refused, what was done, and how to take it back. */
import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import type { Attachments } from './use-attachments.ts';

const texts = t.attachments;

export function AttachmentStatus({ attachments }: { readonly attachments: Attachments }) {
  const { adding, notice, removed, actions } = attachments;
  const undo = useRef<HTMLButtonElement>(null);
  const undone = removed.find(({ id }) => id === notice.undo);
  // The button that was pressed went with its row.
  useEffect(() => {
    if (undone) undo.current?.focus();
  }, [undone?.id]); // eslint-disable-line react-hooks/exhaustive-deps -- the list is new after every change, the removal is not
  const said = [adding.outcome, notice.done].filter(Boolean).join(' ');
  return (
    <>
      {notice.problem !== null && (
        <ProblemNotice
          sentence={notice.problem}
          onClose={() => actions.say({ undo: notice.undo, done: notice.done })}
        />
      )}
      {adding.refused.map(({ id, sentence }) => (
        <ProblemNotice key={id} sentence={sentence} onClose={() => actions.queue.dismiss(id)} />
      ))}
      <p className="attachment-status small" data-empty={said === '' || undefined}>
        <span role="status">{said}</span>
        {undone && (
          <AriaButton ref={undo} className="button link" onPress={() => void actions.bringBack(undone.id, undone.name)}>
            <Icon name="undo" small />
            {texts.undo}
          </AriaButton>
        )}
      </p>
    </>
  );
}

/** What was taken away earlier can still come back. */
export function RemovedMenu({ attachments }: { readonly attachments: Attachments }) {
  const { notice, actions } = attachments;
  // The last one has its own way back in the line above.
  const removed = attachments.removed.filter(({ id }) => id !== notice.undo);
  if (removed.length === 0) return null;
  return (
    <MenuButton
      label={texts.bringBack(removed.length)}
      kind="link"
      entries={removed.map(({ id, name }) => ({ id, text: name, icon: 'undo' }))}
      onChoose={(id) => {
        const wanted = removed.find((entry) => entry.id === id);
        if (wanted) void actions.bringBack(wanted.id, wanted.name);
      }}
    />
  );
}
