import type { ReactNode } from 'react';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';

/** What is said of proposals that are put away, with the way back. */
export const finishedSentence = (fileName: string, onUndo: () => void): ReactNode => (
  <>
    <span>{t.review.finished(fileName)}</span>{' '}
    <Button kind="link" onPress={onUndo}>
      {t.statement.undo}
    </Button>
  </>
);
