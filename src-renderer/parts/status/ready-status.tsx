/** "Bereit", only while somebody is there to be ready. */
import { useConnectionState } from '../../data/use-connection-state.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

export function ReadyStatus() {
  if (useConnectionState() !== 'open') return null;
  return (
    <span className="status-item ok">
      <Icon name="checkmark" small />
      {t.frame.connected}
    </span>
  );
}
