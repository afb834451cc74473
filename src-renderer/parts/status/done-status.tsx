/** At the end of the status bar: what was done last, and the way back where there is one. */
import type { ReactNode } from 'react';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  readonly sentence: ReactNode;
  /** Takes back what the sentence tells; null where nothing is to be taken back. */
  readonly onUndo: (() => void) | null;
}

export function DoneStatus({ sentence, onUndo }: Props) {
  return (
    <>
      <span className="status-space" />
      <span className="status-item" role="status">
        {sentence}
      </span>
      {onUndo && (
        <Button kind="link" icon="undo" onPress={onUndo}>
          {t.statement.undo}
        </Button>
      )}
    </>
  );
}
