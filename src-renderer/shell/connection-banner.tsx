/** Says that nobody answers, above the text, and what that means for what is being written. */
import { useConnectionState } from '../data/use-connection-state.ts';
import { t } from '../texts/de.ts';
import { Icon } from '../ui/icon.tsx';

export function ConnectionBanner() {
  if (useConnectionState() !== 'lost') return null;
  return (
    <div className="notice warn" role="alert" data-help="fehler-und-was-zu-tun-ist" data-connection="lost">
      <Icon name="warning" />
      <div className="notice-body">
        <strong>{t.connection.lost}</strong> {t.connection.kept} {t.connection.startAgain}
      </div>
    </div>
  );
}
