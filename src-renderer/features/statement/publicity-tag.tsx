import type { DraftPublicity } from '../../../src-main/contract/basics.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

/** What is not public is marked beside its name; the usual case needs no word. */
export function PublicityTag({ publicity }: { readonly publicity: DraftPublicity }) {
  if (publicity === 'public') return null;
  return (
    <span className="tag warn">
      <Icon name={publicity === 'unknown' ? 'warning' : 'lock'} small />
      {publicity === 'unknown' ? t.publicityUndecided : t.publicity[publicity]}
    </span>
  );
}
