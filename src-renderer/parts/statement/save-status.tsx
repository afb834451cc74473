import { useConnectionState } from '../../data/use-connection-state.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';
import type { SaveState } from './draft-store.ts';

const time = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit' });

/** Always says whether the work is safe. Spoken only when it goes wrong: "saved" after every pause would be noise. */
export function SaveStatus({ state }: { readonly state: SaveState }) {
  const isLost = useConnectionState() === 'lost';
  switch (state.kind) {
    case 'saved':
      return (
        <span className="status-item ok" data-save="saved">
          <Icon name="checkmark" small />
          {t.save.saved(time.format(state.at))}
        </span>
      );
    case 'pending':
    case 'saving':
      return (
        <span className="status-item soft" data-save={state.kind}>
          <Icon name="sync" small />
          {isLost ? t.save.waiting : t.save[state.kind]}
        </span>
      );
    case 'failed':
      return (
        <span className="status-item bad" role="alert" data-save="failed">
          <Icon name="error" small />
          {t.save.failed}: {state.sentence}
        </span>
      );
    case 'conflict':
      return (
        <span className="status-item warn" role="alert" data-save="conflict">
          <Icon name="warning" small />
          {t.save.conflict}
        </span>
      );
  }
}
