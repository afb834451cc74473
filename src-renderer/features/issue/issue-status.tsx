/** The status bar of "Ausfertigen": what was done last, and the way back where there is one. */
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { StatusSlot } from '../frame/status-slot.tsx';

interface Props {
  readonly sentence: string | null;
  /** Takes back what the sentence tells; null where nothing is to be taken back. */
  readonly onUndo: (() => void) | null;
}

export function IssueStatus({ sentence, onUndo }: Props) {
  return (
    <StatusSlot>
      <span className="status-space" />
      <span className="status-item" role="status">
        {sentence}
      </span>
      {onUndo && (
        <Button kind="link" icon="undo" onPress={onUndo}>
          {t.statement.undo}
        </Button>
      )}
    </StatusSlot>
  );
}
