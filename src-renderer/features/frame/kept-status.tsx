/** Whether unfinished work is safe, in the status bar. */
import type { KeptState } from '../../data/use-unfinished.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

export function KeptStatus({ state }: { readonly state: KeptState }) {
  const tone = state === 'kept' ? 'ok' : state === 'failed' ? 'bad' : 'soft';
  return (
    <span className={`status-item ${tone}`} role="status">
      {state === 'kept' && <Icon name="checkmark" small />}
      {state === 'failed' && <Icon name="error" small />}
      {t.common.unfinished[state]}
    </span>
  );
}
