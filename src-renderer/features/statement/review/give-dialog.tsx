/** What goes along with a draft that somebody is to edit in Word. */
import { useState } from 'react';
import { t } from '../../../texts/de.ts';
import { AskDialog } from '../../../ui/ask-dialog.tsx';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/switch.tsx';

const words = t.review.giveDialog;

export interface GivenNotes {
  readonly withFindings: boolean;
  readonly withComments: boolean;
}

interface Props {
  readonly hasComments: boolean;
  readonly onGive: (notes: GivenNotes) => void;
  readonly onCancel: () => void;
}

export function GiveDialog({ hasComments, onGive, onCancel }: Props) {
  const [withFindings, setFindings] = useState(false);
  const [withComments, setComments] = useState(false);
  return (
    <AskDialog title={words.title} help="zum-bearbeiten-geben" onCancel={onCancel}>
      <form
        className="ask-form"
        onSubmit={(event) => {
          event.preventDefault();
          onGive({ withFindings, withComments: withComments && hasComments });
        }}
      >
        <p>{words.lead}</p>
        <Switch label={words.findings} isSelected={withFindings} onChange={setFindings} />
        {hasComments && <Switch label={words.comments} isSelected={withComments} onChange={setComments} />}
        <p className="soft small">{t.review.given}</p>
        <div className="button-row ask-buttons">
          <Button onPress={onCancel}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" autoFocus>
            {words.confirm}
          </Button>
        </div>
      </form>
    </AskDialog>
  );
}
