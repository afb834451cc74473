/** The status bar of a statement: whether it is saved, how long it is, what was done last. */
import { useMemo, type ComponentProps } from 'react';
import { t } from '../../texts/de.ts';
import { DoneStatus } from '../../parts/status/done-status.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';
import type { DraftView } from '../../parts/statement/draft-store.ts';
import { SaveStatus } from '../../parts/statement/save-status.tsx';
import { countWords } from './word-count.ts';

interface Props extends ComponentProps<typeof DoneStatus> {
  readonly view: DraftView;
  readonly pages: number | null;
}

export function StatementStatus({ view: { content, save }, pages, ...done }: Props) {
  const words = useMemo(() => countWords(content.reply), [content.reply]);
  return (
    <StatusSlot>
      <SaveStatus state={save} />
      {pages !== null && <span className="status-item soft">{t.preview.pages(pages)}</span>}
      <span className="status-item soft">{t.common.words(words)}</span>
      <DoneStatus {...done} />
    </StatusSlot>
  );
}
