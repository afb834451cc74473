/** Before proofs are written for good: how many, for whom, and that they stay. */
import { useState } from 'react';
import type { DispatchPlan } from '../../../src-main/contract/dispatch/shapes.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePreferences } from '../../parts/settings/use-preferences.ts';
import type { SendWay } from './send-menu.tsx';

const words = t.dispatch.send;

export interface Asked {
  readonly way: SendWay;
  readonly plan: DispatchPlan;
  readonly entryIds?: readonly string[];
  /** One copy, even when it went out before. */
  readonly isOne?: boolean;
}

interface Props {
  readonly asked: Asked;
  readonly onSend: (folder?: string) => void;
  readonly onCancel: () => void;
}

export function SendDialog({ asked: { way, plan }, onSend, onCancel }: Props) {
  const { preferences, change } = usePreferences();
  const [typed, setTyped] = useState<string | null>(null);
  const count = plan.copies.length;
  const folder = (typed ?? preferences?.dispatchFolder ?? '').trim();
  const send = (): void => {
    if (way !== 'folder') return onSend();
    if (folder === '') return;
    change({ dispatchFolder: folder });
    onSend(folder);
  };
  return (
    <AskDialog title={words.asks[way](count)} help="versenden" onCancel={onCancel}>
      <form
        className="ask-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p>{words.leads[way]}</p>
        {way === 'folder' && (
          <>
            <TextField
              label={words.folder}
              autoFocus
              value={typed ?? preferences?.dispatchFolder ?? ''}
              onChange={setTyped}
            />
            <p className="soft small">{words.folderHint}</p>
          </>
        )}
        <ul className="ask-names" aria-label={words.names(count)} tabIndex={0}>
          {plan.copies.map(({ entryId, index, name, copyKind, copies }) => (
            <li key={`${entryId} ${index}`}>
              <span className="ellipsis">{name}</span>
              <span className="soft">{`${copies === 1 ? '' : `${copies} × `}${t.dispatch.kinds[copyKind]}`}</span>
            </li>
          ))}
        </ul>
        {plan.skipped.length > 0 && <p className="soft small">{words.skips(plan.skipped.join(', '))}</p>}
        <p>
          <strong>{words.forGood}</strong> {words.contents}
          {plan.isFirst && ` ${words.first}`}
        </p>
        <div className="button-row ask-buttons">
          <Button autoFocus={way !== 'folder'} onPress={onCancel}>
            {t.common.cancel}
          </Button>
          <Button kind="primary" type="submit" isDisabled={way === 'folder' && folder === ''}>
            {way === 'printer' ? words.print(count) : words.confirm(count)}
          </Button>
        </div>
      </form>
    </AskDialog>
  );
}
