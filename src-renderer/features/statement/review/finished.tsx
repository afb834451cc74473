import type { ReactNode } from 'react';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';

/** What was done with proposals, with the way back. */
export const undoableSentence = (sentence: string, onUndo: () => void): ReactNode => (
  <>
    <span>{sentence}</span>{' '}
    <Button kind="link" onPress={onUndo}>
      {t.statement.undo}
    </Button>
  </>
);
