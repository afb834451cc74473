/** What became of the last change, in the status bar, with the way back. */
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusSlot } from '../status/status-slot.tsx';

export type SavedState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'done'; readonly sentence: string }
  | { readonly kind: 'undone' }
  | { readonly kind: 'failed'; readonly sentence: string };

const timeOf = (at: Date): string => at.toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' });

function sentenceOf(state: SavedState): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'saving':
      return t.settings.saving;
    case 'saved':
      return t.settings.saved(timeOf(state.at));
    case 'undone':
      return t.settings.undone;
    case 'done':
    case 'failed':
      return state.sentence;
  }
}

export function SettingsStatus({ state, onUndo }: { readonly state: SavedState; readonly onUndo?: () => void }) {
  const isGood = state.kind === 'saved' || state.kind === 'undone' || state.kind === 'done';
  return (
    <StatusSlot>
      <span
        className={`status-item ${isGood ? 'ok' : state.kind === 'failed' ? 'bad' : 'soft'}`}
        role="status"
        data-save={state.kind}
      >
        {isGood && <Icon name="checkmark" small />}
        {state.kind === 'failed' && <Icon name="error" small />}
        {sentenceOf(state)}
      </span>
      {onUndo && (state.kind === 'saved' || state.kind === 'done') && (
        <Button kind="link" icon="undo" onPress={onUndo}>
          {t.settings.undo}
        </Button>
      )}
    </StatusSlot>
  );
}
