/** Whether unfinished work is safe, in the status bar. Spoken only when it goes wrong, like the state of what is saved. */
import type { KeptState, UnfinishedKeeper } from '../../data/use-unfinished.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';

const LOOKS: Record<KeptState, { readonly tone: string; readonly icon: IconName | null }> = {
  idle: { tone: 'soft', icon: null },
  waiting: { tone: 'soft', icon: 'sync' },
  kept: { tone: 'ok', icon: 'checkmark' },
  failed: { tone: 'bad', icon: 'error' },
  conflict: { tone: 'warn', icon: 'warning' },
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

/** Another window wrote at the same place: the person says which of both goes on. */
export function UnfinishedClash({
  state,
  keepMine,
  takeTheirs,
}: Pick<UnfinishedKeeper<unknown>, 'state' | 'keepMine' | 'takeTheirs'>) {
  if (state !== 'conflict') return null;
  return <ClashNotice sentence={t.conflict.unfinished} keepMine={keepMine} takeTheirs={takeTheirs} />;
}

export function ClashNotice({
  sentence,
  keepMine,
  takeTheirs,
}: Pick<UnfinishedKeeper<unknown>, 'keepMine' | 'takeTheirs'> & { readonly sentence: string }) {
  return (
    <div className="notice warn" role="alert">
      <Icon name="warning" />
      <span className="notice-body">{sentence}</span>
      <Button onPress={takeTheirs}>{t.conflict.takeTheirs}</Button>
      <Button onPress={keepMine}>{t.conflict.keepMine}</Button>
    </div>
  );
}
