/** What became of the last thing done on the page, in the status bar, with the way back. */
import type { ReactNode } from 'react';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';

export type MeetingStatusState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly sentence: string }
  | { readonly kind: 'done'; readonly sentence: ReactNode; readonly undo?: () => void };

export function MeetingStatus({ state }: { readonly state: MeetingStatusState }) {
  const undo = state.kind === 'done' ? state.undo : undefined;
  return (
    <StatusSlot>
      <span className={`status-item ${state.kind === 'done' ? 'ok' : 'soft'}`} role="status" data-save={state.kind}>
        {state.kind === 'done' && <Icon name="checkmark" small />}
        {state.kind === 'idle' ? '' : state.sentence}
      </span>
      {undo && (
        <Button kind="link" icon="undo" onPress={undo}>
          {t.meetings.undo}
        </Button>
      )}
    </StatusSlot>
  );
}
