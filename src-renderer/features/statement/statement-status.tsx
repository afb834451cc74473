/** The status bar of a statement: whether it is saved, how long it is, what was done last. */
import { useMemo, type ReactNode } from 'react';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { StatusSlot } from '../frame/status-slot.tsx';
import type { DraftView } from './draft-store.ts';
import { SaveStatus } from './save-status.tsx';
import { countWords } from './word-count.ts';

interface Props {
  readonly view: DraftView;
  readonly pages: number | null;
  readonly sentence: ReactNode;
  /** Takes back what the sentence tells; null where nothing is to be taken back. */
  readonly onUndo: (() => void) | null;
}

export function StatementStatus({ view: { content, save }, pages, sentence, onUndo }: Props) {
  const words = useMemo(() => countWords(content.reply), [content.reply]);
  return (
    <StatusSlot>
      <SaveStatus state={save} />
      {pages !== null && <span className="status-item soft">{t.preview.pages(pages)}</span>}
      <span className="status-item soft">{t.common.words(words)}</span>
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
