/** The ways a copy goes out; each leaves a proof. */
import { useState } from 'react';
import type { DispatchChannel } from '../../../src-main/contract/copies.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePreferences } from '../settings/use-preferences.ts';

const words = t.dispatch.send;

interface Props {
  readonly isDisabled: boolean;
  readonly onSend: (channel: DispatchChannel, folder?: string) => void;
}

export function SendSection({ isDisabled, onSend }: Props) {
  const { preferences, change } = usePreferences();
  const [typed, setTyped] = useState<string | null>(null);
  const folder = typed ?? preferences?.dispatchFolder ?? '';
  return (
    <Section title={words.title} summary={words.toFolder} startsOpen help="versenden">
      <div className="button-row">
        <Button isDisabled={isDisabled} onPress={() => onSend('print')}>
          {words.printed}
        </Button>
        <Button isDisabled={isDisabled} onPress={() => onSend('hand')}>
          {words.handed}
        </Button>
        <Button icon="mail" isDisabled={isDisabled} onPress={() => onSend('email')}>
          {words.email}
        </Button>
      </div>
      <form
        className="folder-row"
        onSubmit={(event) => {
          event.preventDefault();
          const path = folder.trim();
          if (path === '') return;
          change({ dispatchFolder: path });
          onSend('folder', path);
        }}
      >
        <TextField label={words.folder} value={folder} onChange={setTyped} />
        <Button type="submit" isDisabled={isDisabled || folder.trim() === ''}>
          {words.toFolder}
        </Button>
      </form>
      <p className="soft small">{words.folderHint}</p>
    </Section>
  );
}
