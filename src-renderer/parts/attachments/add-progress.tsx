/** Files on their way, in the status bar, with the way to stop them. */
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { StatusSlot } from '../status/status-slot.tsx';
import type { Attachments } from './use-attachments.ts';

const texts = t.attachments;

export function AddProgress({ attachments }: { readonly attachments: Attachments }) {
  const { running } = attachments.adding;
  if (!running) return null;
  const sentence = texts.adding(running.at, running.of);
  return (
    <StatusSlot>
      <span className="status-item attachment-progress">
        <span role="status">{sentence}</span>
        <progress aria-label={sentence} value={running.at - 1} max={running.of} />
        <Button kind="link" onPress={() => attachments.actions.queue.stop()}>
          {t.common.cancel}
        </Button>
      </span>
    </StatusSlot>
  );
}
