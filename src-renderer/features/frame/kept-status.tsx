/** Whether unfinished work is safe, in the status bar. Spoken only when it goes wrong, like the state of what is saved. */
import type { KeptState } from '../../data/use-unfinished.ts';
import { t } from '../../texts/de.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

const LOOKS: Record<KeptState, { readonly tone: string; readonly icon: IconName | null }> = {
  idle: { tone: 'soft', icon: null },
  waiting: { tone: 'soft', icon: 'sync' },
  kept: { tone: 'ok', icon: 'checkmark' },
  failed: { tone: 'bad', icon: 'error' },
};

export function KeptStatus({ state }: { readonly state: KeptState }) {
  const { tone, icon } = LOOKS[state];
  return (
    <span className={`status-item ${tone}`} {...(state === 'failed' && { role: 'alert' })}>
      {icon !== null && <Icon name={icon} small />}
      {t.common.unfinished[state]}
    </span>
  );
}
