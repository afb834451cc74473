/** On an empty register of one's own office: the way back into the guide that was put aside. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePreferences } from '../settings/use-preferences.ts';

export function GuideNotice() {
  const { queries } = useCore();
  const navigate = useNavigate();
  const { data: status } = useQuery(queries.system.status.queryOptions());
  const { preferences, change } = usePreferences();
  if (status?.office?.kind !== 'own' || preferences?.guideDone !== false) return null;
  return (
    <div className="notice" role="status">
      <Icon name="info" />
      <span className="notice-body">{t.guide.continueHint}</span>
      <Button onPress={() => void navigate({ to: '/anfang' })}>{t.guide.continue}</Button>
      <Button kind="quiet" onPress={() => change({ guideDone: true })}>
        {t.guide.dismiss}
      </Button>
    </div>
  );
}
