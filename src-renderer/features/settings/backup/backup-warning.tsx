/** In the status bar, as long as it is true: the last good backup is old, or the last attempt failed. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useCore } from '../../../data/core.ts';
import { pageVisibility, whileVisible } from '../../../data/visibility.ts';
import { t } from '../../../texts/de.ts';
import { Icon } from '../../../ui/icon.tsx';

const AGAIN_MS = 10 * 60 * 1000;

export function BackupWarning() {
  const { queries } = useCore();
  const { data, refetch } = useQuery(queries.backup.state.queryOptions());
  useEffect(
    () =>
      whileVisible(pageVisibility, () => {
        const timer = setInterval(() => void refetch(), AGAIN_MS);
        return () => clearInterval(timer);
      }),
    [refetch],
  );
  // A new office has no backup yet; the first one is made by itself.
  const isBad = data && (data.problem !== null || (data.lastGood !== null && data.isOld));
  if (!isBad) return null;
  return (
    <Link
      to="/einstellungen/$area"
      params={{ area: 'sicherung' }}
      search={{}}
      className="status-item warn"
      title={data.problem ?? t.backup.old}
    >
      <Icon name="warning" small />
      {t.frame.backupOld}
    </Link>
  );
}
