import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

/** What is not public is marked beside its name; the usual case needs no word. */
interface Props {
  readonly publicity: DraftPublicity;
  /** In a row, where the name has to be read beside it. */
  readonly isShort?: boolean;
}

export function PublicityTag({ publicity, isShort = false }: Props) {
  if (publicity === 'public') return null;
  return (
    <span className="tag warn" title={publicity === 'unknown' && isShort ? t.publicityUndecided : undefined}>
      <Icon name={publicity === 'unknown' ? 'warning' : 'lock'} small />
      {publicity === 'unknown' && !isShort ? t.publicityUndecided : t.publicity[publicity]}
    </span>
  );
}
